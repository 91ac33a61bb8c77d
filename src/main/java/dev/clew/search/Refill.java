package dev.clew.search;

import dev.clew.ledger.Position;
import dev.clew.ledger.RecordChange;
import dev.clew.model.RecordName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Fills an empty generation from all published records. Sources and entities come before the claims that draw on them;
 * a claim that came too early is indexed again at the end.
 */
final class Refill {
    private final Generation generation;
    private final List<RecordName> early = new ArrayList<>();

    Refill(Generation generation) {
        this.generation = generation;
    }

    void take(RecordChange change) {
        change.record().flatMap(Rows::of).ifPresent(this::add);
    }

    private void add(Row row) {
        if (SearchProjection.isDrawnOn(row.name())) {
            generation.names().put(row.name(), row);
        } else if (!generation.names().knowsAll(row)) {
            early.add(row.name());
        }
        try {
            generation.add(row);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void complete(Position target) throws IOException {
        generation.publish(target);
        if (!early.isEmpty()) {
            for (RecordName name : early) {
                Row row = generation
                        .read((self, searcher) -> Matches.find(searcher, name))
                        .orElseThrow();
                generation.write(row);
            }
            generation.publish(target);
        }
    }
}
