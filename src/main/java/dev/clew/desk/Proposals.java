package dev.clew.desk;

import dev.clew.desk.Proposal.Content;
import dev.clew.desk.Proposal.Decision;
import dev.clew.desk.Proposal.Origin;
import dev.clew.desk.Proposal.Passage;
import dev.clew.desk.Proposal.State;
import dev.clew.model.ClewException;
import dev.clew.model.Enumerations;
import dev.clew.model.ErrorCode;
import dev.clew.store.Store;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * Proposals with their versions: nobody changes or decides one without naming the version that they have seen. Safe for any
 * number of threads.
 */
public final class Proposals {
    /** Most proposals of one page. */
    public static final int LIMIT_PAGE = 1000;
    /** Most proposals that wait or are drafted at a time. */
    public static final int LIMIT_OPEN = 200_000;
    /** Longest record, in characters of its JSON form. */
    public static final int LIMIT_JSON_CHARACTERS = 500_000;

    private static final String COLUMNS = """
            SELECT number, version, state, by_name, content, name, base_version, origin, run, detail,
                   passage, passage_start, passage_end, made_millis, changed_millis,
                   decided_by, decided_millis, reason, change_n FROM proposal WHERE state <> 'withdrawn'
            """;
    private static final String LIST = COLUMNS + """
            AND number > :after AND (:state = '' OR state = :state) AND (:by = '' OR by_name = :by)
              AND (:origin = '' OR origin = :origin) AND (:run = 0 OR run = :run)
            ORDER BY number LIMIT :limit
            """;

    private static final String WITHDRAW = "UPDATE proposal SET state = 'withdrawn', content = '', passage = NULL ";

    private final Store store;
    private final Clock clock;

