package dev.clew.ledger;

import dev.clew.model.RecordName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Looks records up by name and by who refers to them. Thousands at a time, so by one prepared statement each. */
final class RecordRows {
    private static final String BY_NAME =
            "SELECT number, version, n, published, kind, framings, leads_to FROM record WHERE name = ?";

    private RecordRows() {}

    /** The rows of those of these records that exist, retracted ones too. */
    static Map<RecordName, RecordRow> find(Handle handle, Collection<RecordName> names) {
        Map<RecordName, RecordRow> rows = new HashMap<>(names.size() * 2);
        Connection connection = handle.getConnection();
        try (PreparedStatement statement = connection.prepareStatement(BY_NAME)) {
            for (RecordName name : names) {
                statement.setString(1, name.path());
                try (ResultSet row = statement.executeQuery()) {
                    if (row.next()) {
                        rows.put(name, row(name, row));
                    }
                }
            }
        } catch (SQLException failed) {
            throw new UnableToExecuteStatementException(failed, null);
        }
        return rows;
    }

    private static RecordRow row(RecordName name, ResultSet row) throws SQLException {
        return new RecordRow(
                row.getLong(1),
                name,
                row.getLong(2),
                row.getLong(3),
                row.getInt(4) == 1,
                Standing.parse(row.getString(5), row.getString(6), row.getString(7)));
    }

    /** Who refers to this record now, in the order of their names as texts, at most so many. */
    static List<RecordName> referrers(Handle handle, long number, int limitRows) {
        return handle.createQuery("""
                        SELECT record.name FROM refers JOIN record ON record.number = refers.from_record
                        WHERE refers.to_record = :number AND refers.from_record <> :number
                        ORDER BY record.name LIMIT :limit""")
                .bind("number", number)
                .bind("limit", limitRows)
                .map((row, context) -> name(row.getString(1)))
                .list();
    }

    static RecordName name(String path) {
        return RecordName.parse(path).orElseThrow(() -> new IllegalStateException("no record's name: " + path));
    }
}
