package dev.clew.sparql;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.model.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;
import org.apache.jena.atlas.json.JsonBuilder;
import org.apache.jena.fuseki.servlets.ActionErrorException;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.EofException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers in {@code application/problem+json} for everything that goes wrong at the endpoint; never a stack trace. */
final class ProblemAnswer {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswer.class);

    /** The header of every answer that carries the request's id. */
    static final String REQUEST_ID = "X-Request-Id";

    private ProblemAnswer() {}

    /** Runs one of Fuseki's processors and turns whatever it throws into an answer. */
    static void guard(HttpAction action, Consumer<HttpAction> processor) {
        try {
            processor.accept(action);
        } catch (ClewException refused) {
            send(action, refused);
        } catch (ActionErrorException refused) {
            if (isBrokenOff(refused)) {
                send(action, new ClewException(ErrorCode.BAD_REQUEST, "The body broke off: send it again.", refused));
            } else {
                send(action, refused.getRC(), asRefusal(refused));
            }
        } catch (StackOverflowError tooDeep) {
            send(action, new ClewException(ErrorCode.BAD_REQUEST, "The query nests too deeply: split it.", tooDeep));
        } catch (RuntimeException fault) {
            if (fault instanceof HttpException known && known.getCode() < 500) {
                send(action, badlyEncoded(fault));
                return;
            }
            LOG.error("A request to the SPARQL endpoint failed", fault);
            send(action, new ClewException(ErrorCode.INTERNAL, "The request failed; the log has the cause.", fault));
        }
    }

    /** Whether the sender left before the end of what it announced. */
    private static boolean isBrokenOff(ActionErrorException refused) {
        Throwable cause = refused.getCause();
        while (cause != null && !(cause instanceof EofException)) {
            cause = cause.getCause();
        }
        return cause != null;
    }

    private static ClewException badlyEncoded(RuntimeException refused) {
        return new ClewException(
                ErrorCode.BAD_REQUEST,
                "The parameters are not properly encoded: % must be followed by two hexadecimal digits, and the whole must be"
                        + " UTF-8. A plain % is written %25.",
                refused);
    }

    private static ClewException asRefusal(ActionErrorException refused) {
        String sentence = refused.getMessage() == null ? "The request was refused." : refused.getMessage();
        ErrorCode code = Arrays.stream(ErrorCode.values())
                .filter(each -> each.httpStatus() == refused.getRC())
                .findFirst()
                .orElse(ErrorCode.BAD_REQUEST);
        return new ClewException(code, sentence, refused);
    }

    private static void send(HttpAction action, ClewException refused) {
        send(action, refused.code().httpStatus(), refused);
    }

    private static void send(HttpAction action, int status, ClewException refused) {
        HttpServletResponse response = action.getResponse();
        if (response.isCommitted()) {
            LOG.warn("An answer of the SPARQL endpoint broke off", refused);
            return;
        }
        response.resetBuffer();
        action.setResponseStatus(status);
        boolean turtle = refused.code() == ErrorCode.INVALID && asksForTurtle(action);
        response.setContentType(turtle ? "text/turtle;charset=utf-8" : "application/problem+json");
        switch (refused.code()) {
            case TOO_MANY_REQUESTS -> response.setHeader("Retry-After", "2");
            case NOT_READY -> response.setHeader("Retry-After", "1");
            case BUSY -> response.setHeader("Retry-After", "5");
            case UNAUTHENTICATED -> response.setHeader("WWW-Authenticate", "Bearer realm=\"Clew\"");
            case FORBIDDEN ->
                response.setHeader("WWW-Authenticate", "Bearer realm=\"Clew\", error=\"insufficient_scope\"");
            default -> response.setHeader("WWW-Authenticate", null);
        }
        try {
            byte[] body = turtle
                    ? ProblemReport.turtle(refused)
                    : json(status, refused, response.getHeader(REQUEST_ID)).getBytes(StandardCharsets.UTF_8);
            response.getOutputStream().write(body);
        } catch (IOException clientLeft) {
            throw new UncheckedIOException(clientLeft);
        }
    }

    private static boolean asksForTurtle(HttpAction action) {
        String accept = action.getRequestHeader("Accept");
        return accept != null && accept.strip().toLowerCase(Locale.ROOT).startsWith("text/turtle");
    }

    /** The body of a problem answer; without the id of the request where it has none. */
    static String json(int status, ClewException refused, @Nullable String requestId) {
        JsonBuilder json = JsonBuilder.create()
                .startObject()
                .pair("title", refused.code().code().replace('-', ' '))
                .pair("status", status)
                .pair("detail", String.valueOf(refused.getMessage()))
                .pair("code", refused.code().code());
        if (requestId != null) {
            json.pair("requestId", requestId);
        }
        if (!refused.problems().isEmpty()) {
            json.key("problems").startArray();
            refused.problems().forEach(problem -> write(json, problem));
            json.finishArray();
        }
        return json.finishObject().build().toString();
    }

    private static void write(JsonBuilder json, Problem problem) {
        json.startObject().pair("path", problem.path()).pair("message", problem.message());
        String value = problem.value();
        if (value != null) {
            json.pair("value", value);
        }
        json.finishObject();
    }
}
