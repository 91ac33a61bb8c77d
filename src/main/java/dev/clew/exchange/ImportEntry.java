package dev.clew.exchange;

import dev.clew.ledger.Standing;
import dev.clew.model.RecordName;
import java.util.List;

/** One record of the files to be imported: where it stands and what others need to know of it, but not the record. */
final class ImportEntry {
    /** How far a record is. */
    enum State {
        /** Not yet held against the door, or to be held again. */
        UNCHECKED,
        /** May be written. */
        GOOD,
        /** May not. */
        REFUSED
    }

    final Place place;
    final RecordName name;
    final Standing standing;
    final List<RecordName> targets;
    State state = State.UNCHECKED;

    /**
     * Where a record stands.
     *
     * @param file which of the files
     * @param line its line, 0 when it has none
     * @param offset its first byte
     * @param length its bytes
     * @param hash of its bytes, to notice when the file is changed under way
     */
    record Place(RecordLines file, long line, long offset, int length, int hash) {}

    ImportEntry(Place place, RecordName name, Standing standing, List<RecordName> targets) {
        this.place = place;
        this.name = name;
        this.standing = standing;
        this.targets = targets;
    }
}
