package dev.clew.search;

import dev.clew.model.RecordType;
import dev.clew.model.SearchAnswer.Hit;
import dev.clew.model.SearchAnswer.Snippet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Shows a record as a hit.
 *
 * @param names of what claims name
 * @param highlighter of the query's words
 */
record HitRendering(Names names, Highlighter highlighter) {
    Hit hit(PageReading.Scored scored) {
        Row row = scored.row();
        boolean claim = row.name().type() == RecordType.INSIGHT;
        List<String> own = own(row, claim);
        Stream<String> others = claim ? names.namesOf(row) : row.aliases().stream();
        Snippet snippet = highlighter.best(own);
        return new Hit(
                row.name(),
                row.head(),
                snippet,
                scored.score(),
                highlighter
                        .matchedName(claim ? own : List.of(row.head()), others)
                        .orElse(null),
                scored.similarity());
    }

    /** Its texts, most telling first: a label is shown anyway, so a definition goes before it. */
    private static List<String> own(Row row, boolean claim) {
        List<String> texts = new ArrayList<>(row.more());
        texts.add(claim ? 0 : texts.size(), row.head());
        return texts;
    }
}
