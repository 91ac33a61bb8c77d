package dev.clew.neo4j;

import dev.clew.model.Enumerations;
import dev.clew.model.Lens;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A lens as the parameters of {@link Cypher#STARS}. What is not asked is empty, not null: the server plans a statement anew
 * for other types.
 */
final class LensParameters {
    /** Before every day. */
    static final LocalDate BEGINNING = LocalDate.of(1, 1, 1);
    /** After every day. */
    static final LocalDate EVER = LocalDate.of(9999, 12, 31);

    private LensParameters() {}

    static Map<String, Object> of(Lens lens) {
        Lens.Said said = lens.said();
        return Map.of(
                "holder", Objects.requireNonNullElse(said.holder(), ""),
                "speaker", Objects.requireNonNullElse(said.speaker(), ""),
                "source", Objects.requireNonNullElse(said.source(), ""),
                "dated", said.from() != null || said.until() != null,
                "from", Objects.requireNonNullElse(said.from(), BEGINNING),
                "until", Objects.requireNonNullElse(said.until(), EVER),
                "types", lens.claimTypes().stream().map(Enumerations::code).toList(),
                "without", List.copyOf(lens.without()),
                "facts", lens.facts());
    }
}
