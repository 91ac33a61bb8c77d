package dev.clew.neo4j;

import dev.clew.ledger.Position;
import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.model.Lens;
import dev.clew.model.LinkGraph;
import dev.clew.model.Relations;
import java.util.Optional;
import java.util.function.Function;

/**
 * The graph of edges on a Neo4j server: what a search asks for next is fetched in one go, and counted by the rules that
 * every engine uses, so its answers are those of the graph in memory.
 *
 * <p>It shows the newest change that was projected. Neo4j reads what is committed and no snapshot, so a search during
 * which something was committed is made again; the third time nothing is committed meanwhile.
 */
public final class CypherGraph implements LinkGraph {
    static final Powers POWERS = new Powers(false, 400_000, CypherView.AHEAD);

    private static final int TRIES = 3;

    private final Neo4jServer server;
    private final Relations relations;

    CypherGraph(Neo4jServer server, Relations relations) {
        this.server = server;
        this.relations = relations;
    }

    @Override
    public Powers powers() {
        return POWERS;
    }

    /**
     * {@inheritDoc}
     *
     * @throws ClewException (not-ready) when the server cannot be reached or holds no whole projection, (database) when it
     *     does not let the user in
     */
    @Override
    public <T> T read(Lens lens, Function<View, T> work) {
        for (int i = 1; i < TRIES; i++) {
            long commits = server.commits();
            Optional<T> answer = tried(lens, work, () -> server.commits() == commits);
            if (answer.isPresent()) {
                return answer.get();
            }
        }
        return server.alone(() -> tried(lens, work, () -> true)
                .orElseThrow(() -> new ClewException(
                        ErrorCode.NOT_READY,
                        "The graph on the Neo4j server changed again and again while it was read. Ask again.")));
    }

    /** Whether nothing of this process was committed meanwhile. */
    private interface Still {
        boolean is();
    }

    /** The answer, when it was read from one state. What fails because something changed meanwhile is no failure. */
    private <T> Optional<T> tried(Lens lens, Function<View, T> work, Still still) {
        return server.read(statements -> {
            Position before = require(lens, server.position(statements));
            T answer;
            try {
                answer = work.apply(new CypherView(statements, lens, relations, before.n()));
            } catch (IllegalStateException | NullPointerException torn) {
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

    private static Position require(Lens lens, Position position) {
        if (position.equals(Position.NONE)) {
            throw new ClewException(
                    ErrorCode.NOT_READY,
                    "The graph on the Neo4j server is not there yet: it is being built. Ask again; /health/ready says"
                            + " how far it is.");
        }
        Long asked = lens.asOf();
        if (asked != null && asked != position.n()) {
            throw new ClewException(
                    ErrorCode.BAD_REQUEST,
                    "Change " + asked + " cannot be shown: the Neo4j server keeps the newest state only, which is that"
                            + " of change " + position.n() + ". Leave asOf away, or use engine=embedded.");
        }
        return position;
    }
}
