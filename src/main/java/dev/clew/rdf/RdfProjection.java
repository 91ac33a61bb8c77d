package dev.clew.rdf;

import dev.clew.ledger.Change;
import dev.clew.ledger.Position;
import dev.clew.ledger.RecordChange;
import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.model.Relations;
import dev.clew.ontology.Base;
import dev.clew.ontology.DerivedRdf;
import dev.clew.ontology.Jena;
import dev.clew.ontology.RelationCatalogue;
import dev.clew.projection.Projection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The published records in TDB2: one named graph a record, named by its address, and the derived graph, which holds whose
 * voice each insight is and how each edge stands; the default graph of a query is the union of all. Only current versions.
 *
 * <p>It lives in numbered store directories under its own; a rebuild fills the next one beside the current one, which
 * readers keep until they are done. {@link #apply} and {@link #rebuild} belong to one thread that is never interrupted;
 * {@link #read} is for any number of threads. After a failed write the store is closed and reopened before the next one,
 * because TDB2 6.0.0 can lose later quads otherwise (GH-3877); if readers do not leave it in time, it is rebuilt.
 */
public final class RdfProjection implements Projection, RdfSource {
    private static final Logger LOG = LoggerFactory.getLogger(RdfProjection.class);
    /** With fewer changed records than this, taking them in batch by batch is always quicker than a rebuild. */
    private static final long REBUILD_ABOVE_RECORDS = 20_000;
    /** A rebuild writes about so many records in the time in which a batch takes in one. */
    private static final long REBUILD_SPEED = 3;

    /** More changed records than people make by hand: an import is under way. */
    private static final long WAIT_ABOVE_RECORDS = 2_000;

    private static final int GROWTH = 3;
    private static final long GROWTH_FLOOR_BYTES = 256L * 1024 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Base base;
    private final StoreDirectories directories;
    private final RecordGraphs graphs;
    private final Relations relations = RelationCatalogue.load();
    private final Object swap = new Object();
    private volatile RdfStore current;
    private volatile StoreMark mark;
    private volatile boolean closed;
    private boolean aborted;

    private RdfProjection(Base base, StoreDirectories directories) {
        this.base = base;
        this.directories = directories;
        this.graphs = new RecordGraphs(base);
        StoreDirectories.Opened opened = directories.open();
        this.current = opened.store();
        this.mark = opened.mark();
    }

    /**
     * Opens or creates the projection kept in a directory of its own.
     *
     * @param base the base of the addresses it shows; kept with it, so that opening it with another one starts it empty
     * @throws java.io.UncheckedIOException when the directory cannot be written
     */
    public static RdfProjection open(Path directory, Base base) {
        Jena.ready();
        return new RdfProjection(base, new StoreDirectories(directory, base));
    }

    @Override
    public String name() {
        return "rdf";
    }

    @Override
    public String baseAddress() {
        return base.address();
    }

    @Override
    public Position position() {
        return mark.position();
    }

    @Override
    public boolean prefersRebuild(long recordsBehind) {
        boolean farBehind =
                recordsBehind > REBUILD_ABOVE_RECORDS && recordsBehind * REBUILD_SPEED > mark.records() + recordsBehind;
        return farBehind || hasOutgrown();
    }

    @Override
    public boolean prefersToWait(long recordsBehind) {
        return recordsBehind > WAIT_ABOVE_RECORDS;
    }

    private boolean hasOutgrown() {
        long compact = mark.records() * mark.compactBytes();
        return StoreFiles.bytes(current.directory()) > GROWTH_FLOOR_BYTES + GROWTH * compact;
    }

    /**
     * Reads within one transaction: all of it sees the same change. Nothing that the view gave may be used afterwards.
     *
     * @throws ClewException (not-ready) when the store is being reopened for longer than five seconds
     */
    @Override
    public <T> T read(Function<RdfView, T> work) {
        RdfStore store = enter();
        try {
            return store.read(work);
        } finally {
            store.leave();
        }
    }

    private RdfStore enter() {
        RdfStore store = current;
        while (!store.enter()) {
            store = awaitReopened();
        }
        return store;
    }

    private RdfStore awaitReopened() {
        long end = System.nanoTime() + PATIENCE.plusSeconds(1).toNanos();
        synchronized (swap) {
            while (current.isRetired() && !closed && System.nanoTime() < end) {
                waitBriefly();
            }
            if (current.isRetired()) {
                throw new ClewException(ErrorCode.NOT_READY, "The RDF store is being reopened; ask again in a moment.");
            }
            return current;
        }
    }

    private void waitBriefly() {
        try {
            swap.wait(20);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ClewException(ErrorCode.NOT_READY, "The read was interrupted.", interrupted);
        }
    }

    @Override
    public void apply(List<Change> changes) {
        Map<RecordChange, List<Triple>> outcome = graphs.outcome(changes);
        reopenAfterAbort();
        requireNoGap(changes);
        StoreMark before = mark;
        RdfStore store = current;
        StoreMark[] after = new StoreMark[1];
        aborted = true;
        store.write(dataset -> {
            long more = replace(dataset, outcome);
            after[0] = before.advanced(changes.getLast().position(), more);
            after[0].write(dataset, base);
            return after[0].position();
        });
        aborted = false;
        mark = after[0];
    }

    private long replace(DatasetGraph dataset, Map<RecordChange, List<Triple>> outcome) {
        long more = 0;
        for (Map.Entry<RecordChange, List<Triple>> each : outcome.entrySet()) {
            more += RecordGraphs.replace(dataset, graphs.graphName(each.getKey().name()), each.getValue());
        }
        Derivation derivation = new Derivation(dataset, new DerivedRdf(base), relations, false);
        outcome.keySet().forEach(derivation::take);
        derivation.finish();
        return more;
    }

    private void requireNoGap(List<Change> changes) {
        Position last = position();
        for (Change change : changes) {
            boolean sameLedger =
                    last.n() == 0 || last.ledgerId().equals(change.position().ledgerId());
            if (!sameLedger || change.n() != last.n() + 1) {
                throw new IllegalArgumentException(
                        "Change " + change.position().text() + " does not follow " + last.text());
            }
            last = change.position();
        }
    }

    private void reopenAfterAbort() {
        if (!aborted) {
            return;
        }
        RdfStore failed = current;
        failed.retire();
        if (!failed.awaitClosed(PATIENCE) && failed.readmit()) {
            mark = StoreMark.EMPTY;
            throw new IllegalStateException(
                    "Readers still hold the RDF store after a failed write; it will be rebuilt");
        }
        show(reopened(failed));
        LOG.info(
                "Reopened the RDF store after a failed write, at change {}",
                position().n());
    }

    private StoreDirectories.Opened reopened(RdfStore failed) {
        return failed.isReusable()
                ? directories.tryOpen(failed.directory()).orElseGet(directories::create)
                : directories.create();
    }

    private void show(StoreDirectories.Opened opened) {
        synchronized (swap) {
            current = opened.store();
            mark = opened.mark();
            aborted = false;
            swap.notifyAll();
        }
    }

    @Override
    public void rebuild(Stream<RecordChange> records, Position target) {
        if (mark.equals(StoreMark.EMPTY) && !aborted) {
            fill(records, target);
        } else {
            replace(records, target);
        }
    }

    /** Nothing was ever written to the store that is shown, so a second one beside it would gain nothing. */
    private void fill(Stream<RecordChange> records, Position target) {
        aborted = true;
        mark = new BulkLoad(current, graphs, relations).load(records, target, base);
        aborted = false;
    }

    private void replace(Stream<RecordChange> records, Position target) {
        RdfStore built = directories.createUnmarked();
        StoreMark builtMark;
        try {
            builtMark = new BulkLoad(built, graphs, relations).load(records, target, base);
        } catch (RuntimeException | Error failure) {
            built.discard();
            throw failure;
        }
        RdfStore old = current;
        show(new StoreDirectories.Opened(built, builtMark));
        old.discard();
    }

    /** Whether queries that name no graph are answered from memory by now; the first of them has it read. */
    public boolean isInMemory() {
        return current.copy().isReady();
    }

    /** Whether they never will be: the records do not fit there, or could not be read. */
    public boolean isLeftOnDisk() {
        return current.copy().isOff();
    }

    /** How many records it holds. */
    public long records() {
        return mark.records();
    }

    @Override
    public String fingerprint() {
        return read(view -> Fingerprint.of(view.dataset().findNG(Node.ANY, Node.ANY, Node.ANY, Node.ANY)));
    }

    /**
     * Closes it once its readers have left; further reads fail. Waits for them, and for the copy in memory to give up being
     * made, for five seconds at most.
     */
    @Override
    public void close() {
        closed = true;
        current.retire();
        if (!current.awaitClosed(PATIENCE)) {
            LOG.warn("Readers still hold the RDF store; it is closed when they leave, or built anew by the next start");
        }
    }
}
