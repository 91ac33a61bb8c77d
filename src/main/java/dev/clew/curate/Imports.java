package dev.clew.curate;

import dev.clew.desk.Desk;
import dev.clew.desk.ImportRun;
import dev.clew.desk.ImportRun.Changes;
import dev.clew.desk.ImportRun.Counts;
import dev.clew.desk.ImportRun.Given;
import dev.clew.desk.ImportRun.Mode;
import dev.clew.desk.ImportRun.Refused;
import dev.clew.desk.ImportRun.State;
import dev.clew.desk.ImportRuns;
import dev.clew.desk.Repeats;
import dev.clew.exchange.ImportProgress;
import dev.clew.exchange.ImportReport;
import dev.clew.exchange.ImportRequest;
import dev.clew.exchange.LibraryImport;
import dev.clew.exchange.MendFile;
import dev.clew.exchange.RecordJson;
import dev.clew.exchange.TableColumn;
import dev.clew.exchange.UploadedFile;
import dev.clew.ledger.Change.Author;
import dev.clew.ledger.Ledger;
import dev.clew.ledger.StoredRecord;
import dev.clew.model.Caller;
import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.model.Insight;
import dev.clew.model.RecordName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Imports of uploaded files, one after the other in the background: kept with how they went, to be cancelled, and undone as
 * one. Safe for any number of threads.
 */
public final class Imports implements AutoCloseable {
    /** Most imports that wait or run at a time. */
    public static final int LIMIT_OPEN = 100;

