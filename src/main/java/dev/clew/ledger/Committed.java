package dev.clew.ledger;

import dev.clew.model.RecordName;
import java.util.Map;

/**
 * What became of an edit.
 *
 * @param position the change it made; the position as it was when every record was skipped
 * @param versions the new version of each record written
 * @param skipped how many records were published in the same form already
 */
public record Committed(Position position, Map<RecordName, Long> versions, int skipped) {
    /** Copies the versions. */
    public Committed {
        versions = Map.copyOf(versions);
    }

    /** The number of the change. */
    public long n() {
        return position.n();
    }

    /** The new version of a record that the edit wrote. */
    public long version(RecordName name) {
        Long version = versions.get(name);
        if (version == null) {
            throw new IllegalArgumentException("not written by this edit: " + name);
        }
        return version;
    }
}
