package dev.clew.ledger;

import dev.clew.ledger.Change.Author;
import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Iterator;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Computes the hash of every change anew, from the first to the last, and holds it against the one that is kept. */
final class ChainCheck {
    private static final String HISTORY = """
            SELECT change.n, change.at_millis, change.who, change.why, change.hash, change.records,
                record.name, version.version, version.content, version.packed
            FROM change LEFT JOIN version ON version.n = change.n LEFT JOIN record ON record.number = version.record
            ORDER BY change.n, record.name""";

    /** Records whose row does not tell their latest version. */
    private static final String ASTRAY = """
            SELECT record.name FROM record LEFT JOIN version
                ON version.record = record.number AND version.version = record.version AND version.n = record.n
            WHERE version.n IS NULL OR (record.published = 1) <> (version.content IS NOT NULL)
                OR record.version <> (SELECT MAX(v.version) FROM version v WHERE v.record = record.number)
            ORDER BY record.name LIMIT 1""";

    private record Row(
            long n,
            Instant at,
            Author author,
            String hash,
            int records,
            @Nullable Item item) {}

    private record Item(String name, long version, @Nullable String content) {}

    private final String ledgerId;
    private Position checked;
    private @Nullable Row open;
    private @Nullable ChangeHash hash;
    private int records;

    private ChainCheck(String ledgerId) {
        this.ledgerId = ledgerId;
        this.checked = new Position(ledgerId, 0, "");
    }

    /**
     * The position that the history of this database truly reaches. Reads every version once; holds one row at a time.
     *
     * @throws ClewException (unusable-backup) naming the first change that is not as it was committed
     */
    static Position check(Handle handle) {
        Position head = Head.read(handle).position();
        ChainCheck check = new ChainCheck(head.ledgerId());
        try (Stream<Row> rows = handle.createQuery(HISTORY).map((row, context) -> row(row)).stream()) {
            for (Iterator<Row> each = rows.iterator(); each.hasNext(); ) {
                check.take(each.next());
            }
        }
        check.close();
        if (!check.checked.equals(head)) {
            throw damaged("change " + (check.checked.n() + 1) + " is missing, or the head does not tell the last one");
        }
        handle.createQuery(ASTRAY).mapTo(String.class).findOne().ifPresent(name -> {
            throw damaged(name + " does not stand at its latest version");
        });
        return head;
    }

    private static Row row(ResultSet row) throws SQLException {
        String name = row.getString(7);
        return new Row(
                row.getLong(1),
                Instant.ofEpochMilli(row.getLong(2)),
                new Author(row.getString(3), row.getString(4)),
                row.getString(5),
                row.getInt(6),
                name == null ? null : new Item(name, row.getLong(8), VersionText.read(row)));
    }

    private void take(Row row) {
        if (open == null || open.n() != row.n()) {
            close();
            if (row.n() != checked.n() + 1) {
                throw damaged("change " + (checked.n() + 1) + " is missing");
            }
            open = row;
            hash = ChangeHash.start(checked, row.at(), row.author());
            records = 0;
        }
        Item item = row.item();
        if (item != null && hash != null) {
            hash.record(item.name(), item.version(), item.content());
            records++;
        }
    }

    private void close() {
        if (open == null || hash == null) {
            return;
        }
        if (!hash.hex().equals(open.hash()) || records != open.records()) {
            throw damaged("change " + open.n() + " is not as it was committed");
        }
        checked = new Position(ledgerId, open.n(), open.hash());
        open = null;
        hash = null;
    }

    private static ClewException damaged(String what) {
        return new ClewException(
                ErrorCode.UNUSABLE_BACKUP, "The history is damaged: " + what + ". Use another backup.");
    }
}
