package dev.clew.search;

import dev.clew.model.SearchQuery;
import dev.clew.model.text.Cursor;
import dev.clew.search.PageReading.Last;
import dev.clew.search.PageReading.Page;
import dev.clew.search.PageReading.Scored;
import dev.clew.search.Window.Placed;
import dev.clew.search.meaning.Near;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.jspecify.annotations.Nullable;

/**
 * Reads one page of what words find and what is near, from one state of the index: first those of the {@link Window},
 * then, in their own order, the other hits by words.
 */
final class FusedReading {
    private final PageReading asked;
    private final List<Near> near;
    private final Query whole;

    FusedReading(PageReading asked, SearchQuery.Mode mode, List<Near> near) {
        this.asked = asked;
        this.near = near;
        Query nearOnes = TextKeys.near(near);
        this.whole = mode == SearchQuery.Mode.MEANING
                ? asked.plan().met(TextKeys.silent(nearOnes))
                : asked.plan().query(nearOnes);
    }

    /**
     * What was read.
     *
     * @param page the page
     * @param window what further pages go by
     */
    record Read(Page page, Window window) {}

    /**
     * Reads the page.
     *
     * @param known the window of the first page; null to make it
     */
    Read from(PositionedSearcher searcher, @Nullable Window known) throws IOException {
        TopFieldCollectorManager ranking =
                new TopFieldCollectorManager(PageReading.BY_SCORE, Fusion.BY_WORDS + 1, null, Integer.MAX_VALUE);
        Object[] both = searcher.search(
                whole,
                new MultiCollectorManager(
                        ranking, new FacetCounting(searcher, asked.plan().backings())));
        TopFieldDocs top = (TopFieldDocs) both[0];
        Window window = known == null ? window(searcher, top.scoreDocs) : known;
        List<Scored> hits = new ArrayList<>();
        Last last = fill(searcher, window, hits);
        return new Read(new Page(Math.toIntExact(top.totalHits.value()), hits, (int[]) both[1], last), window);
    }

    private Window window(PositionedSearcher searcher, ScoreDoc[] top) throws IOException {
        Fusion fusion = new Fusion(searcher);
        int taken = Math.min(top.length, Fusion.BY_WORDS);
        boolean more = top.length > taken && Fusion.score(top[taken]) > 0;
        fusion.words(Arrays.copyOf(top, taken), asked.plan().calledSo());
        if (!near.isEmpty()) {
            Query nearOnes = asked.plan().met(TextKeys.near(near));
            TopFieldCollectorManager all =
                    new TopFieldCollectorManager(PageReading.BY_SCORE, Fusion.BY_WORDS, null, Integer.MAX_VALUE);
            fusion.near(searcher.search(nearOnes, all).scoreDocs, near);
        }
        return new Window(fusion.order(), near, more ? (FieldDoc) top[taken - 1] : null);
    }

    /** Adds the hits of the page; returns where it ends, null when nothing follows. */
    private @Nullable Last fill(PositionedSearcher searcher, Window window, List<Scored> hits) throws IOException {
        Cursor cursor = asked.cursor();
        int limit = asked.query().page().limit();
        int size = window.order().size();
        int from = cursor == null ? 0 : cursor.isPlace() ? Math.min(cursor.key(), size) : size;
        int to = Math.min(size, from + limit);
        StoredFields stored = searcher.storedFields();
        for (Placed placed : window.order().subList(from, to)) {
            hits.add(
                    new Scored(Documents.row(stored.document(placed.document())), placed.score(), placed.similarity()));
        }
        FieldDoc after = cursor == null || cursor.isPlace() ? window.lastByWords() : asked.after();
        if (to < size || (hits.size() == limit && after != null && to == size && from < size)) {
            return new Last(to, "");
        }
        return after == null ? null : fillByWords(searcher, after, hits);
    }

    private @Nullable Last fillByWords(PositionedSearcher searcher, FieldDoc after, List<Scored> hits)
            throws IOException {
        int wanted = asked.query().page().limit() - hits.size();
        TopFieldCollectorManager ranking =
                new TopFieldCollectorManager(PageReading.BY_SCORE, wanted + 1, after, Integer.MAX_VALUE);
        ScoreDoc[] found = searcher.search(asked.plan().queryWithout(TextKeys.near(near)), ranking).scoreDocs;
        List<Scored> further = asked.hits(searcher, Arrays.copyOf(found, Math.min(wanted, found.length)));
        further.forEach(each -> hits.add(new Scored(each.row(), Fusion.FURTHER, null)));
        return found.length > wanted ? asked.lastOf(found[wanted - 1], further) : null;
    }
}
