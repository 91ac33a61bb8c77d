package dev.clew.desk;

import dev.clew.desk.Subscription.Health;
import dev.clew.desk.Subscription.Rules;
import dev.clew.desk.Subscription.Wish;
import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.model.WebAddress;
import dev.clew.store.Store;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Feeds that are subscribed to, and which of their episodes are known. Safe for any number of threads, and for several processes. */
public final class Subscriptions {
    /** Most feeds of an installation. */
    public static final int LIMIT_FEEDS = 5_000;

    private static final String SELECT =
            "SELECT number, address, podcast, by_name, latest, scanned, included, excluded,"
                    + " paused, next_millis, polled_millis, succeeded_millis, failures, message,"
                    + " (SELECT COUNT(*) FROM feed_episode WHERE feed = number AND source IS NOT NULL) FROM feed ";

    private final Store store;
    private final Clock clock;

    Subscriptions(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * What a feed's server told of it when it was read last.
     *
     * @param etag null for none
     * @param lastModified null for none
     */
    public record Marks(@Nullable String etag, @Nullable String lastModified) {}

    /**
     * What came of reading a feed.
     *
     * @param address where it is from now on
     * @param podcast the podcast that its episodes belong to; null while it could not be read
     * @param marks what its server told; kept as it was when null
     * @param next when it is read again
     * @param failure what went wrong; empty for a success
     * @param note what else is to be said; empty for nothing
     */
    public record Outcome(
            String address,
            @Nullable String podcast,
            @Nullable Marks marks,
            Instant next,
            String failure,
            String note) {}

    /**
     * Subscribes to a feed, which is due at once unless it is paused.
     *
     * @throws ClewException (invalid) for what is no address; (conflict) when it is subscribed to already, or beyond the limit
     */
    public Subscription add(String address, Wish wish, String by) {
        if (!WebAddress.isSafe(address) || address.length() > Subscription.LIMIT_ADDRESS_CHARACTERS) {
            throw ClewException.invalid("address", "must be the http or https address of a feed", address);
        }
        return store.write(handle -> {
            if (find(handle, address).isPresent()) {
                throw new ClewException(ErrorCode.CONFLICT, "<" + address + "> is subscribed to already.");
            }
            if (count(handle) >= LIMIT_FEEDS) {
                throw new ClewException(
                        ErrorCode.CONFLICT, "There are " + LIMIT_FEEDS + " feeds, the most there may be: remove one.");
            }
            long number = handle.createQuery("SELECT COALESCE(MAX(number), 0) + 1 FROM feed")
                    .mapTo(Long.class)
                    .one();
            handle.execute(
                    "INSERT INTO feed (number, address, podcast, by_name, latest, scanned, included, excluded, paused,"
                            + " added_millis, next_millis, failures, message)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, '')",
                    number,
                    address,
                    wish.podcast(),
                    by,
                    wish.latest(),
                    number(wish.scanned()),
                    String.join("\n", wish.rules().included()),
                    String.join("\n", wish.rules().excluded()),
                    number(wish.paused()),
                    clock.millis(),
                    clock.millis());
            return require(handle, number);
        });
    }

    private static int number(boolean truth) {
        return truth ? 1 : 0;
    }

    private static long count(Handle handle) {
        return handle.createQuery("SELECT COUNT(*) FROM feed").mapTo(Long.class).one();
    }

    private static Optional<Subscription> find(Handle handle, String address) {
        return handle.createQuery(SELECT + "WHERE address = :address")
                .bind("address", address)
                .map((row, context) -> subscription(row))
                .findOne();
    }

    /** The one of an address; empty when it is not subscribed to. */
    public Optional<Subscription> find(String address) {
        return store.read(handle -> find(handle, address));
    }

    /**
     * The one of a number.
     *
     * @throws ClewException (not-found) when there is none
     */
    public Subscription require(long number) {
        return store.read(handle -> require(handle, number));
    }

    private static Subscription require(Handle handle, long number) {
        return handle.createQuery(SELECT + "WHERE number = :number")
                .bind("number", number)
                .map((row, context) -> subscription(row))
                .findOne()
                .orElseThrow(() -> new ClewException(
                        ErrorCode.NOT_FOUND, "There is no feed " + number + ": it may have been removed."));
    }

    /** All, by number, at most {@value #LIMIT_FEEDS}. */
    public List<Subscription> all() {
        return store.read(handle -> handle.createQuery(SELECT + "ORDER BY number")
                .map((row, context) -> subscription(row))
                .list());
    }

    /** Those to be read by now, longest due first, at most so many. */
    public List<Subscription> due(Instant now, int limit) {
        return store.read(handle -> handle.createQuery(
                        SELECT + "WHERE paused = 0 AND next_millis <= :now ORDER BY next_millis, number LIMIT :limit")
                .bind("now", now.toEpochMilli())
                .bind("limit", limit)
                .map((row, context) -> subscription(row))
                .list());
    }

    /** What the server of a feed told when it was read last. */
    public Marks marks(long number) {
        return store.read(handle -> handle.createQuery("SELECT etag, last_modified FROM feed WHERE number = :number")
                .bind("number", number)
                .map((row, context) -> new Marks(row.getString(1), row.getString(2)))
                .one());
    }

    /** Ends a subscription; what came of it stays. */
    public void remove(long number) {
        store.write(handle -> {
            require(handle, number);
            handle.execute("DELETE FROM feed_episode WHERE feed = ?", number);
            return handle.execute("DELETE FROM feed WHERE number = ?", number);
        });
    }

    /** Reads a feed only when somebody asks, or again by itself. */
    public void pause(long number, boolean paused) {
        store.write(handle -> {
            require(handle, number);
            return handle.execute("UPDATE feed SET paused = ? WHERE number = ?", number(paused), number);
        });
    }

    /** The episodes that are known of a feed: by guid, the id of the source; an empty one for those not taken. */
    public Map<String, String> episodes(long number) {
        return store.read(handle -> {
            Map<String, String> known = new TreeMap<>();
            handle.createQuery("SELECT guid, source FROM feed_episode WHERE feed = :feed")
                    .bind("feed", number)
                    .map((row, context) ->
                            Map.entry(row.getString(1), row.getString(2) == null ? "" : row.getString(2)))
                    .forEach(entry -> known.put(entry.getKey(), entry.getValue()));
            return known;
        });
    }

    /** Notes episodes, by guid; an empty source for those not taken. */
    public void know(long number, Map<String, String> episodes) {
        store.write(handle -> {
            episodes.forEach((guid, source) -> {
                handle.execute("DELETE FROM feed_episode WHERE feed = ? AND guid = ?", number, guid);
                handle.execute(
                        "INSERT INTO feed_episode (feed, guid, source) VALUES (?, ?, ?)",
                        number,
                        guid,
                        source.isEmpty() ? null : source);
            });
            return episodes.size();
        });
    }

    /** Notes what came of reading a feed; another feed's address is not taken over. */
    public void settle(long number, Outcome outcome) {
        store.write(handle -> {
            Subscription before = require(handle, number);
            boolean taken = find(handle, outcome.address())
                    .filter(other -> other.number() != number)
                    .isPresent();
            Marks marks = outcome.marks();
            if (marks != null) {
                handle.execute(
                        "UPDATE feed SET etag = ?, last_modified = ? WHERE number = ?",
                        marks.etag(),
                        marks.lastModified(),
                        number);
            }
            boolean failed = !outcome.failure().isEmpty();
            if (!failed) {
                handle.execute("UPDATE feed SET succeeded_millis = ? WHERE number = ?", clock.millis(), number);
            }
            return handle.execute(
                    "UPDATE feed SET address = ?, podcast = ?, next_millis = ?, polled_millis = ?, failures = ?,"
                            + " message = ? WHERE number = ?",
                    taken ? before.address() : outcome.address(),
                    outcome.podcast() == null ? before.podcast() : outcome.podcast(),
                    outcome.next().toEpochMilli(),
                    clock.millis(),
                    failed ? before.health().failures() + 1 : 0,
                    failed ? outcome.failure() : outcome.note(),
                    number);
        });
    }

    private static Subscription subscription(ResultSet row) throws SQLException {
        return new Subscription(
                row.getLong(1),
                row.getString(2),
                new Wish(
                        row.getString(3),
                        row.getInt(5),
                        row.getInt(6) != 0,
                        new Rules(words(row.getString(7)), words(row.getString(8))),
                        row.getInt(9) != 0),
                row.getString(4),
                row.getString(3),
                new Health(
                        Instant.ofEpochMilli(row.getLong(10)),
                        moment(row, 11),
                        moment(row, 12),
                        row.getInt(13),
                        row.getString(14)),
                row.getLong(15));
    }

    private static List<String> words(String lines) {
        return lines.isEmpty() ? List.of() : List.of(lines.split("\n"));
    }

    private static @Nullable Instant moment(ResultSet row, int column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }
}
