package dev.clew.desk;

import dev.clew.desk.Reader.Followed;
import dev.clew.desk.Reader.Linked;
import dev.clew.desk.Reader.Weight;
import dev.clew.model.ClewException;
import dev.clew.model.Enumerations;
import dev.clew.model.ErrorCode;
import dev.clew.store.Store;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Who reads briefs, what they follow and when they read. An address counts once its owner has opened the link that was sent
 * to it. Of links only hashes are kept. Safe for any number of threads, and for several processes.
 */
public final class Readers {
    /** Most things that one reader follows. */
    public static final int LIMIT_FOLLOWS = 200;
    /** Most links to confirm an address that are sent within an hour, to whomever. */
    public static final int LIMIT_ASKED_AN_HOUR = 200;
    /** Most readers that one call gives. */
    public static final int LIMIT_ROWS = 1_000;
    /** How long a link that confirms an address is good. */
    public static final Duration CONFIRM_WITHIN = Duration.ofDays(2);
    /** How long a private link is good. */
    public static final Duration LINK_LASTS = Duration.ofDays(400);

    private static final Duration ASK_AGAIN_AFTER = Duration.ofHours(1);
    private static final String PRIVATE = "private";
    private static final String CONFIRM = "confirm";
    private static final String COLUMNS =
            "SELECT number, account, address, confirmed, hour, weekdays, zone, paused_until, begun_millis, bounce"
                    + " FROM reader WHERE ";

    private final Store store;
    private final Clock clock;

