package dev.clew.neo4j;

import dev.clew.ledger.Change;
import dev.clew.ledger.Position;
import dev.clew.ledger.RecordChange;
import dev.clew.model.RecordName;
import dev.clew.model.RecordType;
import dev.clew.model.Relations;
import dev.clew.model.text.Words;
import dev.clew.projection.Projection;
import java.util.ArrayList;
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
 * <p>Opening it connects to nothing. An empty graph is filled without reading or comparing, and edges are drawn once, at the
 * end; a filling that was interrupted begins anew. A rebuild of a graph that is there replaces what differs and removes what
 * is no longer there, so readers of the server always find a whole graph, during a rebuild of mixed age; the names of all
 * records are in memory meanwhile, about 100 bytes each.
 */
public final class Neo4jProjection implements Projection {
    /** What it is called among the projections. */
    public static final String NAME = "neo4j";

    private final Neo4jServer server;
    private final Relations relations;
    private final Words words;
    private final Rows rows;
    private final Portions portions;
    private final Awaiting awaiting = new Awaiting();
    private volatile Position position = Position.NONE;
    /** What was read from the server; null until it was reached, and after a failure. */
    private volatile @Nullable Origin origin;
    /** Whether all indexes are there; a graph that is empty has the keys only. */
    private volatile boolean isIndexed;

    /**
     * Projects onto this server.
     *
     * @param iri gives the address of a record
     * @param words cut texts for what finds records by words
     */
    public Neo4jProjection(Neo4jSettings settings, Relations relations, Function<RecordName, String> iri, Words words) {
        this(settings, relations, iri, words, Portions.USUAL);
    }

    Neo4jProjection(
            Neo4jSettings settings,
            Relations relations,
            Function<RecordName, String> iri,
            Words words,
            Portions portions) {
        this.server = new Neo4jServer(settings, iri.apply(RecordName.entity("x")));
        this.relations = relations;
        this.words = words;
        this.rows = new Rows(iri, words);
        this.portions = portions;
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
            isIndexed = !server.read(server::isWithoutGraph);
            if (isIndexed) {
                server.index();
            }
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
        if (!isIndexed) {
            server.index();
            isIndexed = true;
        }
        List<RecordChange> records = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            records.addAll(changes.get(i).records());
            boolean isLast = i == changes.size() - 1;
            if (isLast || records.size() + changes.get(i + 1).records().size() > portions.records()) {
                Position reached = changes.get(i).position();
                Position before = position;
                write(
                        records,
                        batch -> server.write(statements -> {
                            Edges edges = new Edges(statements, relations);
                            batch.write(statements, edges);
                            edges.write();
                            server.move(statements, before, reached);
                        }));
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
        position = Position.NONE;
        if (server.read(server::isWithoutGraph)) {
            fill(records, target);
        } else {
            replace(records, target);
        }
        position = target;
    }

    /** Nobody reads a graph that is being filled for the first time; what a filling that was interrupted left goes first. */
    private void fill(Stream<RecordChange> records, Position target) {
        origin = null;
        Origin found = new Origin();
        String mark = server.beginFilling();
        try (Filling filling = new Filling(server, mark, rows, found)) {
            inBatches(records, filling::add);
            filling.finish(new Drawing(server, relations, mark, portions.links(), true));
        }
        server.write(mark, statements -> server.move(statements, Position.NONE, target));
        awaiting.addAll();
        isIndexed = true;
        origin = found;
    }

    private void inBatches(Stream<RecordChange> records, Consumer<List<RecordChange>> work) {
        List<RecordChange> batch = new ArrayList<>();
        records.forEach(each -> {
            batch.add(each);
            if (batch.size() == portions.recordsOfRebuild()) {
                work.accept(List.copyOf(batch));
                batch.clear();
            }
        });
        work.accept(batch);
    }

    /** Edges are drawn anew when all records are there, and looked at one by one: nothing of the graph is taken on trust. */
    private void replace(Stream<RecordChange> records, Position target) {
        Set<RecordName> left = new HashSet<>();
        left.addAll(server.read(statements -> statements.read(Cypher.NAMES, Map.of()).stream()
                .map(each -> RecordName.parse(Statements.text(each, "name")).orElseThrow())
                .toList()));
        String mark = server.beginReplacing();
        inBatches(records.peek(each -> left.remove(each.name())), some -> replace(mark, some));
        inBatches(left.stream().map(each -> new RecordChange(each, 1, null)), some -> replace(mark, some));
        try (Writing writing = new Writing()) {
            new Drawing(server, relations, mark, portions.links(), false).draw(writing);
        }
        server.write(mark, statements -> {
            statements.read(Cypher.SWEEP, Map.of());
            server.move(statements, Position.NONE, target);
        });
    }

    private void replace(String mark, List<RecordChange> records) {
        write(records, batch -> server.write(mark, statements -> batch.write(statements, Onlooker.NOBODY)));
    }

    /** The graph of edges that is projected here, for searches; closed with this. */
    public CypherGraph graph() {
        return new CypherGraph(server, relations);
    }

    /** The records that are projected here, found by words; closed with this. */
    public CypherSearch search() {
        return search(CypherSearch.MATCHES);
    }

    /** The same where a query may match so many records at most. */
    CypherSearch search(long matches) {
        return new CypherSearch(server, relations, words, matches);
    }

    /** Gives the claims that are projected here their vectors; of no use once this is closed. */
    public ServerVectors vectors() {
        return new ServerVectors(server, awaiting);
    }

    /** Has these records written, the last version of each, in one transaction. */
    private void write(List<RecordChange> records, Consumer<Batch> work) {
        Map<RecordName, RecordChange> last = new LinkedHashMap<>();
        records.forEach(each -> last.put(each.name(), each));
        Origin known = origin;
        if (known == null) {
            throw new IllegalStateException("written to before it was reached");
        }
        boolean kept = false;
        try {
            Set<String> turned = known.take(last);
            work.accept(new Batch(new Stated(last.values(), rows, known), known, turned));
            awaiting.add(last.keySet().stream()
                    .filter(each -> each.type() == RecordType.INSIGHT)
                    .map(RecordName::id)
                    .toList());
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