    private static final Logger LOG = LoggerFactory.getLogger(Imports.class);
    private static final Duration STOP = Duration.ofSeconds(30);
    private static final long TOLD_EVERY_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Ledger ledger;
    private final Desk desk;
    private final LibraryImport importer;
    private final ProposedRecords proposed;
    private volatile boolean closing;
    private final Map<Long, UnderWay> open = new ConcurrentHashMap<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "clew-imports");
        thread.setDaemon(true);
        return thread;
    });

    private static final String FAULT = "A fault of Clew's own; the log has the cause.";

    /**
     * What becomes of the records of a file.
     *
     * @param mode whether they are published, wait for review, or are only looked at
     * @param strict whether nothing is written when any record is refused
     */
    public record Manner(Mode mode, boolean strict) {}

    /** An import that has not come to its end. */
    private static final class UnderWay {
        final UploadedFile upload;
        final boolean strict;
        final CountDownLatch ended = new CountDownLatch(1);
        volatile boolean cancelled;
        volatile @Nullable ImportProgress progress;
        long told;
        long toldRun;

        UnderWay(UploadedFile upload, boolean strict) {
            this.upload = upload;
            this.strict = strict;
        }
    }

    /** Stops an import from within. */
    private static final class Cancelled extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** Imports into this ledger; what was under way when the server last stopped is noted as interrupted. */
    public Imports(Ledger ledger, Desk desk, LibraryImport importer, RecordJson json) {
        this.ledger = ledger;
        this.desk = desk;
        this.importer = importer;
        this.proposed = new ProposedRecords(desk.proposals(), json);
        desk.imports().interruptOpen();
    }

    /**
     * Takes a file over and imports it as soon as the ones before it are through.
     *
     * @param upload closed when it is done with
     * @param manner what becomes of its records
     * @param keeper keeps its number, as the answer to who asked
     * @return the number of the import
     * @throws ClewException (invalid) for headings that are not understood; (conflict) when too many wait
     */
    public long start(UploadedFile upload, Manner manner, Caller by, Repeats.Keeper keeper) {
        try {
            if (open.size() >= LIMIT_OPEN) {
                throw new ClewException(
                        ErrorCode.CONFLICT, LIMIT_OPEN + " imports wait already: let some of them end first.");
            }
            String head = MendFile.head(TableColumn.of(upload.file()));
            Given given = new Given(
                    by.name(), upload.file().shownName(), upload.file().format().code(), manner.mode(), head);
            long number = desk.imports().begin(given, keeper);
            UnderWay underWay = new UnderWay(upload, manner.strict());
            open.put(number, underWay);
            worker.execute(() -> run(number, given, underWay));
            return number;
        } catch (RuntimeException refused) {
            upload.close();
            throw refused;
        }
    }

    private void run(long number, Given given, UnderWay underWay) {
        try (UploadedFile upload = underWay.upload) {
            ImportRun ended;
            List<Refused> refused = List.of();
            try {
                ImportReport report = report(number, given, underWay, upload);
                ended = ended(number, State.DONE, message(underWay, report), report);
                refused = report.refusals().stream().map(FileImports::refused).toList();
            } catch (Cancelled cancelled) {
                ended = stopped(number, closing ? State.INTERRUPTED : State.CANCELLED, "", underWay);
            } catch (ClewException failed) {
                ended = stopped(number, State.FAILED, String.valueOf(failed.getMessage()), underWay);
            } catch (RuntimeException failed) {
                LOG.error("Import {} failed", number, failed);
                ended = stopped(number, State.FAILED, FAULT, underWay);
            } catch (Error fatal) {
                desk.imports().end(stopped(number, State.FAILED, FAULT, underWay), refused);
                throw fatal;
            }
            desk.imports().end(ended, refused);
        } finally {
            open.remove(number);
            underWay.ended.countDown();
        }
    }

    private ImportReport report(long number, Given given, UnderWay underWay, UploadedFile upload) {
        requireNotCancelled(underWay);
        Author author = new Author(given.by(), "import " + number + " of " + given.name());
        boolean writesNothing = given.mode() == Mode.CHECK;
        ImportRequest request = new ImportRequest(
                List.of(upload.file()), author, underWay.strict, progress -> note(number, underWay, progress));
        if (given.mode() == Mode.PUBLISH) {
            return importer.run(request);
        }
        return importer.propose(request, found -> {
            if (!writesNothing) {
                proposed.keep(number, given.by(), found);
            }
        });
    }

    private static String message(UnderWay underWay, ImportReport report) {
        return underWay.strict && report.refused() > 0
                ? "Nothing was written, for it was asked for strictly and not every record is good: mend what was refused, or"
                        + " import without strict."
                : "";
    }

    private static void requireNotCancelled(UnderWay underWay) {
        if (underWay.cancelled) {
            throw new Cancelled();
        }
    }

    private void note(long number, UnderWay underWay, ImportProgress progress) {
        underWay.progress = progress;
        requireNotCancelled(underWay);
        long now = System.nanoTime();
        boolean firstChange = underWay.toldRun != progress.run();
        if (underWay.told == 0 || firstChange || now - underWay.told > TOLD_EVERY_NANOS) {
            underWay.told = now;
            underWay.toldRun = progress.run();
            desk.imports().progress(number, new Changes(progress.run(), 0), counts(progress));
        }
    }

    private static Counts counts(ImportProgress progress) {
        boolean writing = progress.stage() == ImportProgress.Stage.WRITING;
        return new Counts(
                writing ? progress.records() + progress.refused() : progress.records(),
                writing ? progress.records() : 0,
                0,
                progress.refused());
    }

    private ImportRun ended(long number, State state, String message, ImportReport report) {
        Counts counts = new Counts(report.read(), report.written(), report.skipped(), report.refused());
        return with(
                number,
                state,
                message,
                new Changes(report.run(), report.position().n()),
                counts);
    }

    private ImportRun stopped(long number, State state, String message, UnderWay underWay) {
        ImportProgress progress = underWay.progress;
        Counts counts = progress == null ? Counts.NONE : counts(progress);
        Changes changes =
                new Changes(progress == null ? 0 : progress.run(), ledger.head().n());
        return with(number, state, message, changes, counts);
    }

    private ImportRun with(long number, State state, String message, Changes changes, Counts counts) {
        ImportRun before = desk.imports().require(number);
        return new ImportRun(number, before.file(), state, before.made(), null, changes, counts, message);
    }

    /** Waits until the import came to its end; false when it does not within this time. */
    public boolean await(long number, Duration limit) {
        UnderWay underWay = open.get(number);
        try {
            return underWay == null || underWay.ended.await(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** How far an import under way is; empty when it is not under way here. */
    public Optional<ImportProgress> progress(long number) {
        return Optional.ofNullable(open.get(number)).map(underWay -> underWay.progress);
    }

    /** How many wait or are under way. */
    public int open() {
        return open.size();
    }

    /** What is kept of imports. */
    public ImportRuns runs() {
        return desk.imports();
    }

    /**
     * Published insights that an import wrote, in its order; none of one that only proposed or looked.
     *
     * @param last the one to go on behind; null to begin
     * @throws ClewException (bad-request) when the last one is not of this import
     */
    public List<Insight> insights(ImportRun run, @Nullable RecordName last, int limit) {
        if (run.changes().run() == 0) {
            return List.of();
        }
        return ledger.insightsOfRun(run.changes().run(), last, limit).stream()
                .flatMap(name -> ledger.read(name).flatMap(StoredRecord::record).stream())
                .map(Insight.class::cast)
                .toList();
    }

    /**
     * Stops an import; what it wrote until then stays until it is undone.
     *
     * @throws ClewException (not-found) when there is none; (conflict) when it came to its end already
     */
    public void cancel(long number) {
        ImportRun run = desk.imports().require(number);
        UnderWay underWay = open.get(number);
        if (underWay == null) {
            throw new ClewException(
                    ErrorCode.CONFLICT,
                    "Import " + number + " is " + run.state().code() + " already: undo it, if that is what you want.");
        }
        underWay.cancelled = true;
    }

    /**
     * Takes back what an import wrote: its changes by new ones, or those of its proposals that nobody decided.
     *
     * @throws ClewException (conflict) while it is under way, when it was undone before, and, naming what stands on it, when
     *     later changes do
     */
    public ImportRun undo(long number, Caller by) {
        ImportRun run = desk.imports().require(number);
        if (run.state().isOpen() || run.state() == State.UNDONE) {
            throw new ClewException(
                    ErrorCode.CONFLICT,
                    "Import " + number + " is " + run.state().code()
                            + (run.state().isOpen() ? ": cancel it first." : " already."));
        }
        if (run.changes().run() > 0) {
            ledger.undoRun(run.changes().run(), new Author(by.name(), "undid import " + number));
        }
        desk.proposals().removeOpen(number);
        desk.imports().settle(number, State.UNDONE);
        return desk.imports().require(number);
    }

    /** Stops the import under way and those behind it; they are noted as interrupted. */
    @Override
    public void close() {
        closing = true;
        open.values().forEach(underWay -> underWay.cancelled = true);
        worker.shutdown();
        try {
            if (!worker.awaitTermination(STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("An import did not stop within {} s.", STOP.toSeconds());
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
