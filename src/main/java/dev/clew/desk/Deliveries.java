package dev.clew.desk;

import dev.clew.desk.Delivery.Letter;
import dev.clew.desk.Delivery.Made;
import dev.clew.desk.Delivery.Reason;
import dev.clew.desk.Delivery.State;
import dev.clew.desk.Delivery.Told;
import dev.clew.model.Enumerations;
import dev.clew.store.Store;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What readers were sent. The key is the reader and the day: whatever happens to clocks and processes, there is no second
 * brief for them. Safe for any number of threads, and for several processes.
 */
public final class Deliveries {
    /** Most deliveries that one call gives. */
    public static final int LIMIT_ROWS = 1_000;

    /** For so many days a feed shows a brief: readers of feeds do not look every day. */
    public static final int DAYS_SHOWN = 7;

    private static final Pattern ADDRESS = Pattern.compile("\\S+@\\S+");

    private static final String SELECT =
            "SELECT reader, day, state, message_id, content, tries FROM reader_brief WHERE ";

    private final Store store;
    private final Clock clock;

    Deliveries(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The brief of a reader for a day. */
    public Optional<Delivery> find(long reader, LocalDate day) {
        return store.read(handle -> handle.createQuery(SELECT + "reader = :reader AND day = :day")
                .bind("reader", reader)
                .bind("day", day.toString())
                .map((row, context) -> delivery(row))
                .findOne());
    }

    /**
     * Keeps what is to be sent, with the claims in it, which are never in another one. Where there is no letter it says that
     * there was nothing on that day.
     *
     * @return false when there is one for that day already, which stays; or when the reader was deleted meanwhile
     */
    public boolean keep(Reader reader, LocalDate day, Made made) {
        return keep(reader, day, made, made.letter().equals(Letter.NONE) ? State.EMPTY : State.WAITING);
    }

    /**
     * Keeps what a feed shows for a day to a reader to whom nothing is sent, with the claims in it, which are never in another
     * brief; forgets the texts of days that feeds do not go back to any more.
     *
     * @param made its content is the feed's own
     * @return false when there is a brief for that day already, which stays
     */
    public boolean show(Reader reader, LocalDate day, Made made) {
        store.write(handle -> handle.execute(
                "UPDATE reader_brief SET content = '' WHERE reader = ? AND state = ? AND day <= ?",
                reader.number(),
                State.SHOWN.code(),
                day.minusDays(DAYS_SHOWN).toString()));
        return keep(reader, day, made, State.SHOWN);
    }

    /** What a feed has shown a reader on the {@value #DAYS_SHOWN} days up to one, the latest first. */
    public List<String> shown(Reader reader, LocalDate day) {
        return store.read(handle -> handle.createQuery("SELECT content FROM reader_brief WHERE reader = :reader"
                        + " AND state = :state AND content <> '' AND day > :before ORDER BY day DESC")
                .bind("reader", reader.number())
                .bind("state", State.SHOWN.code())
                .bind("before", day.minusDays(DAYS_SHOWN).toString())
                .mapTo(String.class)
                .list());
    }

    private boolean keep(Reader reader, LocalDate day, Made made, State state) {
        return store.write(handle -> {
            int kept = handle.execute(
                    "INSERT INTO reader_brief"
                            + " (reader, day, state, message_id, content, made_millis, tries, next_millis, told, change_known)"
                            + " SELECT number, ?, ?, ?, ?, ?, 0, 0, '', ? FROM reader WHERE number = ? AND COALESCE(address, '') = ?"
                            + " ON CONFLICT (reader, day) DO NOTHING",
                    day.toString(),
                    state.code(),
                    made.letter().messageId(),
                    made.letter().content(),
                    clock.millis(),
                    made.change(),
                    reader.number(),
                    Objects.requireNonNullElse(reader.address(), ""));
            if (kept > 0) {
                made.insights()
                        .forEach(id -> handle.execute(
                                "INSERT INTO reader_item (reader, insight) VALUES (?, ?)"
                                        + " ON CONFLICT (reader, insight) DO NOTHING",
                                reader.number(),
                                id));
            }
            return kept > 0;
        });
    }

    /** The last change that any brief of a reader knew of; empty before the first brief. */
    public OptionalLong known(Reader reader) {
        return store.read(handle -> handle.createQuery(
                        "SELECT change_known FROM reader_brief WHERE reader = :reader ORDER BY day DESC LIMIT 1")
                .bind("reader", reader.number())
                .mapTo(Long.class)
                .findOne()
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty));
    }

