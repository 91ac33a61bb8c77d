package dev.clew.search;

import dev.clew.model.EntityKind;
import dev.clew.model.SearchField;
import dev.clew.model.Suggestion;
import dev.clew.model.text.FieldValue;
import java.io.IOException;
import java.util.Comparator;

/**
 * A suggestion and what decides its place: how well a name answers, then how many insights name the entity.
 *
 * @param suggestion the entity
 * @param fit how well its name answers
 */
record Ranked(Suggestion suggestion, Completions.Fit fit) {
    static final Comparator<Ranked> BEST_FIRST = Comparator.comparing(Ranked::fit)
            .thenComparing(Comparator.comparingInt(
                            (Ranked ranked) -> ranked.suggestion().insights())
                    .reversed())
            .thenComparing(ranked -> ranked.suggestion().label())
            .thenComparing(ranked -> ranked.suggestion().id());

    static Ranked of(Completions.Found found, PositionedSearcher searcher) throws IOException {
        Row entity = found.completion().entity();
        String id = entity.name().id();
        Suggestion suggestion = new Suggestion(
                id,
                entity.head(),
                entity.one(SearchField.KIND).flatMap(EntityKind::find).orElseThrow(),
                found.completion().isLabel() ? null : found.completion().name(),
                searcher.total(new FieldValue(SearchField.ENTITY, id)));
        return new Ranked(suggestion, found.fit());
    }
}
