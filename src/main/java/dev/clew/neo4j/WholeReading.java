package dev.clew.neo4j;

import dev.clew.ledger.Position;
import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.BiFunction;
import org.neo4j.driver.exceptions.value.ValueException;

/**
 * Reads one state. Neo4j reads what is committed and no snapshot, so a reading during which something was committed is made
 * again; the third time nothing is committed meanwhile.
 *
 * @param server where
 */
record WholeReading(Neo4jServer server) {
    private static final int TRIES = 3;
    /** The third reading holds up what writes. */
    private static final Duration WITHIN = Duration.ofSeconds(20);

    /** Whether nothing of this process was committed meanwhile. */
    private interface Still {
        boolean is();
    }

    /**
     * Reads.
     *
     * @param work is given the change that it reads
     * @throws ClewException (not-ready) when the server cannot be reached or holds no whole projection, (database) when it
     *     does not let the user in, (timed-out) when one reading takes more than 20 s
     */
    <T> T read(BiFunction<Statements, Position, T> work) {
        for (int i = 1; i < TRIES; i++) {
            long commits = server.commits();
            Optional<T> answer = tried(work, () -> server.commits() == commits);
            if (answer.isPresent()) {
                return answer.get();
            }
        }
        return server.alone(() -> tried(work, () -> true)
                .orElseThrow(() -> new ClewException(
                        ErrorCode.NOT_READY,
                        "The graph on the Neo4j server changed again and again while it was read. Ask again.")));
    }

    /** The answer, when it was read from one state. What fails because something changed meanwhile is no failure. */
    private <T> Optional<T> tried(BiFunction<Statements, Position, T> work, Still still) {
        return server.read(WITHIN, statements -> {
            Position before = require(server.position(statements));
            T answer;
            try {
                answer = work.apply(statements, before);
            } catch (IllegalStateException | NullPointerException | NoSuchElementException | ValueException torn) {
                if (isWhole(statements, before, still)) {
                    throw torn;
                }
                return Optional.empty();
            }
            return isWhole(statements, before, still) ? Optional.of(answer) : Optional.empty();
        });
    }

    private boolean isWhole(Statements statements, Position before, Still still) {
        return server.position(statements).equals(before) && still.is();
    }

    private static Position require(Position position) {
        if (position.equals(Position.NONE)) {
            throw new ClewException(
                    ErrorCode.NOT_READY,
                    "The graph on the Neo4j server is not there yet: it is being built. Ask again; /health/ready says"
                            + " how far it is.");
        }
        return position;
    }
}