    /** How far the latest briefs of a reader are, the latest first, at most so many. */
    public List<Told> latest(Reader reader, int limit) {
        return store.read(handle -> handle.createQuery("SELECT day, state, made_millis, told FROM reader_brief"
                        + " WHERE reader = :reader ORDER BY day DESC LIMIT :limit")
                .bind("reader", reader.number())
                .bind("limit", Math.clamp(limit, 1, LIMIT_ROWS))
                .map((row, context) -> new Told(
                        LocalDate.parse(row.getString(1)),
                        state(row.getString(2)),
                        Instant.ofEpochMilli(row.getLong(3)),
                        row.getString(4)))
                .list());
    }

    /** The claims that a reader was sent. */
    public Set<String> had(Reader reader) {
        return new HashSet<>(
                store.read(handle -> handle.createQuery("SELECT insight FROM reader_item WHERE reader = :reader")
                        .bind("reader", reader.number())
                        .mapTo(String.class)
                        .list()));
    }

    /** Those to be sent by now, the least often tried first, then the oldest; at most so many. */
    public List<Delivery> waiting(int limit) {
        return store.read(handle -> handle.createQuery(
                        SELECT
                                + "state = :state AND next_millis <= :now ORDER BY tries, next_millis, made_millis, reader LIMIT :limit")
                .bind("state", State.WAITING.code())
                .bind("now", clock.millis())
                .bind("limit", Math.clamp(limit, 1, LIMIT_ROWS))
                .map((row, context) -> delivery(row))
                .list());
    }

    /** Notes that the server has taken it; what it said is forgotten. */
    public void sent(Delivery delivery) {
        settle(delivery, State.SENT, "");
    }

    /** Gives it up for good. */
    public void failed(Delivery delivery, String told) {
        settle(delivery, State.FAILED, told);
    }

    private void settle(Delivery delivery, State state, String told) {
        store.write(handle -> handle.execute(
                "UPDATE reader_brief SET state = ?, content = '', tries = tries + 1, told = ? WHERE reader = ? AND day = ?",
                state.code(),
                told,
                delivery.reader(),
                delivery.day().toString()));
    }

    /** Tries it again after a while. */
    public void later(Delivery delivery, Duration after, String told) {
        store.write(handle -> handle.execute(
                "UPDATE reader_brief SET next_millis = ?, tries = tries + 1, told = ? WHERE reader = ? AND day = ?",
                clock.millis() + after.toMillis(),
                told,
                delivery.reader(),
                delivery.day().toString()));
    }

    /** How many briefs of a day are how far; says nothing of any person. */
    public Map<State, Long> counts(LocalDate day) {
        Map<State, Long> counts = new TreeMap<>();
        store.read(handle -> handle.createQuery(
                                "SELECT state, COUNT(*) FROM reader_brief WHERE day = :day GROUP BY state")
                        .bind("day", day.toString())
                        .map((row, context) -> Map.entry(state(row.getString(1)), row.getLong(2)))
                        .list())
                .forEach(each -> counts.put(each.getKey(), each.getValue()));
        return counts;
    }

    /**
     * Why briefs of a day were put off or given up, the most frequent reason first, at most so many. Addresses that a server
     * repeats are left out.
     */
    public List<Reason> reasons(LocalDate day, int limit) {
        Map<String, Long> counts = new TreeMap<>();
        store.read(handle -> handle.createQuery("SELECT told, COUNT(*) FROM reader_brief"
                                + " WHERE day = :day AND told <> '' GROUP BY told ORDER BY told LIMIT :limit")
                        .bind("day", day.toString())
                        .bind("limit", LIMIT_ROWS)
                        .map((row, context) -> Map.entry(row.getString(1), row.getLong(2)))
                        .list())
                .forEach(each ->
                        counts.merge(ADDRESS.matcher(each.getKey()).replaceAll("…"), each.getValue(), Long::sum));
        return counts.entrySet().stream()
                .map(each -> new Reason(each.getKey(), each.getValue()))
                .sorted(Comparator.comparingLong(Reason::count).reversed())
                .limit(limit)
                .toList();
    }

    /** The days that have briefs, the latest first, at most so many. */
    public List<LocalDate> days(int limit) {
        return store.read(
                handle -> handle.createQuery("SELECT DISTINCT day FROM reader_brief ORDER BY day DESC LIMIT :limit")
                        .bind("limit", Math.clamp(limit, 1, LIMIT_ROWS))
                        .mapTo(String.class)
                        .map(LocalDate::parse)
                        .list());
    }

    private static State state(String code) {
        return Enumerations.find(State.class, code).orElseThrow();
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(
                row.getLong(1),
                LocalDate.parse(row.getString(2)),
                state(row.getString(3)),
                new Letter(row.getString(4), row.getString(5)),
                row.getInt(6));
    }
}
