package dev.clew.sparql;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import java.time.Duration;

/**
 * The limits of the SPARQL endpoint; each is named in the answer that it causes.
 *
 * @param timeLimit longest evaluation of one query, 1 ms to 1 h
 * @param limitRows most rows, or triples, of one answer, 1 to 10 000 000
 * @param limitResultCharacters most characters of all values of one answer, 1 to 1 000 000 000
 * @param limitQueryCharacters longest query text, 1 to 1 000 000
 */
public record SparqlSettings(Duration timeLimit, int limitRows, long limitResultCharacters, int limitQueryCharacters) {
    /** 30 seconds, 100 000 rows, 50 000 000 characters of results, 100 000 characters of query. */
    public static final SparqlSettings DEFAULT =
            new SparqlSettings(Duration.ofSeconds(30), 100_000, 50_000_000, 100_000);

    /** Deepest nesting of brackets in a query; a recursive parser comes after it. */
    static final int LIMIT_NESTING = 60;
    /** Most operators in a query, counted before it is parsed: a chain of them becomes a tree as deep. */
    static final int LIMIT_OPERATORS = 1_000;

    /** Most characters of a number, or of a text that is given a datatype. */
    static final int LIMIT_NUMBER = 1_000;
    /** Most rows that one query keeps in memory to sort, tell apart or join. */
    static final long LIMIT_HELD_ROWS = 1_000_000;

    /** Checks the bounds. */
    public SparqlSettings {
        bounded("sparql time limit in milliseconds", timeLimit.toMillis(), 3_600_000);
        bounded("sparql row limit", limitRows, 10_000_000);
        bounded("sparql limit of result characters", limitResultCharacters, 1_000_000_000);
        bounded("sparql limit of query characters", limitQueryCharacters, 1_000_000);
    }

    private static void bounded(String name, long value, long most) {
        if (value < 1 || value > most) {
            throw new ClewException(
                    ErrorCode.BAD_REQUEST, "The " + name + " is " + value + ": set it between 1 and " + most + ".");
        }
    }

    /** The same with another time limit. */
    public SparqlSettings withTimeLimit(Duration limit) {
        return new SparqlSettings(limit, limitRows, limitResultCharacters, limitQueryCharacters);
    }

    /** The same with another row limit. */
    public SparqlSettings withLimitRows(int limit) {
        return new SparqlSettings(timeLimit, limit, limitResultCharacters, limitQueryCharacters);
    }
}
