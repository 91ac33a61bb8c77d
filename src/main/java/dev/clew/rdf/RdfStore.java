package dev.clew.rdf;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.TDB2;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One open TDB2 directory and the readers on it; closes when it is retired and the last reader has left.
 *
 * <p>Safe for any number of reading threads and one writing thread.
 */
final class RdfStore {
    private static final Logger LOG = LoggerFactory.getLogger(RdfStore.class);

    private final Path directory;
    private final DatasetGraph dataset;
    private int readers;
    private boolean retired;
    private boolean closed;
    private boolean obsolete;

    private RdfStore(Path directory, DatasetGraph dataset) {
        this.directory = directory;
        this.dataset = dataset;
    }

    /**
     * Opens or creates the store of a directory.
     *
     * @throws RuntimeException of any kind when what is there cannot be read
     */
    static RdfStore open(Path directory) {
        DatasetGraph dataset = DatabaseMgr.connectDatasetGraph(directory.toString());
        dataset.getContext().set(TDB2.symUnionDefaultGraph, true);
        return new RdfStore(directory, dataset);
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
    <T> T read(Function<DatasetGraph, T> work) {
        dataset.begin(TxnType.READ);
        try {
            return work.apply(dataset);
        } finally {
            dataset.end();
        }
    }

    /** Runs within one write transaction: committed when the work returns, else aborted. */
    void write(Runnable work) {
        dataset.begin(TxnType.WRITE);
        try {
            work.run();
            dataset.commit();
        } catch (RuntimeException | Error failure) {
            abortAfter(failure);
            throw failure;
        } finally {
            dataset.end();
        }
    }

    private void abortAfter(Throwable failure) {
        try {
            dataset.abort();
        } catch (RuntimeException abortFailure) {
            failure.addSuppressed(abortFailure);
        }
    }
}
