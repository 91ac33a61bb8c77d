package dev.clew.search;

import dev.clew.ledger.Change;
import dev.clew.ledger.Position;
import dev.clew.ledger.RecordChange;
import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.model.RecordName;
import dev.clew.model.RecordType;
import dev.clew.projection.Projection;
import dev.clew.search.meaning.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.LongPredicate;
import java.util.stream.Stream;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.store.AlreadyClosedException;

/**
 * The published records as a Lucene index that follows the ledger.
 *
 * <p>A claim's document draws in the names of its entities and the date and podcast of its source; when those change,
 * the claims are indexed again from their stored rows. One thread writes; any number read, each a whole state. A state
 * shows a change as soon as {@link #apply} returns; it is durable after 5 seconds of writing, 20 000 records, or
 * {@link #close}, and what a crash loses is pulled from the ledger again.
 */
public final class SearchProjection implements Projection, Texts {
    private static final int RECORDS_PER_COMMIT = 20_000;
    private static final Duration COMMIT_AFTER = Duration.ofSeconds(5);
    private static final int READ_ATTEMPTS = 5;

    private final Generations generations;
    private volatile CompletableFuture<Generation> opened;
    private boolean closed;
    private final Activity activity = new Activity();
    private long recordsSinceCommit;
    private long lastCommitNanos = System.nanoTime();

    /**
     * Begins to open the index in this directory, which is made when missing; an index that is damaged, half written or of
     * another format is left out, so that {@link #position()} is {@link Position#NONE}. Whatever is asked waits until it is
     * open, and is refused with what {@link #awaitOpen()} throws when it cannot be.
     */
    public SearchProjection(Path directory) {
        this.generations = new Generations(directory);
        this.opened = CompletableFuture.supplyAsync(
                generations::open,
                open -> Thread.ofPlatform().daemon().name("clew-search-opening").start(open));
    }

    /**
     * Waits until the index is open.
     *
     * @throws ClewException (data-directory) when the directory cannot be written to, or another process has it open
     */
    public void awaitOpen() {
        current();
    }

    private Generation current() {
        try {
            return opened.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    private boolean neverOpened() {
        return opened.handle((generation, failure) -> failure != null).join();
    }

    private void become(Generation next) {
        opened = CompletableFuture.completedFuture(next);
    }

    @Override
    public String name() {
        return "search";
    }

    @Override
    public Position position() {
        return current().position();
    }

    @Override
    public void apply(List<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        requireNext(changes);
        activity.begin();
        try {
            activity.end(takeIn(changes));
        } catch (RuntimeException failed) {
            activity.end(0);
            throw failed;
        }
    }

    /** Returns how many records there were. */
    private int takeIn(List<Change> changes) {
        Generation target = current();
        try {
            Edit edit = Edit.of(changes);
            edit.writeTo(target);
            target.publish(changes.getLast().position());
            recordsSinceCommit += edit.size();
            commitWhenDue(target);
            return edit.size();
        } catch (IOException | RuntimeException failure) {
            goBack(target);
            throw failure(failure);
        }
    }

    /** In this order a reader always finds one that is open. */
    private void goBack(Generation failed) {
        Generation again = generations.reopen(failed);
        become(again);
        if (again != failed) {
            generations.letGo(failed);
        }
    }

    /** Whether it is taking something in, or took in many records a moment ago, so that more may be on their way. */
    public boolean isBusy() {
        return activity.isBusy();
    }

    @Override
    public long state() {
        return activity.count();
    }

    @Override
    public Missing missing(LongPredicate known, int most) throws IOException {
        return read((generation, searcher) -> TextKeys.missing(searcher, known, most));
    }

    @Override
    public Set<Long> keys() throws IOException {
        return read((generation, searcher) -> TextKeys.keys(searcher, MatchAllDocsQuery.INSTANCE));
    }

    private void requireNext(List<Change> changes) {
        long expected = position().n() + 1;
        for (Change change : changes) {
            if (change.n() != expected++) {
                throw new IllegalArgumentException("Change " + change.n() + " came to the search index at position "
                        + position().n() + ", where change " + (expected - 1) + " is next");
            }
        }
    }

    private void commitWhenDue(Generation target) throws IOException {
        long sinceCommitNanos = System.nanoTime() - lastCommitNanos;
        if (recordsSinceCommit >= RECORDS_PER_COMMIT || sinceCommitNanos >= COMMIT_AFTER.toNanos()) {
            commit(target);
        }
    }

    private void commit(Generation target) throws IOException {
        target.commit();
        recordsSinceCommit = 0;
        lastCommitNanos = System.nanoTime();
    }

    @Override
    public void rebuild(Stream<RecordChange> records, Position target) {
        activity.begin();
        Generation before = current();
        Generation next = generations.create();
        try {
            Refill refill = new Refill(next);
            records.forEach(refill::take);
            refill.complete(target);
            commit(next);
        } catch (IOException | RuntimeException failure) {
            generations.drop(next);
            activity.end(0);
            throw failure(failure);
        }
        become(next);
        activity.end(0);
        generations.drop(before);
    }

    private static RuntimeException failure(Exception failure) {
        if (failure instanceof RuntimeException known && !(failure instanceof UncheckedIOException)) {
            return known;
        }
        return new ClewException(
                ErrorCode.NO_SPACE,
                "The search index could not be written: " + failure.getMessage()
                        + ". Nothing is lost; free the disk or make it writable, and it catches up.",
                failure);
    }

    @Override
    public String fingerprint() {
        return read((generation, searcher) -> Fingerprint.of(searcher));
    }

    /**
     * Reads the newest state.
     *
     * @throws ClewException (not-ready) when the index turns out to be damaged; it is rebuilt then
     */
    <T> T read(Reading<T> reading) {
        return scoped(generation -> generation.read(reading));
    }

    /** Reads the state kept under the token, the newest when it is no longer kept. */
    <T> T readPage(long token, Reading<T> reading) {
        return scoped(generation -> {
            Optional<T> kept = generation.readPage(token, reading);
            return kept.isPresent() ? kept.get() : generation.read(reading);
        });
    }

    private <T> T scoped(Scope<T> scope) {
        for (int attempt = 1; ; attempt++) {
            Generation generation = current();
            try {
                return scope.in(generation);
            } catch (AlreadyClosedException swapped) {
                if (attempt == READ_ATTEMPTS) {
                    throw new ClewException(ErrorCode.NOT_READY, "The search index is closed.", swapped);
                }
            } catch (CorruptIndexException damage) {
                generation.reportDamage();
                throw new ClewException(
                        ErrorCode.NOT_READY,
                        "The search index is damaged and will be rebuilt; ask again soon.",
                        damage);
            } catch (IOException failure) {
                throw new ClewException(
                        ErrorCode.NOT_READY, "The search index could not be read: " + failure.getMessage(), failure);
            }
        }
    }

    /** Entities and sources by id and name. */
    Names names() {
        return current().names();
    }

    /** Makes what was taken in durable and lets go of the directory; does nothing when that was done. */
    @Override
    public void close() {
        if (closed || neverOpened()) {
            return;
        }
        closed = true;
        Generation last = current();
        try {
            if (last.position().n() > 0) {
                commit(last);
            }
            last.close();
        } catch (IOException failure) {
            throw failure(failure);
        }
    }

    /** Whether a record is one that claims draw on. */
    static boolean isDrawnOn(RecordName name) {
        return name.type() != RecordType.INSIGHT;
    }

    /** Something done with one generation. */
    private interface Scope<T> {
        T in(Generation generation) throws IOException;
    }
}
