package dev.clew.web.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.model.Problem;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Failures as {@code application/problem+json} (RFC 9457): what went wrong, never how it is built inside. */
public final class Failures {
    /** The media type of problem answers. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** The header that tells how to say who one is (RFC 6750, section 3). */
    private static final String CHALLENGE = "WWW-Authenticate";

    /** Said again as soon as anybody asks too early or too much: no fault, and not worth where it was found. */
    private static final Set<ErrorCode> PASSING =
            EnumSet.of(ErrorCode.NOT_READY, ErrorCode.BUSY, ErrorCode.TIMED_OUT, ErrorCode.TOO_COSTLY);

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    /** The answer that tells this failure. */
    public static Answer answer(ClewException failure, String requestId) {
        String sentence =
                Objects.requireNonNullElse(failure.getMessage(), failure.code().code());
        if (PASSING.contains(failure.code())) {
            LOG.info("Request {} was turned away: {}", requestId, sentence);
        } else if (failure.code().httpStatus() >= 500) {
            LOG.warn("Request {} failed: {}", requestId, sentence, failure);
        }
        ObjectNode body = problem(failure.code(), sentence, requestId);
        ArrayNode problems = JsonNodeFactory.instance.arrayNode();
        failure.problems().forEach(problem -> problems.add(entry(problem)));
        if (!problems.isEmpty()) {
            body.set("problems", problems);
        }
        Answer answer = new Answer(failure.code().httpStatus(), MEDIA_TYPE, Answer.bytes(body), Map.of());
        return switch (failure.code()) {
            case TOO_MANY_REQUESTS ->
                answer.with("Retry-After", Integer.toString(Math.max(1, failure.retryAfterSeconds())));
            case NOT_READY -> answer.with("Retry-After", "1");
            case UNAUTHENTICATED -> answer.with(CHALLENGE, "Bearer realm=\"Clew\"");
            case FORBIDDEN -> answer.with(CHALLENGE, "Bearer realm=\"Clew\", error=\"insufficient_scope\"");
            default -> answer;
        };
    }

    /** The answer that tells this failure, with more in its body. */
    static Answer answer(DetailedRefusal refusal, String requestId) {
        Answer answer = answer(refusal.refusal(), requestId);
        return answer.withBody(Answer.bytes(Answer.object(answer.body()).setAll(refusal.details())));
    }

    /** The answer to something that nobody foresaw: its cause goes to the log, the request's id to the caller. */
    public static Answer unexpected(Throwable cause, String requestId) {
        LOG.error("Request {} failed unexpectedly", requestId, cause);
        String sentence = "Something went wrong inside Clew. The log has the cause under request " + requestId
                + "; please report it with that id.";
        ObjectNode body = problem(ErrorCode.INTERNAL, sentence, requestId);
        return new Answer(ErrorCode.INTERNAL.httpStatus(), MEDIA_TYPE, Answer.bytes(body), Map.of());
    }

    /** The body of a problem answer. */
    static ObjectNode problem(ErrorCode code, String detail, String requestId) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("title", title(code))
                .put("status", code.httpStatus())
                .put("detail", detail)
                .put("code", code.code())
                .put("requestId", requestId);
    }

    private static String title(ErrorCode code) {
        String words = code.code().replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static ObjectNode entry(Problem problem) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("path", problem.path())
                .put("message", problem.message())
                .put("value", problem.value());
    }
}
