package dev.clew.sparql;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.sparql.crowd.CrowdLimits;
import java.time.Duration;

/**
 * The limits of the SPARQL endpoint; each is named in the answer that it causes.
 *
 * @param timeLimit longest evaluation of one query, 1 ms to 1 h
 * @param answers how large answers may be
 * @param limitQueryCharacters longest query text, 1 to 1 000 000
 * @param crowd how many may ask at once
 */
public record SparqlSettings(Duration timeLimit, Answers answers, int limitQueryCharacters, CrowdLimits crowd) {
    /** 30 seconds; 100 000 rows, 50 MB, 64 MB of cache; 100 000 characters of query; the default crowd. */
    public static final SparqlSettings DEFAULT = new SparqlSettings(
            Duration.ofSeconds(30), new Answers(100_000, 50_000_000, 64_000_000), 100_000, CrowdLimits.DEFAULT);

    /** Deepest nesting of brackets in a query; a recursive parser comes after it. */
    static final int LIMIT_NESTING = 60;
    /** Most operators in a query, counted before it is parsed: a chain of them becomes a tree as deep. */
    static final int LIMIT_OPERATORS = 1_000;

    /** Most characters of a number, or of a text that is given a datatype. */
    static final int LIMIT_NUMBER = 1_000;
    /** Most rows that one query keeps in memory to sort, tell apart or join. */
    static final long LIMIT_HELD_ROWS = 1_000_000;

    /**
     * How large answers may be.
     *
     * @param rows most rows, or triples, of one answer, 1 to 10 000 000
     * @param bytes most bytes of one answer, 1 to 1 000 000 000; all answers on their way to clients take at most four times this
     * @param cacheBytes most bytes of answers that are kept to be given again, 1 to 10 000 000 000
     */
    public record Answers(int rows, long bytes, long cacheBytes) {
        /** Checks the bounds. */
        public Answers {
            bounded("sparql row limit", rows, 10_000_000);
            bounded("sparql limit of bytes", bytes, 1_000_000_000);
            bounded("sparql cache in bytes", cacheBytes, 10_000_000_000L);
        }
    }

    /** Checks the bounds. */
    public SparqlSettings {
        bounded("sparql time limit in milliseconds", timeLimit.toMillis(), 3_600_000);
        bounded("sparql limit of query characters", limitQueryCharacters, 1_000_000);
    }

    private static void bounded(String name, long value, long most) {
        if (value < 1 || value > most) {
            throw new ClewException(
                    ErrorCode.BAD_REQUEST, "The " + name + " is " + value + ": set it between 1 and " + most + ".");
        }
    }

    /** Most rows, or triples, of one answer. */
    int limitRows() {
        return answers.rows();
    }

    /** The same with another time limit. */
    public SparqlSettings withTimeLimit(Duration limit) {
        return new SparqlSettings(limit, answers, limitQueryCharacters, crowd);
    }

    /** The same with another row limit. */
    public SparqlSettings withLimitRows(int limit) {
        return withAnswers(new Answers(limit, answers.bytes(), answers.cacheBytes()));
    }

    /** The same with another limit of characters in a query. */
    public SparqlSettings withLimitQueryCharacters(int limit) {
        return new SparqlSettings(timeLimit, answers, limit, crowd);
    }

    /** The same with other limits of answers. */
    public SparqlSettings withAnswers(Answers limits) {
        return new SparqlSettings(timeLimit, limits, limitQueryCharacters, crowd);
    }

    /** The same with other limits of those who ask at once. */
    public SparqlSettings withCrowd(CrowdLimits limits) {
        return new SparqlSettings(timeLimit, answers, limitQueryCharacters, limits);
    }
}
