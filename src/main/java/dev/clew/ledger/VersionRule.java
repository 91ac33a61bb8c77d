package dev.clew.ledger;

import dev.clew.ledger.PreparedEdit.Item;
import dev.clew.ledger.RecordChange.Content;
import dev.clew.model.ErrorCode;
import dev.clew.model.Problem;
import dev.clew.model.RecordName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** No edit over a version that its author has not seen. */
final class VersionRule {
    private final Handle handle;
    private final Map<RecordName, RecordRow> rows;
    private final List<Problem> problems = new ArrayList<>();
    private @Nullable ErrorCode first;

    VersionRule(Handle handle, Map<RecordName, RecordRow> rows) {
        this.handle = handle;
        this.rows = rows;
    }

    /** Whether the item changes anything; what refuses it is kept for {@link #throwIfRefused}. */
    boolean changes(Item item) {
        RecordRow row = rows.get(item.name());
        switch (item.edit()) {
            case RecordEdit.Create create -> requireUnused(create.name(), row);
            case RecordEdit.Put put -> requireBase(put.name(), put.baseVersion(), row);
            case RecordEdit.Retract retract -> requirePublished(retract, row);
            case RecordEdit.Replace replace -> {
                return row == null || !row.published() || !sameText(row, item);
            }
        }
        return true;
    }

    private boolean sameText(RecordRow row, Item item) {
        Content content = item.content();
        String current = RecordReader.text(handle, row);
        return content != null && content.canonicalText().equals(current);
    }

    private void requireUnused(RecordName name, @Nullable RecordRow row) {
        if (row == null) {
            return;
        }
        if (row.published()) {
            refuse(ErrorCode.CONFLICT, name, "this id is taken: choose another, or edit version " + row.version());
        } else {
            refuse(
                    ErrorCode.CONFLICT,
                    name,
                    "a record of this id was retracted: choose another id, or restore it by naming its version "
                            + row.version());
        }
    }

    private void requireBase(RecordName name, @Nullable Long base, @Nullable RecordRow row) {
        long current = row == null ? 0 : row.version();
        if (base == null && row != null) {
            refuse(
                    ErrorCode.VERSION_REQUIRED,
                    name,
                    "exists: name the version your edit builds on (If-Match), now " + current);
        } else if (base != null && base != current) {
            refuseStale(name, base, current);
        }
    }

    private void requirePublished(RecordEdit.Retract retract, @Nullable RecordRow row) {
        if (row == null) {
            refuse(ErrorCode.NOT_FOUND, retract.name(), "no record of this name: correct it");
        } else if (!row.published()) {
            refuse(ErrorCode.GONE, retract.name(), "is retracted already, as version " + row.version());
        } else {
            requireBase(retract.name(), retract.baseVersion(), row);
        }
    }

    private void refuseStale(RecordName name, long base, long current) {
        String sentence = current == 0
                ? "builds on version " + base + ", but no such record exists: create it without a version"
                : "builds on version " + base + ", but the current one is " + current
                        + ": read it and make your edit again";
        refuse(ErrorCode.STALE_VERSION, name, sentence);
    }

    private void refuse(ErrorCode code, RecordName name, String sentence) {
        first = first == null ? code : first;
        problems.add(new Problem(name.path(), sentence, null));
    }

    /** Refuses the edit when any of its records was refused, with the code of the first. */
    void throwIfRefused() {
        ErrorCode code = first;
        if (code != null) {
            throw Refusals.of(code, problems);
        }
    }
}
