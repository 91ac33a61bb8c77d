package dev.clew.search;

import dev.clew.model.RecordType;
import dev.clew.model.Relations;
import dev.clew.model.SearchAnswer;
import dev.clew.model.text.Cursor;
import dev.clew.model.text.FacetLabels;
import dev.clew.model.text.HitRendering;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Makes the answer of a page that was read.
 *
 * @param reading how it was read
 * @param generation from which index
 * @param searcher from which state of it
 */
record Answering(PageReading reading, Generation generation, PositionedSearcher searcher) {
    SearchAnswer answer(PageReading.Page page, SearchAnswer.Matching matching, Relations relations) throws IOException {
        Names names = generation.names();
        HitRendering rendering = new HitRendering(reading.plan().highlighter());
        FacetLabels labels = new FacetLabels(names::label, relations);
        return new SearchAnswer(
                page.total(),
                page.hits().stream()
                        .map(each -> rendering.hit(face(each.row(), names), each.score(), each.similarity()))
                        .toList(),
                FacetCounting.facets(page.counts(), searcher.values(), labels),
                nextCursor(page.last()),
                Math.min(
                        searcher.position().n(),
                        searcher.backed(reading.plan().backings()).change()),
                matching,
                reading.cursor() == null ? DidYouMean.of(reading.query().text(), searcher) : null);
    }

    private static HitRendering.Face face(Row row, Names names) {
        boolean claim = row.name().type() == RecordType.INSIGHT;
        return new HitRendering.Face(
                row.name(), row.head(), row.more(), () -> claim ? names.namesOf(row) : row.aliases().stream());
    }

    private @Nullable String nextCursor(PageReading.@Nullable Last last) throws IOException {
        return last == null
                ? null
                : new Cursor(generation.keep(searcher), last.key(), last.name())
                        .write(reading.query(), Cursor.EMBEDDED);
    }
}
