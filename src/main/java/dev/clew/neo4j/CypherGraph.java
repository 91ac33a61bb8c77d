package dev.clew.neo4j;

import dev.clew.ledger.Position;
import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.model.Lens;
import dev.clew.model.LinkGraph;
import dev.clew.model.Relations;
import java.util.function.Function;

/**
 * The graph of edges on a Neo4j server: what a search asks for next is fetched in one go, and counted by the rules that
 * every engine uses, so its answers are those of the graph in memory.
 *
 * <p>It shows the newest change that was projected, whole; see {@link WholeReading}.
 */
public final class CypherGraph implements LinkGraph {
    static final Powers POWERS = new Powers(false, 400_000, CypherView.AHEAD);

    private final WholeReading reading;
    private final Relations relations;

    CypherGraph(Neo4jServer server, Relations relations) {
        this.reading = new WholeReading(server);
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
        return reading.read((statements, position) -> {
            require(lens, position);
            return work.apply(new CypherView(statements, lens, relations, position.n()));
        });
    }

    private static void require(Lens lens, Position position) {
        Long asked = lens.asOf();
        if (asked != null && asked != position.n()) {
            throw new ClewException(
                    ErrorCode.BAD_REQUEST,
                    "Change " + asked + " cannot be shown: the Neo4j server keeps the newest state only, which is that"
                            + " of change " + position.n() + ". Leave asOf away, or use engine=embedded.");
        }
    }
}
