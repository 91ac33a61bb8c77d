package dev.clew.graph;

import dev.clew.ledger.Change;
import dev.clew.ledger.Position;
import dev.clew.ledger.RecordChange;
import dev.clew.model.AmongQuery;
import dev.clew.model.Backings;
import dev.clew.model.ClewException;
import dev.clew.model.ComparisonQuery;
import dev.clew.model.Edge;
import dev.clew.model.EdgeComparison;
import dev.clew.model.EdgePage;
import dev.clew.model.EdgeQuery;
import dev.clew.model.Edges;
import dev.clew.model.EdgesAmong;
import dev.clew.model.Lens;
import dev.clew.model.LinkGraph;
import dev.clew.model.Relations;
import dev.clew.model.ThinHop;
import dev.clew.projection.Projection;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The graph of edges in memory, kept in step with the ledger.
 *
 * <p>Readers see one whole state however long they take; a change makes the next state beside it and shares what it did
 * not touch. About 100 bytes a link. A file of its arrays with their position is written after a rebuild, after every
 * {@value #CHANGES_A_FILE} changes or so, and on closing; starting reads it and the ledger tells the rest. A file that is
 * missing, damaged or of another format is no error: the position is then {@link Position#NONE} and the owner rebuilds.
 */
public final class GraphProjection implements Projection, LinkGraph, Edges, Backings {
    /** How many changes may go by until the arrays are written again. */
    static final int CHANGES_A_FILE = 2_000;

    private static final Logger LOG = LoggerFactory.getLogger(GraphProjection.class);

    private final Relations relations;
    private final GraphFile file;
    private GraphWriter writer;
    private Position written;
    private volatile State state;
    private volatile Census census;
    private volatile @Nullable Backed backed;
    private volatile Seen seen;
    private volatile boolean damaged;

    /** What backs the claims of a state, found once. */
    private record Backed(State state, Snapshot snapshot) {}

    /** What lenses saw of a state, so that it is made once. */
    private record Seen(State state, LensArcs arcs) {}

    /** What was counted at a state, so that it is counted once. */
    private record Census(State state, Counts counts) {}

    /**
     * Starts from the directory's file when there is a good one.
     *
     * @param directory where the file is kept; made when missing
     * @param relations the relation types of this release
     */
    public GraphProjection(Path directory, Relations relations) {
        this.relations = relations;
        this.file = new GraphFile(directory, relations);
        this.writer = file.read().orElseGet(() -> new GraphWriter(relations));
        this.state = writer.state();
        this.written = state.position();
        this.seen = new Seen(state, new LensArcs());
        this.census = new Census(state, Tallies.count(state));
    }

    @Override
    public String name() {
        return "graph";
    }

    @Override
    public Position position() {
        return damaged ? Position.NONE : state.position();
    }

    /**
     * {@inheritDoc}
     *
     * @throws RuntimeException when a change could not be taken in; readers keep the old state and the position is {@link
     *     Position#NONE} until a rebuild
     */
    @Override
    public void apply(List<Change> changes) {
        requireNoGap(changes);
        boolean whole = false;
        try {
            state = writer.apply(changes);
            whole = true;
        } finally {
            damaged |= !whole;
        }
        if (state.position().n() - written.n() >= CHANGES_A_FILE) {
            write();
        }
    }

    private void requireNoGap(List<Change> changes) {
        long expected = position().n() + 1;
        for (Change each : changes) {
            if (each.n() != expected) {
                throw new IllegalArgumentException("change " + each.n() + " came where " + expected + " follows");
            }
            expected++;
        }
    }

    @Override
    public void rebuild(Stream<RecordChange> records, Position target) {
        GraphWriter fresh = new GraphWriter(relations);
        State built = fresh.build(records, target);
        writer = fresh;
        state = built;
        damaged = false;
        write();
    }

    /** A file that cannot be written costs the next start time and nothing else, so it is said and no more. */
    private void write() {
        written = state.position();
        try {
            file.write(writer);
        } catch (ClewException unwritten) {
            LOG.warn(unwritten.getMessage());
        }
    }

    /** Yes: {@code asOf} is answered from the first change on, also after what is derived was deleted. */
    @Override
    public boolean remembers() {
        return true;
    }

    @Override
    public String fingerprint() {
        return Fingerprint.of(state);
    }

    @Override
    public void close() {
        if (!damaged && !written.equals(state.position())) {
            write();
        }
    }

    @Override
    public <T> T read(Lens lens, Function<View, T> work) {
        State now = state;
        Seen last = seen;
        if (last.state() != now) {
            last = new Seen(now, new LensArcs());
            seen = last;
        }
        return work.apply(new StateView(now, lens, 0, last.arcs()));
    }

    @Override
    public EdgePage edges(EdgeQuery query) {
        return new EdgeLister(state, query).page();
    }

    @Override
    public EdgesAmong among(AmongQuery query) {
        return new AmongLister(state, query).list();
    }

    @Override
    public List<Edge> between(String one, String other, Lens lens) {
        StateView view = new StateView(state, lens);
        int from = view.node(one);
        int to = view.node(other);
        return from < 0 || to < 0 ? List.of() : view.edges(from, to);
    }

    @Override
    public List<Pair> contested(@Nullable String entity) {
        return new ContestedPairs(state).list(entity);
    }

    @Override
    public Snapshot backings() {
        State now = state;
        Backed last = backed;
        if (last == null || last.state() != now) {
            last = new Backed(now, new Snapshot(now.change(), BackedClaims.of(now)));
            backed = last;
        }
        return last.snapshot();
    }

    @Override
    public List<ThinHop> thinHops(@Nullable String entity, int limit) {
        State now = state;
        int at = entity == null ? -1 : Plan.require(new StateView(now, Lens.CLAIMS), "entity", entity);
        return new ThinHops(now).find(at, limit);
    }

    @Override
    public EdgeComparison compare(ComparisonQuery query) {
        return new EdgeComparer(state, query).compare();
    }

    @Override
    public Counts counts() {
        State now = state;
        Census last = census;
        if (last.state() != now) {
            last = new Census(now, Tallies.count(now));
            census = last;
        }
        return last.counts();
    }
}