    Proposals(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * A proposal to be made.
     *
     * @param by the account that makes it
     * @param state draft or proposed
     * @param content what it proposes
     * @param origin where it comes from
     */
    public record Fresh(String by, State state, Content content, Origin origin) {
        /** Checks state and length. */
        public Fresh {
            requireBounded(content);
            if (!state.isOpen()) {
                throw ClewException.invalid("state", "must be draft or proposed", state.code());
            }
        }
    }

    private static void requireBounded(Content content) {
        if (content.json().length() > LIMIT_JSON_CHARACTERS) {
            throw new ClewException(
                    ErrorCode.TOO_LARGE,
                    "A proposal holds at most " + LIMIT_JSON_CHARACTERS + " characters: shorten the record.");
        }
    }

    /** Makes a proposal and keeps its number as the answer to what asked for it; gives the number. */
    public long add(Fresh fresh, Repeats.Keeper keeper) {
        return addAll(
                        List.of(fresh),
                        (handle, numbers) ->
                                keeper.keep(handle, numbers.getFirst().toString()))
                .getFirst();
    }

    /**
     * Makes several at once, or none; gives their numbers.
     *
     * @throws ClewException (conflict) when too many are open
     */
    public List<Long> addAll(List<Fresh> all) {
        return addAll(all, (handle, numbers) -> {});
    }

    /**
     * The same, with what has to be noted in the same transaction.
     *
     * @param also is given the numbers; what it throws undoes everything
     */
    public List<Long> addAll(List<Fresh> all, BiConsumer<Handle, List<Long>> also) {
        long now = clock.millis();
        return store.write(handle -> {
            long next = next(handle);
            requireRoom(handle, all.size());
            PreparedBatch batch = handle.prepareBatch("""
                    INSERT INTO proposal (number, version, state, by_name, content, name, base_version, origin, run, detail,
                                          passage, passage_start, passage_end, made_millis, changed_millis)
                    VALUES (?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""");
            List<Long> numbers = new ArrayList<>();
            for (Fresh each : all) {
                numbers.add(next);
                add(batch, next++, each, now);
            }
            if (!all.isEmpty()) {
                batch.execute();
            }
            also.accept(handle, List.copyOf(numbers));
            return numbers;
        });
    }

    private static long next(Handle handle) {
        return handle.createQuery("SELECT COALESCE(MAX(number), 0) + 1 FROM proposal")
                .mapTo(Long.class)
                .one();
    }

    private static void requireRoom(Handle handle, int more) {
        long open = handle.createQuery("SELECT COUNT(*) FROM proposal WHERE state IN ('draft', 'proposed')")
                .mapTo(Long.class)
                .one();
        if (open + more > LIMIT_OPEN) {
            throw new ClewException(
                    ErrorCode.CONFLICT,
                    "At most " + LIMIT_OPEN + " proposals wait at a time: decide some of the " + open + " first.");
        }
    }

    private static void add(PreparedBatch batch, long number, Fresh fresh, long now) {
        Passage passage = fresh.origin().passage();
        batch.add(
                number,
                fresh.state().code(),
                fresh.by(),
                fresh.content().json(),
                fresh.content().name(),
                fresh.content().baseVersion(),
                fresh.origin().kind().code(),
                fresh.origin().run(),
                fresh.origin().detail(),
                passage == null ? null : passage.text(),
                passage == null ? null : passage.start(),
                passage == null ? null : passage.end(),
                now,
                now);
    }

    /** The proposal with this number; empty when there is none. */
    public Optional<Proposal> find(long number) {
        return store.read(handle -> find(handle, number));
    }

    /**
     * The proposal with this number.
     *
     * @throws ClewException (not-found) when there is none
     */
    public Proposal require(long number) {
        return find(number).orElseThrow(() -> unknown(number));
    }

    private static ClewException unknown(long number) {
        return new ClewException(ErrorCode.NOT_FOUND, "There is no proposal " + number + ".");
    }

    private static Optional<Proposal> find(Handle handle, long number) {
        return handle.createQuery(COLUMNS + "AND number = :number")
                .bind("number", number)
                .map((row, context) -> proposal(row))
                .findOne();
    }

    /** A page of proposals, by number. */
    public List<Proposal> list(ProposalQuery query) {
        return store.read(handle -> handle.createQuery(LIST)
                .bind("after", query.page().after())
                .bind("state", query.state() == null ? "" : query.state().code())
                .bind("by", query.by())
                .bind("origin", query.origin() == null ? "" : query.origin().code())
                .bind("run", query.run() == null ? 0L : query.run())
                .bind("limit", query.page().limit())
                .map((row, context) -> proposal(row))
                .list());
    }

    /** How many there are of each state; of one account when it is not empty. */
    public Map<State, Long> counts(String by) {
        Map<State, Long> counts = new EnumMap<>(State.class);
        for (State state : State.values()) {
            counts.put(state, 0L);
        }
        store.read(handle -> handle.createQuery("SELECT state, COUNT(*) FROM proposal WHERE state <> 'withdrawn'"
                                + " AND (:by = '' OR by_name = :by) GROUP BY state")
                        .bind("by", by)
                        .map((row, context) -> Map.entry(state(row.getString(1)), row.getLong(2)))
                        .list())
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }

    /**
     * Changes what a proposal proposes, and whether it is a draft.
     *
     * @throws ClewException (stale-version) when another version is there; (conflict) when it is decided
     */
    public Proposal revise(long number, long version, Content content, State state) {
        requireBounded(content);
        return store.write(handle -> {
            requireOpen(handle, number, version);
            handle.execute(
                    "UPDATE proposal SET version = version + 1, content = ?, name = ?, base_version = ?, state = ?,"
                            + " changed_millis = ? WHERE number = ?",
                    content.json(),
                    content.name(),
                    content.baseVersion(),
                    state.code(),
                    clock.millis(),
                    number);
            return find(handle, number).orElseThrow();
        });
    }

    /** Takes a proposal away for good; its number is not given again. Throws as {@link #revise}. */
    public void remove(long number, long version) {
        store.write(handle -> {
            requireOpen(handle, number, version);
            return handle.execute(WITHDRAW + "WHERE number = ?", number);
        });
    }

    /** Takes away what is still open of an import; gives how many. */
    public int removeOpen(long run) {
        return store.write(handle -> handle.execute(
                WITHDRAW + "WHERE origin = 'import' AND run = ? AND state IN ('draft', 'proposed')", run));
    }

    /** Decides against a proposal; throws as {@link #revise}. */
    public Proposal reject(long number, long version, String by, String reason) {
        return store.write(handle -> {
            requireOpen(handle, number, version);
            decide(handle, number, State.REJECTED, new Decision(by, clock.instant(), reason, null));
            return find(handle, number).orElseThrow();
        });
    }

    /**
     * Notes within the transaction that publishes them that proposals are accepted.
     *
     * @param versions the version that was seen, by number
     * @param change the change that publishes them
     * @throws ClewException as {@link #revise}; nothing is published then
     */
    public void accept(Handle handle, Map<Long, Long> versions, String by, long change) {
        Decision decision = new Decision(by, clock.instant(), "", change);
        versions.forEach((number, version) -> {
            requireOpen(handle, number, version);
            decide(handle, number, State.ACCEPTED, decision);
        });
    }

    private static void decide(Handle handle, long number, State state, Decision decision) {
        long at = decision.at().toEpochMilli();
        handle.execute(
                "UPDATE proposal SET version = version + 1, state = ?, changed_millis = ?, decided_by = ?,"
                        + " decided_millis = ?, reason = ?, change_n = ? WHERE number = ?",
                state.code(),
                at,
                decision.by(),
                at,
                decision.reason(),
                decision.change(),
                number);
    }

    private static void requireOpen(Handle handle, long number, long version) {
        Proposal current = find(handle, number).orElseThrow(() -> unknown(number));
        if (!current.state().isOpen()) {
            Decision decision = current.decision();
            String who = decision == null ? "" : " by " + decision.by();
            throw new ClewException(
                    ErrorCode.CONFLICT,
                    "Proposal " + number + " is already " + current.state().code() + who
                            + ": nothing is left to decide.");
        }
        if (current.version() != version) {
            throw new ClewException(
                    ErrorCode.STALE_VERSION,
                    "Proposal " + number + " was changed: you have seen version " + version + ", now it is "
                            + current.version() + ". Read it and decide again.");
        }
    }

    /**
     * Changes several proposals at once, or none, each by the version that was seen; throws as {@link #revise}.
     *
     * @param revised what each proposes from now on, with the number and version that were seen
     */
    public void reviseAll(Collection<Proposal> revised) {
        store.write(handle -> {
            for (Proposal each : revised) {
                requireOpen(handle, each.number(), each.version());
                handle.execute(
                        "UPDATE proposal SET version = version + 1, content = ?, name = ?, changed_millis = ?"
                                + " WHERE number = ?",
                        each.content().json(),
                        each.content().name(),
                        clock.millis(),
                        each.number());
            }
            return revised.size();
        });
    }

    private static Proposal proposal(ResultSet row) throws SQLException {
        return new Proposal(
                row.getLong("number"),
                row.getLong("version"),
                state(row.getString("state")),
                row.getString("by_name"),
                new Content(row.getString("content"), row.getString("name"), optional(row, "base_version")),
                origin(row),
                Instant.ofEpochMilli(row.getLong("made_millis")),
                Instant.ofEpochMilli(row.getLong("changed_millis")),
                decision(row));
    }

    private static State state(String code) {
        return Enumerations.find(State.class, code).orElseThrow();
    }

    private static Origin origin(ResultSet row) throws SQLException {
        String text = row.getString("passage");
        Passage passage =
                text == null ? null : new Passage(text, row.getInt("passage_start"), row.getInt("passage_end"));
        Origin.Kind kind =
                Enumerations.find(Origin.Kind.class, row.getString("origin")).orElseThrow();
        return new Origin(kind, optional(row, "run"), row.getString("detail"), passage);
    }

    private static @Nullable Decision decision(ResultSet row) throws SQLException {
        String by = row.getString("decided_by");
        if (by == null) {
            return null;
        }
        Instant at = Instant.ofEpochMilli(row.getLong("decided_millis"));
        return new Decision(by, at, row.getString("reason"), optional(row, "change_n"));
    }

    private static @Nullable Long optional(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }
}