    Readers(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The reader that this account is; made when there is none yet. */
    public Reader of(String account) {
        return store.write(handle -> one(handle, "account", account).orElseGet(() -> add(handle, account, null)));
    }

    /**
     * Begins to take an address in: nothing is sent there but the link that confirms it.
     *
     * @param given the address
     * @param follows what its reader is to follow; leaves a confirmed reader's follows as they are, since anybody may ask
     * @return the link to be sent there; empty when one was sent within the hour, which must look the same to who asks
     * @throws ClewException (bad-request) when it is no address; (too-many-requests) when more than
     *     {@value #LIMIT_ASKED_AN_HOUR} were asked for within an hour
     */
    public Optional<Linked> ask(String given, List<Followed> follows) {
        String address = Reader.address(given);
        return store.write(handle -> {
            Reader reader = one(handle, "address", address).orElseGet(() -> add(handle, null, address));
            if (!reader.confirmed() && reader.account() == null) {
                replaceFollows(handle, reader, follows);
            }
            return toBeSent(handle, reader);
        });
    }

    /**
     * Begins to take an address in for a reader who is known already; until it is confirmed nothing is sent to the one before.
     *
     * @return as {@link #ask}
     * @throws ClewException as {@link #ask}
     */
    public Optional<Linked> askFor(Reader reader, String given) {
        String address = Reader.address(given);
        return store.write(handle -> {
            Optional<Reader> holder = one(handle, "address", address);
            if (holder.isPresent() && holder.get().number() != reader.number()) {
                // Its owner is asked, by mail, to go on as the reader that the address has.
                return toBeSent(handle, holder.get());
            }
            if (holder.isEmpty()) {
                handle.execute(
                        "UPDATE reader SET address = ?, confirmed = 0, bounce = NULL WHERE number = ?",
                        address,
                        reader.number());
            }
            return toBeSent(handle, read(handle, reader.number()));
        });
    }

    private Optional<Linked> toBeSent(Handle handle, Reader reader) {
        long hourAgo = clock.millis() - ASK_AGAIN_AFTER.toMillis();
        List<Long> asked = handle.createQuery(
                        "SELECT reader FROM reader_link WHERE kind = :kind AND made_millis > :since")
                .bind("kind", CONFIRM)
                .bind("since", hourAgo)
                .mapTo(Long.class)
                .list();
        if (asked.contains(reader.number())) {
            return Optional.empty();
        }
        if (asked.size() >= LIMIT_ASKED_AN_HOUR) {
            throw new ClewException(
                    ErrorCode.TOO_MANY_REQUESTS,
                    "Within an hour at most " + LIMIT_ASKED_AN_HOUR + " addresses are taken in: come back later.");
        }
        return Optional.of(new Linked(reader, link(handle, reader.number(), CONFIRM)));
    }

    /**
     * Confirms an address by the link that was sent there.
     *
     * @return the reader with a private link
     * @throws ClewException (not-found) when the link is not, or no longer, good
     */
    public Linked confirm(String secret) {
        return store.write(handle -> {
            Reader reader = require(handle, secret, CONFIRM, CONFIRM_WITHIN);
            long now = clock.millis();
            handle.execute(
                    "UPDATE reader SET confirmed = 1, bounce = NULL, begun_millis = ?, confirmed_millis = ? WHERE number = ?",
                    now,
                    now,
                    reader.number());
            handle.execute("DELETE FROM reader_link WHERE reader = ? AND kind = ?", reader.number(), CONFIRM);
            Reader confirmed = read(handle, reader.number());
            return new Linked(confirmed, link(handle, reader.number(), PRIVATE));
        });
    }

    /**
     * The reader of a private link.
     *
     * @throws ClewException (not-found) when the link is not, or no longer, good
     */
    public Reader byLink(String secret) {
        return store.read(handle -> require(handle, secret, PRIVATE, LINK_LASTS));
    }

    /** A further private link of a reader; those that are too old are forgotten. */
    public Linked link(Reader reader) {
        return store.write(handle -> {
            handle.execute(
                    "DELETE FROM reader_link WHERE reader = ? AND made_millis < ?",
                    reader.number(),
                    clock.millis() - LINK_LASTS.toMillis());
            return new Linked(read(handle, reader.number()), link(handle, reader.number(), PRIVATE));
        });
    }

    /** The reader of this number; empty when there is none any more. */
    public Optional<Reader> find(long number) {
        return store.read(handle -> find(handle, number));
    }

    /** What a reader follows, in their order. */
    public List<Followed> follows(Reader reader) {
        return store.read(handle -> handle.createQuery(
                        "SELECT what, weight FROM reader_follow WHERE reader = :reader ORDER BY place, what")
                .bind("reader", reader.number())
                .map((row, context) -> new Followed(row.getString(1), weight(row.getString(2))))
                .list());
    }

    /**
     * Follows exactly these from now on; of one that stands twice the last counts.
     *
     * @throws ClewException (bad-request) when they are more than {@value #LIMIT_FOLLOWS}
     */
    public void follow(Reader reader, List<Followed> follows) {
        store.write(handle -> {
            read(handle, reader.number());
            return replaceFollows(handle, reader, follows);
        });
    }

    /**
     * Follows one thing more, or wants more or less of it.
     *
     * @throws ClewException (bad-request) when {@value #LIMIT_FOLLOWS} others are followed
     */
    public void follow(Reader reader, Followed followed) {
        store.write(handle -> {
            read(handle, reader.number());
            List<String> others = handle.createQuery(
                            "SELECT what FROM reader_follow WHERE reader = :reader AND what <> :what")
                    .bind("reader", reader.number())
                    .bind("what", followed.what())
                    .mapTo(String.class)
                    .list();
            requireRoom(others.size() + 1);
            int last = handle.createQuery("SELECT COALESCE(MAX(place), 0) FROM reader_follow WHERE reader = :reader")
                    .bind("reader", reader.number())
                    .mapTo(Integer.class)
                    .one();
            return put(handle, reader, followed, last + 1);
        });
    }

    /** Follows this no longer. */
    public void unfollow(Reader reader, String what) {
        store.write(handle ->
                handle.execute("DELETE FROM reader_follow WHERE reader = ? AND what = ?", reader.number(), what));
    }

    private static int replaceFollows(Handle handle, Reader reader, List<Followed> follows) {
        requireRoom(follows.size());
        handle.execute("DELETE FROM reader_follow WHERE reader = ?", reader.number());
        int place = 0;
        for (Followed each : follows) {
            put(handle, reader, each, place++);
        }
        return place;
    }

    private static int put(Handle handle, Reader reader, Followed followed, int place) {
        return handle.execute(
                "INSERT INTO reader_follow (reader, place, what, weight) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (reader, what) DO UPDATE SET weight = excluded.weight",
                reader.number(),
                place,
                followed.what(),
                followed.weight().code());
    }

    private static void requireRoom(int follows) {
        if (follows > LIMIT_FOLLOWS) {
            throw new ClewException(
                    ErrorCode.BAD_REQUEST,
                    "These are " + follows + " things to follow; the most are " + LIMIT_FOLLOWS + ".");
        }
    }

    /** Who of those that can read follows any of these, by the reader's number, with how much of it is wanted. */
    public Map<Long, Set<Weight>> following(Collection<String> what) {
        Map<Long, Set<Weight>> found = new HashMap<>();
        if (!what.isEmpty()) {
            store.read(handle -> handle.createQuery(
                                    "SELECT f.reader, f.weight FROM reader_follow f JOIN reader r ON r.number = f.reader"
                                            + " WHERE f.what IN (<what>) AND (r.confirmed = 1 OR r.account IS NOT NULL)")
                            .bindList("what", List.copyOf(what))
                            .map((row, context) -> Map.entry(row.getLong(1), weight(row.getString(2))))
                            .list())
                    .forEach(each -> found.computeIfAbsent(each.getKey(), any -> EnumSet.noneOf(Weight.class))
                            .add(each.getValue()));
        }
        return found;
    }

    private static Weight weight(String code) {
        return Enumerations.find(Weight.class, code).orElse(Weight.PLAIN);
    }

    /** Sets when a reader reads; what would have been due before now is not made up for. */
    public Reader schedule(Reader reader, Schedule schedule) {
        LocalDate until = schedule.pausedUntil();
        return store.write(handle -> {
            handle.execute(
                    "UPDATE reader SET hour = ?, weekdays = ?, zone = ?, paused_until = ?, begun_millis = ? WHERE number = ?",
                    schedule.hour(),
                    schedule.weekdays().stream().sorted().map(DayOfWeek::name).collect(Collectors.joining(",")),
                    schedule.zone().getId(),
                    until == null ? null : until.toString(),
                    clock.millis(),
                    reader.number());
            return read(handle, reader.number());
        });
    }

    /** Notes that the server refused the address for good: nothing more is sent until it is confirmed again. */
    public void bounced(Reader reader, String said) {
        store.write(handle -> handle.execute("UPDATE reader SET bounce = ? WHERE number = ?", said, reader.number()));
    }

    /** Those to whom briefs are sent, with a number above this one, in order of their numbers, at most so many. */
    public List<Reader> reached(long above, int limit) {
        return store.read(handle -> handle.createQuery(COLUMNS
                        + "confirmed = 1 AND address IS NOT NULL AND bounce IS NULL AND number > :above"
                        + " ORDER BY number LIMIT :limit")
                .bind("above", above)
                .bind("limit", Math.clamp(limit, 1, LIMIT_ROWS))
                .map((row, context) -> reader(row))
                .list());
    }

    /** Forgets a reader wholly: address, follows, links, and what was sent. Nothing of it can be had back. */
    public void delete(Reader reader) {
        store.write(handle -> {
            handle.execute("DELETE FROM reader_item WHERE reader = ?", reader.number());
            handle.execute("DELETE FROM reader_brief WHERE reader = ?", reader.number());
            handle.execute("DELETE FROM reader_link WHERE reader = ?", reader.number());
            handle.execute("DELETE FROM reader_follow WHERE reader = ?", reader.number());
            return handle.execute("DELETE FROM reader WHERE number = ?", reader.number());
        });
    }

    private Reader add(Handle handle, @Nullable String account, @Nullable String address) {
        long number = handle.createQuery("SELECT COALESCE(MAX(number), 0) + 1 FROM reader")
                .mapTo(Long.class)
                .one();
        handle.execute(
                "INSERT INTO reader (number, account, address, confirmed, hour, weekdays, zone, begun_millis)"
                        + " VALUES (?, ?, ?, 0, ?, ?, ?, ?)",
                number,
                account,
                address,
                Schedule.DEFAULT.hour(),
                Arrays.stream(DayOfWeek.values()).map(DayOfWeek::name).collect(Collectors.joining(",")),
                Schedule.DEFAULT.zone().getId(),
                clock.millis());
        return read(handle, number);
    }

    private String link(Handle handle, long reader, String kind) {
        String secret = Secret.make("clewr_");
        handle.execute(
                "INSERT INTO reader_link (hash, reader, kind, made_millis) VALUES (?, ?, ?, ?)",
                Secret.hash(secret),
                reader,
                kind,
                clock.millis());
        return secret;
    }

    private Reader require(Handle handle, String secret, String kind, Duration lasts) {
        return handle.createQuery("SELECT reader FROM reader_link WHERE hash = :hash AND kind = :kind"
                        + " AND made_millis > :oldest")
                .bind("hash", Secret.hash(secret))
                .bind("kind", kind)
                .bind("oldest", clock.millis() - lasts.toMillis())
                .mapTo(Long.class)
                .findOne()
                .map(number -> read(handle, number))
                .orElseThrow(() -> new ClewException(
                        ErrorCode.NOT_FOUND, "This link is not good, or no longer: ask for another one."));
    }

    private static Reader read(Handle handle, long number) {
        return find(handle, number)
                .orElseThrow(() -> new ClewException(ErrorCode.NOT_FOUND, "This reader was deleted."));
    }

    private static Optional<Reader> find(Handle handle, long number) {
        return handle.createQuery(COLUMNS + "number = :number")
                .bind("number", number)
                .map((row, context) -> reader(row))
                .findOne();
    }

    private static Optional<Reader> one(Handle handle, String column, String value) {
        String where = column.equals("account") ? "account = :value" : "address = :value";
        return handle.createQuery(COLUMNS + where)
                .bind("value", value)
                .map((row, context) -> reader(row))
                .findOne();
    }

    private static Reader reader(ResultSet row) throws SQLException {
        String paused = row.getString(8);
        Schedule schedule = new Schedule(
                row.getInt(5),
                Arrays.stream(row.getString(6).split(",", -1))
                        .map(DayOfWeek::valueOf)
                        .collect(Collectors.toSet()),
                ZoneId.of(row.getString(7)),
                paused == null ? null : LocalDate.parse(paused));
        return new Reader(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getInt(4) != 0,
                schedule,
                Instant.ofEpochMilli(row.getLong(9)),
                row.getString(10));
    }
}
