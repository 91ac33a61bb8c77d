package dev.clew.ledger;

import dev.clew.ledger.Change.Author;
import dev.clew.model.RecordName;
import dev.clew.model.Redirect;
import dev.clew.model.Redirects;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads versions of records. */
final class RecordReader {
    private static final String CURRENT = """
            SELECT record.name, version.version, version.n, version.content, version.packed FROM record
            JOIN version ON version.n = record.n AND version.record = record.number
            """;
    private static final String ANY = """
            SELECT record.name, version.version, version.n, version.content, version.packed,
                change.at_millis, change.who, change.why
            FROM record JOIN version ON version.record = record.number JOIN change ON change.n = version.n
            WHERE record.name = :name
            """;

    private RecordReader() {}

    /** The canonical text of the current version; null when it is a retraction. */
    static @Nullable String text(Handle handle, RecordRow row) {
        return VersionText.first(handle.createQuery("SELECT content, packed FROM version WHERE n = ? AND record = ?")
                        .bind(0, row.n())
                        .bind(1, row.number()))
                .orElse(null);
    }

    static Optional<StoredRecord> current(Handle handle, RecordName name, RecordTexts texts) {
        return handle.createQuery(CURRENT + "WHERE record.name = ?")
                .bind(0, name.path())
                .map((row, context) -> stored(row, texts))
                .findOne();
    }

    static Optional<StoredRecord> version(Handle handle, RecordName name, long version, RecordTexts texts) {
        return handle.createQuery(ANY + "AND version.version = :version")
                .bind("name", name.path())
                .bind("version", version)
                .map((row, context) -> stored(row, texts))
                .findOne();
    }

    static Optional<StoredRecord> at(Handle handle, RecordName name, long change, RecordTexts texts) {
        return handle.createQuery(ANY + "AND version.n <= :change ORDER BY version.version DESC LIMIT 1")
                .bind("name", name.path())
                .bind("change", change)
                .map((row, context) -> stored(row, texts))
                .findOne();
    }

    static List<RecordVersion> history(
            Handle handle, RecordName name, long beforeVersion, int limitVersions, RecordTexts texts) {
        return handle.createQuery(ANY + "AND version.version < :before ORDER BY version.version DESC LIMIT :limit")
                .bind("name", name.path())
                .bind("before", beforeVersion)
                .bind("limit", limitVersions)
                .map((row, context) -> new RecordVersion(
                        stored(row, texts),
                        Instant.ofEpochMilli(row.getLong(6)),
                        new Author(row.getString(7), row.getString(8))))
                .list();
    }

    /** Published records whose names lie in this range of texts, in their order; close the stream. */
    static Stream<StoredRecord> published(Handle handle, String from, String before, RecordTexts texts) {
        return handle
                .createQuery(CURRENT
                        + "WHERE record.published = 1 AND record.name >= :from AND record.name < :before "
                        + "ORDER BY record.name")
                .bind("from", from)
                .bind("before", before)
                .map((row, context) -> stored(row, texts))
                .stream();
    }

    static Redirects redirects(Handle handle, RecordTexts texts) {
        List<Redirect> redirects = handle
                .createQuery(
                        CURRENT + "WHERE record.leads_to IS NOT NULL AND record.published = 1 ORDER BY record.name")
                .map((row, context) -> stored(row, texts))
                .stream()
                .flatMap(each -> each.record().stream())
                .filter(Redirect.class::isInstance)
                .map(Redirect.class::cast)
                .toList();
        return redirects.isEmpty() ? Redirects.NONE : new Redirects(redirects);
    }

    static StoredRecord stored(ResultSet row, RecordTexts texts) throws SQLException {
        RecordName name = RecordRows.name(row.getString(1));
        String text = VersionText.read(row);
        return new StoredRecord(name, row.getLong(2), row.getLong(3), text == null ? null : texts.read(name, text));
    }
}
