package dev.clew.search;

import dev.clew.ledger.Change;
import dev.clew.ledger.RecordChange;
import dev.clew.model.RecordName;
import dev.clew.model.RecordType;
import dev.clew.model.SearchField;
import dev.clew.model.text.FieldValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What changes add up to, worked out before anything is written: the last word on each record, and the claims that draw
 * on something whose naming or date changes.
 */
final class Edit {
    private final Map<RecordName, Optional<Row>> rows;

    private Edit(Map<RecordName, Optional<Row>> rows) {
        this.rows = rows;
    }

    static Edit of(List<Change> changes) {
        Map<RecordName, Optional<Row>> rows = new HashMap<>();
        for (Change change : changes) {
            for (RecordChange each : change.records()) {
                rows.put(each.name(), each.record().flatMap(Rows::of));
            }
        }
        return new Edit(rows);
    }

    int size() {
        return rows.size();
    }

    void writeTo(Generation generation) throws IOException {
        for (Row dependent : dependents(generation)) {
            generation.write(dependent);
        }
        for (Map.Entry<RecordName, Optional<Row>> entry : rows.entrySet()) {
            if (entry.getValue().isPresent()) {
                generation.write(entry.getValue().get());
            } else {
                generation.delete(entry.getKey());
            }
        }
    }

    /** Takes in the names first, because documents draw on them; then finds who drew on the old ones. */
    private List<Row> dependents(Generation generation) throws IOException {
        List<FieldValue> changed = new ArrayList<>();
        rows.forEach((name, row) -> {
            if (SearchProjection.isDrawnOn(name) && generation.names().put(name, row.orElse(null))) {
                changed.add(new FieldValue(
                        name.type() == RecordType.ENTITY ? SearchField.ENTITY : SearchField.SOURCE, name.id()));
            }
        });
        List<Row> dependents = new ArrayList<>();
        if (!changed.isEmpty()) {
            generation.read((self, searcher) -> Matches.each(searcher, Matches.holdingAny(changed), row -> {
                if (!rows.containsKey(row.name())) {
                    dependents.add(row);
                }
            }));
        }
        return dependents;
    }
}
