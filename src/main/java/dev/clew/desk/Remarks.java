package dev.clew.desk;

import dev.clew.desk.Remark.Draft;
import dev.clew.desk.Remark.Kind;
import dev.clew.model.Caller;
import dev.clew.model.ClewException;
import dev.clew.model.Enumerations;
import dev.clew.model.ErrorCode;
import dev.clew.model.Role;
import dev.clew.store.Store;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What readers say of claims. Safe for any number of threads, and for several processes. */
public final class Remarks {
    /** Most remarks of one account on one claim. */
    public static final int LIMIT_A_CLAIM = 20;
    /** Most remarks of one account in a day. */
    public static final int LIMIT_A_DAY = 200;
    /** Most remarks that one call gives. */
    public static final int LIMIT_ROWS = 200;

    private static final String SELECT = """
            SELECT number, insight, version, kind, by_name, content, source, at_millis, answer, answered_by, answered_millis
            FROM remark WHERE\s""";

    private final Store store;
    private final Clock clock;

    Remarks(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Writes a remark.
     *
     * @param version the version of the claim that the reader saw
     * @param by the account
     * @throws ClewException (conflict) when the account endorsed the claim already, or made {@value #LIMIT_A_CLAIM} remarks
     *     on it; (too-many-requests) after {@value #LIMIT_A_DAY} in a day
     */
    public Remark add(Draft draft, long version, String by) {
        return store.write(handle -> {
            requireRoom(handle, draft, by);
            Remark made = new Remark(next(handle), draft, version, by, Instant.ofEpochMilli(clock.millis()), null);
            handle.execute(
                    "INSERT INTO remark (number, insight, version, kind, by_name, content, source, at_millis)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    made.number(),
                    draft.insight(),
                    version,
                    draft.kind().code(),
                    by,
                    draft.text(),
                    draft.source(),
                    made.at().toEpochMilli());
            return made;
        });
    }

    private void requireRoom(Handle handle, Draft draft, String by) {
        List<Remark> own = handle.createQuery(SELECT + "insight = :insight AND by_name = :by ORDER BY number")
                .bind("insight", draft.insight())
                .bind("by", by)
                .map((row, context) -> remark(row))
                .list();
        if (draft.kind() == Kind.ENDORSEMENT) {
            own.stream()
                    .filter(each -> each.said().kind() == Kind.ENDORSEMENT)
                    .findFirst()
                    .ifPresent(each -> {
                        throw new ClewException(
                                ErrorCode.CONFLICT,
                                "You endorsed this claim already, by remark " + each.number() + ": once is enough.");
                    });
        }
        if (own.size() >= LIMIT_A_CLAIM) {
            throw new ClewException(
                    ErrorCode.CONFLICT,
                    "You made " + LIMIT_A_CLAIM + " remarks on this claim, the most there may be: withdraw one first.");
        }
        long today = handle.createQuery("SELECT COUNT(*) FROM remark WHERE by_name = :by AND at_millis > :since")
                .bind("by", by)
                .bind("since", clock.millis() - Duration.ofDays(1).toMillis())
                .mapTo(Long.class)
                .one();
        if (today >= LIMIT_A_DAY) {
            throw new ClewException(
                    ErrorCode.TOO_MANY_REQUESTS,
                    "You made " + LIMIT_A_DAY + " remarks in a day, the most there may be: go on tomorrow.");
        }
    }

    private static long next(Handle handle) {
        return handle.createQuery("SELECT COALESCE(MAX(number), 0) + 1 FROM remark")
                .mapTo(Long.class)
                .one();
    }

    /**
     * Takes a remark away for good: its author their own, an admin anybody's.
     *
     * @throws ClewException (not-found) when there is no such remark; (forbidden) when it is somebody else's
     */
    public void withdraw(long number, Caller caller) {
        store.write(handle -> {
            Remark remark = require(handle, number);
            if (!remark.by().equals(caller.name())) {
                caller.require(Role.ADMIN);
            }
            return handle.execute("DELETE FROM remark WHERE number = ?", number);
        });
    }

    /**
     * Answers a dispute, which is open no longer then; it stays beside the claim with its answer.
     *
     * @param by the curator
     * @throws ClewException (invalid) without an answer; (not-found) when there is no such remark; (conflict) when it is no
     *     dispute, or answered already
     */
    public Remark answer(long number, String text, String by) {
        Remark.requireText("answer", text, "must say what is concluded");
        return store.write(handle -> {
            Remark remark = require(handle, number);
            if (remark.said().kind() != Kind.DISPUTE) {
                throw new ClewException(
                        ErrorCode.CONFLICT, "Remark " + number + " is no dispute: only disputes are answered.");
            }
            Remark.Answer before = remark.answer();
            if (before != null) {
                throw new ClewException(
                        ErrorCode.CONFLICT,
                        "Dispute " + number + " was answered by " + before.by() + ": read it again.");
            }
            handle.execute(
                    "UPDATE remark SET answer = ?, answered_by = ?, answered_millis = ? WHERE number = ?",
                    text,
                    by,
                    clock.millis(),
                    number);
            return require(handle, number);
        });
    }

    private static Remark require(Handle handle, long number) {
        return handle.createQuery(SELECT + "number = :number")
                .bind("number", number)
                .map((row, context) -> remark(row))
                .findOne()
                .orElseThrow(() -> new ClewException(
                        ErrorCode.NOT_FOUND, "There is no remark " + number + ": it may have been withdrawn."));
    }

    /** How many remarks of each kind a claim has; kinds without any are left out. */
    public Map<Kind, Long> counts(String insight) {
        return store.read(handle -> {
            Map<Kind, Long> counts = new EnumMap<>(Kind.class);
            handle.createQuery("SELECT kind, COUNT(*) FROM remark WHERE insight = :insight GROUP BY kind")
                    .bind("insight", insight)
                    .map((row, context) -> Map.entry(kind(row.getString(1)), row.getLong(2)))
                    .forEach(each -> counts.put(each.getKey(), each.getValue()));
            return counts;
        });
    }

    /** The disputes and comments on a claim, latest first, below a number, at most so many. */
    public List<Remark> of(String insight, long before, int limit) {
        return store.read(handle -> handle.createQuery(SELECT + "insight = :insight"
                        + " AND kind <> 'endorsement' AND number < :before ORDER BY number DESC LIMIT :limit")
                .bind("insight", insight)
                .bind("before", before)
                .bind("limit", Math.clamp(limit, 1, LIMIT_ROWS))
                .map((row, context) -> remark(row))
                .list());
    }

    /** The number of an account's endorsement of a claim; empty when it did not endorse it. */
    public Optional<Long> endorsement(String insight, String by) {
        return store.read(handle -> handle.createQuery(
                        "SELECT number FROM remark WHERE insight = :insight AND by_name = :by AND kind = 'endorsement'")
                .bind("insight", insight)
                .bind("by", by)
                .mapTo(Long.class)
                .findFirst());
    }

    /** Disputes with a greater number than this, oldest first, at most so many: open ones, or those that were answered. */
    public List<Remark> disputes(boolean open, long after, int limit) {
        return store.read(handle -> handle.createQuery(SELECT + "kind = 'dispute'"
                        + " AND number > :after AND (answer IS NULL) = :open ORDER BY number LIMIT :limit")
                .bind("after", after)
                .bind("open", open)
                .bind("limit", Math.clamp(limit, 1, LIMIT_ROWS))
                .map((row, context) -> remark(row))
                .list());
    }

    private static Remark remark(ResultSet row) throws SQLException {
        return new Remark(
                row.getLong(1),
                new Draft(row.getString(2), kind(row.getString(4)), row.getString(6), row.getString(7)),
                row.getLong(3),
                row.getString(5),
                Instant.ofEpochMilli(row.getLong(8)),
                answer(row));
    }

    private static Remark.@Nullable Answer answer(ResultSet row) throws SQLException {
        String text = row.getString(9);
        return text == null ? null : new Remark.Answer(text, row.getString(10), Instant.ofEpochMilli(row.getLong(11)));
    }

    private static Kind kind(String code) {
        return Enumerations.find(Kind.class, code).orElseThrow();
    }
}
