package dev.clew.model;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A refusal or failure that a person can act on: what, which value, what was expected, what to do next.
 *
 * <p>Its message is shown to users as it is; its cause never is.
 */
public final class ClewException extends RuntimeException {
    private final ErrorCode code;
    private final transient List<Problem> problems;
    private final int retryAfterSeconds;

    /** A failure with its sentence. */
    public ClewException(ErrorCode code, String sentence) {
        this(code, sentence, List.of());
    }

    /** A failure with its sentence and the exception that led to it, for the log. */
    public ClewException(ErrorCode code, String sentence, Throwable cause) {
        super(sentence, cause);
        this.code = code;
        this.problems = List.of();
        this.retryAfterSeconds = 0;
    }

    /** A refusal that lists what is wrong with the input. */
    public ClewException(ErrorCode code, String sentence, List<Problem> problems) {
        this(code, sentence, problems, 0);
    }

    private ClewException(ErrorCode code, String sentence, List<Problem> problems, int retryAfterSeconds) {
        super(sentence);
        this.code = code;
        this.problems = List.copyOf(problems);
        this.retryAfterSeconds = retryAfterSeconds;
    }

    /** A refusal of what is done too often, which says when to try again. */
    public static ClewException tooMany(String what, Duration wait) {
        int seconds = Math.clamp(wait.toSeconds() + 1, 1, 86_400);
        String sentence = what + ": try again in " + seconds + (seconds == 1 ? " second." : " seconds.");
        return new ClewException(ErrorCode.TOO_MANY_REQUESTS, sentence, List.of(), seconds);
    }

    /** An input refused for these problems; the sentence lists them. */
    public static ClewException invalid(List<Problem> problems) {
        String sentence = problems.stream().map(Problem::toString).collect(Collectors.joining("; "));
        return new ClewException(ErrorCode.INVALID, sentence, problems);
    }

    /** An input refused for one problem. */
    public static ClewException invalid(String path, String message, String value) {
        return invalid(List.of(new Problem(path, message, value)));
    }

    /** After how many seconds trying again makes sense; 0 when that is not known. */
    public int retryAfterSeconds() {
        return retryAfterSeconds;
    }

    /** What kind of failure it is. */
    public ErrorCode code() {
        return code;
    }

    /** What is wrong with the input; empty when the failure is not about an input. */
    public List<Problem> problems() {
        return problems;
    }
}
