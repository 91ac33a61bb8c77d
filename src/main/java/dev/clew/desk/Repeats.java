package dev.clew.desk;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what requests with a key of the caller's choosing were answered, for {@link #KEPT} and at most {@value
 * #LIMIT_KEPT} of them, so that one that is sent again is not done again. Safe for any number of threads.
 */
public final class Repeats {
    /** How long an answer is remembered. */
    public static final Duration KEPT = Duration.ofDays(1);
    /** Most answers that are remembered; the oldest go first. */
    public static final int LIMIT_KEPT = 10_000;
    /** Longest answer that is remembered; a longer one is not, and its request would be done again. */
    public static final int LIMIT_CHARACTERS = 100_000;

    private final Store store;
    private final Clock clock;

    Repeats(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * A request that may come again.
     *
     * @param caller whose key it is
     * @param key chosen by the caller; null when it came without, and is done each time
     * @param request everything that was asked, as one text
     */
    public record Request(String caller, @Nullable String key, String request) {
        private String hash() {
            return Secret.hash(caller + "\n" + key);
        }

        private String requestHash() {
            return Secret.hash(request);
        }
    }

    /** Keeps an answer within the transaction that does what it tells. */
    @FunctionalInterface
    public interface Keeper {
        /** For what is never asked twice. */
        Keeper NONE = (handle, answer) -> {};

        /** Keeps the answer; throws as {@link Repeats#keep}. */
        void keep(Handle handle, String answer);
    }

    /**
     * What the request was answered before, or what it is answered now.
     *
     * @param work does what is asked and hands its answer to the keeper within its transaction; not called when the request
     *     was answered before
     * @throws ClewException as {@link #answer} and the work do
     */
    public String once(Request request, Function<Keeper, String> work) {
        if (request.key() == null) {
            return work.apply(Keeper.NONE);
        }
        return answer(request).orElseGet(() -> unlessAnsweredMeanwhile(request, work));
    }

    private String unlessAnsweredMeanwhile(Request request, Function<Keeper, String> work) {
        try {
            return work.apply((handle, answer) -> keep(handle, request, answer));
        } catch (RuntimeException refused) {
            return answer(request).orElseThrow(() -> refused);
        }
    }

    /**
     * What the request was answered before; empty when it is new.
     *
     * @throws ClewException (invalid) when the key came with another request
     */
    public Optional<String> answer(Request request) {
        return store.read(handle -> handle.createQuery(
                        "SELECT request, answer FROM repeated WHERE hash = :hash AND at_millis > :since")
                .bind("hash", request.hash())
                .bind("since", clock.millis() - KEPT.toMillis())
                .map((row, context) -> same(request, row.getString(1), row.getString(2)))
                .findOne());
    }

    private static String same(Request request, String requestHash, String answer) {
        if (!requestHash.equals(request.requestHash())) {
            throw ClewException.invalid(
                    "Idempotency-Key",
                    "was used for another request: choose a new key for this one",
                    String.valueOf(request.key()));
        }
        return answer;
    }

    /**
     * Remembers an answer, in the transaction that does what it tells.
     *
     * @throws ClewException (conflict) when the request was answered meanwhile: nothing is done twice
     */
    public void keep(Handle handle, Request request, String answer) {
        if (answer.length() > LIMIT_CHARACTERS) {
            return;
        }
        long now = clock.millis();
        handle.execute("DELETE FROM repeated WHERE at_millis <= ?", now - KEPT.toMillis());
        handle.execute("""
                DELETE FROM repeated WHERE at_millis <= (
                    SELECT at_millis FROM repeated ORDER BY at_millis DESC LIMIT 1 OFFSET ?)""", LIMIT_KEPT);
        long there = handle.createQuery("SELECT COUNT(*) FROM repeated WHERE hash = ?")
                .bind(0, request.hash())
                .mapTo(Long.class)
                .one();
        if (there > 0) {
            throw new ClewException(ErrorCode.CONFLICT, "The same request was answered just now: send it again.");
        }
        handle.execute(
                "INSERT INTO repeated (hash, request, answer, at_millis) VALUES (?, ?, ?, ?)",
                request.hash(),
                request.requestHash(),
                answer,
                now);
    }
}
