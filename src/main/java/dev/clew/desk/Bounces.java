package dev.clew.desk;

import dev.clew.desk.Delivery.State;
import dev.clew.store.Store;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;

/**
 * Letters that came back after the server had taken them, and how far the mailbox was read in which that is told. Safe for any
 * number of threads, and for several processes.
 */
public final class Bounces {
    private final Store store;

    Bounces(Store store) {
        this.store = store;
    }

    /**
     * How far a mailbox was read.
     *
     * @param validity what its server says so long as its numbers stay good
     * @param uid the number of the last message that was looked at; 0 before the first
     */
    public record Position(long validity, long uid) {
        /** Before the first message. */
        public static final Position START = new Position(0, 0);
    }

    /** How far this mailbox was read. */
    public Position position(String mailbox) {
        return store.read(
                handle -> handle.createQuery("SELECT validity, uid FROM mailbox_position WHERE mailbox = :mailbox")
                        .bind("mailbox", mailbox)
                        .map((row, context) -> new Position(row.getLong(1), row.getLong(2)))
                        .findOne()
                        .orElse(Position.START));
    }

    /** Notes how far this mailbox was read. */
    public void reached(String mailbox, Position position) {
        store.write(handle -> handle.execute(
                "INSERT INTO mailbox_position (mailbox, validity, uid) VALUES (?, ?, ?)"
                        + " ON CONFLICT (mailbox) DO UPDATE SET validity = excluded.validity, uid = excluded.uid",
                mailbox,
                position.validity(),
                position.uid()));
    }

    /** Whether a brief was sent, or is to be, under this name. */
    public boolean isOurs(String messageId) {
        return store.read(handle -> handle.createQuery(
                                "SELECT COUNT(*) FROM reader_brief WHERE message_id = :name AND message_id <> ''")
                        .bind("name", messageId)
                        .mapTo(Long.class)
                        .one())
                > 0;
    }

    /**
     * Notes that a letter came back for good: nothing more is sent to its address until it is confirmed again. Only where the
     * letter of this name went to one of these addresses, and was made since that was last confirmed: whoever does not know the
     * name, which cannot be guessed, silences nobody, and an old notice not whom a new yes has let in.
     *
     * @param addresses those that the notice says it is of, in whatever case
     * @param said what the server said, in one line
     * @return whether an address was stopped by this
     */
    public boolean cameBack(String messageId, Collection<String> addresses, String said) {
        List<String> wanted = addresses.stream().map(Bounces::folded).toList();
        return store.write(handle -> sent(handle, messageId).stream()
                        .filter(each -> wanted.contains(folded(each.address())))
                        .mapToInt(each -> stop(handle, each, said))
                        .sum()
                > 0);
    }

    private static String folded(String address) {
        return address.toLowerCase(Locale.ROOT);
    }

    private record Sent(long reader, String day, String address) {}

    private static List<Sent> sent(Handle handle, String messageId) {
        return handle.createQuery(
                        "SELECT b.reader, b.day, r.address FROM reader_brief b JOIN reader r ON r.number = b.reader"
                                + " WHERE b.message_id = :name AND b.state IN (:sent, :waiting) AND b.made_millis >= r.confirmed_millis"
                                + " AND r.confirmed = 1 AND r.address IS NOT NULL AND r.bounce IS NULL")
                .bind("name", messageId)
                .bind("sent", State.SENT.code())
                .bind("waiting", State.WAITING.code())
                .map((row, context) -> new Sent(row.getLong(1), row.getString(2), row.getString(3)))
                .list();
    }

    private static int stop(Handle handle, Sent sent, String said) {
        handle.execute(
                "UPDATE reader_brief SET state = ?, content = '', told = ? WHERE reader = ? AND day = ?",
                State.FAILED.code(),
                "came back: " + said,
                sent.reader(),
                sent.day());
        return handle.execute("UPDATE reader SET bounce = ? WHERE number = ?", said, sent.reader());
    }
}
