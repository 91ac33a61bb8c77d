package dev.clew.exchange;

import dev.clew.ledger.Change.Author;
import dev.clew.ledger.Committed;
import dev.clew.ledger.Edit;
import dev.clew.ledger.Ledger;
import dev.clew.ledger.PreparedEdit;
import dev.clew.ledger.RecordEdit;
import dev.clew.ledger.Run;
import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.function.LongConsumer;

/** The second pass: writes the good records, a few changes being prepared while one is written. */
final class ImportWriting implements ImportTarget {
    private static final int PREPARED_AHEAD = 3;
    private static final Executor PREPARING = ForkJoinPool.commonPool();

    private final Ledger ledger;
    private final ImportSet set;
    private final ImportCheck check;
    private final Author author;
    private final long refusedBefore;
    private final Run run = new Run();
    private long written;
    private long skipped;

    /** A change to be written, and its preparation under way. */
    private record Batch(List<List<ImportEntry>> groups, CompletableFuture<PreparedEdit> prepared) {}

    ImportWriting(Ledger ledger, ImportSet set, ImportCheck check, Author author) {
        this.ledger = ledger;
        this.set = set;
        this.check = check;
        this.author = author;
        this.refusedBefore = set.refused();
    }

    @Override
    public long written() {
        return written;
    }

    @Override
    public long skipped() {
        return skipped;
    }

    @Override
    public long run() {
        return run.number();
    }

    @Override
    public void write(List<List<List<ImportEntry>>> batches, LongConsumer afterEachBatch) {
        Iterator<List<List<ImportEntry>>> waiting = batches.iterator();
        Deque<Batch> ahead = new ArrayDeque<>();
        while (waiting.hasNext() || !ahead.isEmpty()) {
            while (waiting.hasNext() && ahead.size() < PREPARED_AHEAD) {
                List<List<ImportEntry>> groups = waiting.next();
                boolean isChecked = set.refused() == refusedBefore;
                ahead.add(
                        new Batch(groups, CompletableFuture.supplyAsync(() -> prepare(groups, isChecked), PREPARING)));
            }
            Batch batch = ahead.remove();
            write(batch, ahead);
            afterEachBatch.accept(batch.groups().stream()
                    .flatMap(List::stream)
                    .mapToLong(entry -> entry.place.length() + 1)
                    .sum());
        }
    }

    private PreparedEdit prepare(List<List<ImportEntry>> groups, boolean isChecked) {
        List<RecordEdit> edits = groups.stream()
                .flatMap(List::stream)
                .map(entry -> RecordEdit.replace(check.record(entry)))
                .toList();
        Edit edit = new Edit(author, edits);
        return isChecked ? ledger.prepareChecked(edit, set::standing) : ledger.prepare(edit, set::standing);
    }

    private void write(Batch batch, Collection<Batch> ahead) {
        try {
            count(ledger.commit(batch.prepared().join(), run));
        } catch (CompletionException failed) {
            if (!(failed.getCause() instanceof ClewException refused)) {
                throw failed;
            }
            writeApart(batch, ahead, refused);
        } catch (ClewException refused) {
            writeApart(batch, ahead, refused);
        }
    }

    private void count(Committed committed) {
        written += committed.versions().size();
        skipped += committed.skipped();
    }

    /**
     * What was good when it was checked may not be any more, when others write meanwhile: then each group stands alone,
     * and what is prepared from now on passes the whole door again. Standings change only while nothing is prepared.
     */
    private void writeApart(Batch batch, Collection<Batch> ahead, ClewException refusal) {
        if (!isAboutContent(refusal)) {
            throw refusal;
        }
        CompletableFuture<?>[] underWay = ahead.stream().map(Batch::prepared).toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(underWay).handle((done, failed) -> "settled").join();
        for (List<ImportEntry> group : batch.groups()) {
            try {
                count(ledger.commit(prepare(List.of(group), false), run));
            } catch (ClewException refused) {
                if (!isAboutContent(refused)) {
                    throw refused;
                }
                String reason = Refusal.reasonOf(refused);
                group.forEach(entry -> set.refuse(entry, reason));
            }
        }
    }

    private static boolean isAboutContent(ClewException refusal) {
        return refusal.code() == ErrorCode.INVALID || refusal.code() == ErrorCode.CONFLICT;
    }
}
