package dev.clew.ledger;

import dev.clew.model.RecordName;
import java.util.Optional;

/**
 * What the ledger knows of a record without reading it.
 *
 * @param number its number within this database
 * @param name its name
 * @param version its current version
 * @param n the change that made the version
 * @param published false when the version is a retraction
 * @param standing what it is, or was when it was retracted
 */
record RecordRow(long number, RecordName name, long version, long n, boolean published, Standing standing) {
    /** What others may rely on; empty when it is retracted. */
    Optional<Standing> reliable() {
        return published ? Optional.of(standing) : Optional.empty();
    }
}
