package dev.clew.rdf;

import dev.clew.ledger.Position;
import dev.clew.ontology.Base;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.TDB2;
import org.apache.jena.tdb2.sys.SystemTDB;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One open TDB2 directory and the readers on it; closes when it is retired and the last reader has left.
 *
 * <p>Safe for any number of reading threads and one writing thread.
 */
final class RdfStore {
    private static final Logger LOG = LoggerFactory.getLogger(RdfStore.class);

    static {
        // TDB2 takes it for every store that it opens, and offers no way to give one store its own.
        SystemTDB.setDefaultReorderTransform(new JoinOrder());
    }

    private final Path directory;
    private final Base base;
    private final DatasetGraph dataset;
    private final UnionCopy copy = UnionCopy.ofThisMemory();
    private int readers;
    private boolean retired;
    private boolean closed;
    private boolean obsolete;

    private RdfStore(Path directory, Base base, DatasetGraph dataset) {
        this.directory = directory;
        this.base = base;
        this.dataset = dataset;
    }

    /**
     * Opens or creates the store of a directory.
     *
     * @throws RuntimeException of any kind when what is there cannot be read
     */
    static RdfStore open(Path directory, Base base) {
        DatasetGraph dataset = DatabaseMgr.connectDatasetGraph(directory.toString());
        dataset.getContext().set(TDB2.symUnionDefaultGraph, true);
        return new RdfStore(directory, base, dataset);
    }

    Path directory() {
        return directory;
    }

    /** The dataset, for whoever has entered or is the writer. */
    DatasetGraph dataset() {
        return dataset;
    }

    /** Admits a reader; false when the store has been retired. Who was admitted must {@link #leave()}. */
    synchronized boolean enter() {
        if (!retired) {
            readers++;
        }
        return !retired;
    }

    /** Ends what {@link #enter()} began. */
    synchronized void leave() {
        readers--;
        closeWhenUnused();
    }

    /** Admits no reader any more and closes after the last one. */
    synchronized void retire() {
        retired = true;
        closeWhenUnused();
    }

    /** Retires it and deletes its directory once it is closed. */
    synchronized void discard() {
        obsolete = true;
        retire();
    }

    /** Admits readers again; false when it has closed meanwhile. */
    synchronized boolean readmit() {
        retired = closed;
        return !closed;
    }

    /** Whether it admits no reader any more. */
    synchronized boolean isRetired() {
        return retired;
    }

    /** Waits until it is closed; false when readers are still there after so long. Only after {@link #retire()}. */
    synchronized boolean awaitClosed(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        for (long left = patience.toMillis(); !closed && left > 0; left = (end - System.nanoTime()) / 1_000_000) {
            try {
                wait(left);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return closed;
            }
        }
        return closed;
    }

    private void closeWhenUnused() {
        if (retired) {
            copy.close();
        }
        if (retired && readers == 0 && !closed) {
            closed = true;
            close();
            notifyAll();
        }
    }

    private void close() {
        try {
            TDBInternal.expel(dataset, true);
        } catch (RuntimeException | InternalError failure) {
            LOG.warn("The RDF store {} could not be closed after a fault; it is not used again", directory, failure);
            obsolete = true;
        }
        if (obsolete) {
            StoreFiles.delete(directory);
        } else {
            StoreFiles.recordSizes(directory);
        }
    }

    /** Whether its directory can be opened again after it was closed. */
    synchronized boolean isReusable() {
        return !obsolete;
    }

    /** Runs within one read transaction. */
    <T> T read(Function<RdfView, T> work) {
        dataset.begin(TxnType.READ);
        Position shown = mark().map(StoreMark::position).orElse(Position.NONE);
        try (UnionReading union = new UnionReading(this, shown)) {
            return work.apply(new RdfView(dataset, shown, union::dataset));
        } finally {
            dataset.end();
        }
    }

    private Optional<StoreMark> mark() {
        return StoreMark.read(dataset, base);
    }

    /** The mark of the store; empty when there is none, or one of another format or base. */
    Optional<StoreMark> readMark() {
        return read(view -> mark());
    }

    /** What of it is in memory. */
    UnionCopy copy() {
        return copy;
    }

    /** Its copy in memory, when it shows just this change; who is first to ask has it made beside everything else. */
    @Nullable Graph enterCopy(Position shown) {
        Object filling = copy.ask();
        if (filling != null) {
            Thread.ofPlatform().name("clew-rdf-copy").daemon().start(() -> fillCopy(filling));
        }
        return copy.enter(shown);
    }

    private void fillCopy(Object filling) {
        if (!enter()) {
            return;
        }
        try {
            read(view -> {
                copy.fill(filling, dataset.findNG(Node.ANY, Node.ANY, Node.ANY, Node.ANY), view.position());
                return view;
            });
        } catch (RuntimeException | OutOfMemoryError failed) {
            LOG.warn("The RDF store {} could not be read into memory; queries read it on disk", directory, failed);
            copy.close();
        } finally {
            leave();
        }
    }

    /**
     * Runs within one write transaction: committed when the work returns, else aborted.
     *
     * @param work gets the dataset to write to, and gives the change that it shows since
     */
    void write(Function<DatasetGraph, Position> work) {
        UnionChange.@Nullable Recorder recorder = copy.follows() ? new UnionChange.Recorder(dataset) : null;
        UnionChange change;
        dataset.begin(TxnType.WRITE);
        try {
            Position shown = work.apply(recorder == null ? dataset : recorder);
            change = recorder == null ? null : recorder.change(shown);
            dataset.commit();
        } catch (RuntimeException | Error failure) {
            abortAfter(failure);
            throw failure;
        } finally {
            dataset.end();
        }
        copy.follow(change);
    }

    private void abortAfter(Throwable failure) {
        try {
            dataset.abort();
        } catch (RuntimeException abortFailure) {
            failure.addSuppressed(abortFailure);
        }
    }
}
