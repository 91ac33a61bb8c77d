package dev.clew.neo4j;

import dev.clew.ledger.Change;
import dev.clew.ledger.Position;
import dev.clew.ledger.RecordChange;
import dev.clew.model.RecordName;
import dev.clew.model.Relations;
import dev.clew.projection.Projection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Entities, insights, sources, links and edges as a property graph on a Neo4j server. The position stands in the same
 * transaction as the data, so each change is there exactly once, whichever end is killed.
 *
 * <p>Opening it connects to nothing. A rebuild replaces record by record and removes what is no longer there, so readers
 * of the server always find a whole graph, during a rebuild of mixed age; the names of all records are in memory
 * meanwhile, about 100 bytes each.
 */
public final class Neo4jProjection implements Projection {
    /** What it is called among the projections. */
    public static final String NAME = "neo4j";
    /** How many records one transaction holds at most, unless one change holds more. */
    static final int RECORDS_AT_ONCE = 1_000;

    private final Neo4jServer server;
    private final Relations relations;
    private final Rows rows;
    private volatile Position position = Position.NONE;
    /** What was read from the server; null until it was reached, and after a failure. */
    private volatile @Nullable Origin origin;

    /**
     * Projects onto this server.
     *
     * @param iri gives the address of a record
     */
    public Neo4jProjection(Neo4jSettings settings, Relations relations, Function<RecordName, String> iri) {
        this.server = new Neo4jServer(settings, iri.apply(RecordName.entity("x")));
        this.relations = relations;
        this.rows = new Rows(iri);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Position position() {
        return position;
    }

    /**
     * {@inheritDoc}
     *
     * @throws dev.clew.model.ClewException (not-ready, database) in words when the server cannot be reached or used
     */
    @Override
    public void reach() {
        if (origin == null) {
            server.prepare();
            Origin found = new Origin();
            position = server.read(statements -> {
                statements
                        .read(Cypher.CITES, Map.of())
                        .forEach(each -> found.cites(
                                Statements.text(each, "from"), each.get("to").asList(to -> to.asString())));
                statements
                        .read(Cypher.SPEAKS_FOR, Map.of())
                        .forEach(each -> found.speaksFor(
                                Statements.text(each, "from"), each.get("to").asList(to -> to.asString())));
                return server.position(statements);
            });
            origin = found;
        }
    }

    @Override
    public void apply(List<Change> changes) {
        reach();
        requireNoGap(changes);
        List<RecordChange> records = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            records.addAll(changes.get(i).records());
            boolean isLast = i == changes.size() - 1;
            if (isLast || records.size() + changes.get(i + 1).records().size() > RECORDS_AT_ONCE) {
                Position reached = changes.get(i).position();
                Position before = position;
                write(records, statements -> server.move(statements, before, reached));
                position = reached;
                records.clear();
            }
        }
    }

    private void requireNoGap(List<Change> changes) {
        long expected = position.n() + 1;
        for (Change each : changes) {
            if (each.n() != expected) {
                throw new IllegalArgumentException("change " + each.n() + " came where " + expected + " follows");
            }
            expected++;
        }
    }

    @Override
    public void rebuild(Stream<RecordChange> records, Position target) {
        reach();
        Set<RecordName> left = new HashSet<>();
        left.addAll(server.read(statements -> statements.read(Cypher.NAMES, Map.of()).stream()
                .map(each -> RecordName.parse(Statements.text(each, "name")).orElseThrow())
                .toList()));
        position = Position.NONE;
        write(List.of(), statements -> statements.read(Cypher.FORGET_POSITION, Map.of()));
        List<RecordChange> batch = new ArrayList<>();
        records.forEach(each -> {
            left.remove(each.name());
            batch.add(each);
            if (batch.size() == RECORDS_AT_ONCE) {
                write(batch, statements -> {});
                batch.clear();
            }
        });
        write(batch, statements -> {});
        remove(left);
        write(List.of(), statements -> server.move(statements, Position.NONE, target));
        position = target;
    }

    private void remove(Collection<RecordName> names) {
        List<RecordChange> batch = new ArrayList<>();
        for (RecordName each : names) {
            batch.add(new RecordChange(each, 1, null));
            if (batch.size() == RECORDS_AT_ONCE) {
                write(batch, statements -> {});
                batch.clear();
            }
        }
        write(batch, statements -> {});
    }

    /** The graph of edges that is projected here, for searches; closed with this. */
    public CypherGraph graph() {
        return new CypherGraph(server, relations);
    }

    /** Writes these records, the last version of each, and what else belongs to the transaction. */
    private void write(List<RecordChange> records, Consumer<Statements> also) {
        Map<RecordName, RecordChange> last = new LinkedHashMap<>();
        records.forEach(each -> last.put(each.name(), each));
        Origin known = origin;
        if (known == null) {
            throw new IllegalStateException("written to before it was reached");
        }
        boolean kept = false;
        try {
            Set<String> turned = known.take(last);
            Batch batch = new Batch(last.values(), rows, known);
            server.write(statements -> {
                Set<String> changed = batch.write(statements);
                changed.addAll(new Voicing(statements, known).write(batch.insights(), batch.voiced(), turned));
                new Edges(relations).write(statements, changed, batch.linked());
                statements.read(Cypher.SWEEP, Map.of());
                also.accept(statements);
            });
            kept = true;
        } finally {
            if (!kept) {
                origin = null;
                position = Position.NONE;
            }
        }
    }

    /** {@inheritDoc} Reads the whole graph: for tests. */
    @Override
    public String fingerprint() {
        return server.read(Fingerprint::of);
    }

    @Override
    public void close() {
        server.close();
    }
}
