package dev.clew.ledger;

import dev.clew.ledger.Change.Author;
import dev.clew.ledger.RecordChange.Content;
import dev.clew.model.RecordName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An edit that passed the door, with what it relied on while it did; committing it checks that this still holds.
 *
 * @param author who and why
 * @param records the edits in the order of their names as texts, each with its canonical text
 * @param assumed the standing of every record referred to, as it was when the door was passed
 */
public record PreparedEdit(Author author, List<Item> records, Map<RecordName, Optional<Standing>> assumed) {
    /**
     * One record of a prepared edit.
     *
     * @param edit what is done
     * @param content the record in both its forms; null for a retraction
     * @param targets the other records it refers to
     */
    public record Item(RecordEdit edit, @Nullable Content content, Set<RecordName> targets) {
        /** The record. */
        public RecordName name() {
            return edit.name();
        }
    }

    /** Copies the lists. */
    public PreparedEdit {
        records = List.copyOf(records);
        assumed = Map.copyOf(assumed);
    }
}
