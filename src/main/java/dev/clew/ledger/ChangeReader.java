package dev.clew.ledger;

import dev.clew.ledger.Change.Author;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Reads changes with what they did. */
final class ChangeReader {
    private static final String RECORDS = """
            SELECT record.name, version.version, version.n, version.content, version.packed FROM version
            JOIN record ON record.number = version.record
            WHERE version.n BETWEEN :first AND :last ORDER BY version.n, record.name
            """;

    /** Where a page of changes ends early, so that its size in memory is bounded whatever the changes hold. */
    private static final int PAGE_RECORDS = 5000;

    private ChangeReader() {}

    /** Up to so many changes after n, in order. */
    static List<Change> after(Handle handle, long n, int limitChanges, RecordTexts texts) {
        String ledgerId = Head.read(handle).position().ledgerId();
        List<Header> headers = headers(handle, n, limitChanges);
        if (headers.isEmpty()) {
            return List.of();
        }
        Map<Long, List<StoredRecord>> records = handle
                .createQuery(RECORDS)
                .bind("first", headers.getFirst().n())
                .bind("last", headers.getLast().n())
                .map((row, context) -> RecordReader.stored(row, texts))
                .stream()
                .collect(Collectors.groupingBy(StoredRecord::n));
        List<Change> changes = new ArrayList<>();
        headers.forEach(header -> changes.add(header.change(ledgerId, records.getOrDefault(header.n(), List.of()))));
        return changes;
    }

    private static List<Header> headers(Handle handle, long n, int limitChanges) {
        List<Header> headers = handle.createQuery(
                        "SELECT n, at_millis, who, why, hash, records FROM change WHERE n > :n ORDER BY n LIMIT :limit")
                .bind("n", n)
                .bind("limit", limitChanges)
                .map((row, context) -> new Header(
                        row.getLong(1),
                        Instant.ofEpochMilli(row.getLong(2)),
                        new Author(row.getString(3), row.getString(4)),
                        row.getString(5),
                        row.getInt(6)))
                .list();
        return page(headers);
    }

    private static List<Header> page(List<Header> headers) {
        int records = 0;
        for (int i = 0; i < headers.size(); i++) {
            records += headers.get(i).records();
            if (records > PAGE_RECORDS && i > 0) {
                return headers.subList(0, i);
            }
        }
        return headers;
    }

    static long recordsAfter(Handle handle, long n) {
        return handle.createQuery("SELECT COALESCE(SUM(records), 0) FROM change WHERE n > ?")
                .bind(0, n)
                .mapTo(Long.class)
                .one();
    }

    static Optional<String> hash(Handle handle, long n) {
        return handle.createQuery("SELECT hash FROM change WHERE n = ?")
                .bind(0, n)
                .mapTo(String.class)
                .findOne();
    }

    static long lastAt(Handle handle, Instant at) {
        return handle.createQuery("SELECT COALESCE(MAX(n), 0) FROM change WHERE at_millis <= ?")
                .bind(0, at.toEpochMilli())
                .mapTo(Long.class)
                .one();
    }

    private record Header(long n, Instant at, Author author, String hash, int records) {
        Change change(String ledgerId, List<StoredRecord> records) {
            return new Change(
                    new Position(ledgerId, n, hash),
                    at,
                    author,
                    records.stream().map(StoredRecord::asChange).toList());
        }
    }
}
