package dev.clew.model;

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

    /** A failure with its sentence. */
    public ClewException(ErrorCode code, String sentence) {
        this(code, sentence, List.of());
    }

    /** A failure with its sentence and the exception that led to it, for the log. */
    public ClewException(ErrorCode code, String sentence, Throwable cause) {
        super(sentence, cause);
        this.code = code;
        this.problems = List.of();
    }

    /** A refusal that lists what is wrong with the input. */
    public ClewException(ErrorCode code, String sentence, List<Problem> problems) {
        super(sentence);
        this.code = code;
        this.problems = List.copyOf(problems);
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

    /** What kind of failure it is. */
    public ErrorCode code() {
        return code;
    }

    /** What is wrong with the input; empty when the failure is not about an input. */
    public List<Problem> problems() {
        return problems;
    }
}
