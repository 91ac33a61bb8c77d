package dev.clew.ledger;

import dev.clew.ledger.Change.Author;
import dev.clew.model.ClewException;
import dev.clew.model.RecordName;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What somebody wants to write: all of it becomes one change, or nothing does. Its records may refer to each other in any
 * order.
 *
 * @param author who and why
 * @param records 1 to {@value #LIMIT_RECORDS} of them, each record at most once
 */
public record Edit(Author author, List<RecordEdit> records) {
    /** Most records of one edit. */
    public static final int LIMIT_RECORDS = 1000;

    /** Refuses an edit without records, with too many, or with one record twice. */
    public Edit {
        records = List.copyOf(records);
        if (records.isEmpty() || records.size() > LIMIT_RECORDS) {
            throw ClewException.invalid(
                    "", "an edit holds 1 to " + LIMIT_RECORDS + " records: split it", Integer.toString(records.size()));
        }
        Set<RecordName> names = new HashSet<>();
        for (RecordEdit record : records) {
            if (!names.add(record.name())) {
                throw ClewException.invalid(
                        "", "an edit names each record once", record.name().path());
            }
        }
    }

    /** An edit of one record. */
    public static Edit of(Author author, RecordEdit record) {
        return new Edit(author, List.of(record));
    }
}
