package dev.clew.ledger;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.model.RecordName;
import dev.clew.model.RecordType;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Lists the insights that a run wrote, in the order of its changes, those still published only. */
final class RunInsights {
    private static final String AFTER = """
            SELECT record.name FROM version
            JOIN change ON change.n = version.n JOIN record ON record.number = version.record
            WHERE version.n >= :n AND (version.n > :n OR record.name > :name)
                AND (change.run = :run OR change.n = :run)
                AND version.content IS NOT NULL AND record.published = 1
                AND record.name >= :first AND record.name < :beyond
            ORDER BY version.n, record.name LIMIT :limit
            """;
    private static final String PLACE = """
            SELECT version.n FROM record
            JOIN version ON version.record = record.number JOIN change ON change.n = version.n
            WHERE record.name = :name AND (change.run = :run OR change.n = :run)
            ORDER BY version.n LIMIT 1
            """;

    private RunInsights() {}

    static List<RecordName> after(Handle handle, long run, @Nullable RecordName last, int limit) {
        String first = RecordType.INSIGHT.code() + "/";
        return handle.createQuery(AFTER)
                .bind("run", run)
                .bind("n", last == null ? run : place(handle, run, last))
                .bind("name", last == null ? "" : last.path())
                .bind("first", first)
                .bind("beyond", first + '~')
                .bind("limit", limit)
                .map((row, context) -> RecordRows.name(row.getString(1)))
                .list();
    }

    private static long place(Handle handle, long run, RecordName last) {
        return handle.createQuery(PLACE)
                .bind("name", last.path())
                .bind("run", run)
                .mapTo(Long.class)
                .findOne()
                .orElseThrow(() -> new ClewException(
                        ErrorCode.BAD_REQUEST,
                        "The insight '" + last.id() + "' was not written with change " + run
                                + " or its run: begin again without a place to go on from."));
    }
}
