package dev.clew.search;

import dev.clew.model.Backings;
import dev.clew.model.SearchAnswer;
import dev.clew.model.SearchAnswer.FacetCount;
import dev.clew.model.SearchField;
import dev.clew.model.text.FacetLabels;
import dev.clew.model.text.FieldValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.apache.lucene.search.CollectorManager;
import org.jspecify.annotations.Nullable;

/** Counts values over all segments, and keeps the most frequent of each field. */
final class FacetCounting implements CollectorManager<FacetCounts, int[]> {
    private static final Comparator<FacetCount> MOST_FIRST =
            Comparator.comparingInt(FacetCount::count).reversed().thenComparing(FacetCount::value);

    private final PositionedSearcher searcher;
    private final @Nullable Backed backed;

    /**
     * Counts in this state.
     *
     * @param backings tell what is contested
     */
    FacetCounting(PositionedSearcher searcher, Backings backings) {
        this.searcher = searcher;
        this.backed = backings == Backings.NONE ? null : searcher.backed(backings);
    }

    @Override
    public FacetCounts newCollector() {
        return new FacetCounts(searcher, backed);
    }

    @Override
    public int[] reduce(Collection<FacetCounts> collectors) {
        int[] sum = new int
                [collectors.stream()
                        .mapToInt(each -> each.counts().length)
                        .max()
                        .orElse(0)];
        for (FacetCounts each : collectors) {
            int[] counts = each.counts();
            for (int i = 0; i < counts.length; i++) {
                sum[i] += counts[i];
            }
        }
        return sum;
    }

    /** The most frequent values of each field, with their labels. */
    static Map<SearchField, List<FacetCount>> facets(int[] counts, FacetValues values, FacetLabels labels) {
        Map<SearchField, PriorityQueue<FacetCount>> best = new EnumMap<>(SearchField.class);
        @Nullable FieldValue[] byNumber = values.byNumber();
        for (int number = 0; number < counts.length; number++) {
            FieldValue value = byNumber[number];
            if (counts[number] > 0 && value != null) {
                keep(
                        best.computeIfAbsent(value.field(), field -> new PriorityQueue<>(MOST_FIRST.reversed())),
                        new FacetCount(value.value(), "", counts[number]));
            }
        }
        Map<SearchField, List<FacetCount>> facets = new EnumMap<>(SearchField.class);
        best.forEach((field, kept) -> facets.put(field, labelled(field, kept, labels)));
        return facets;
    }

    private static void keep(PriorityQueue<FacetCount> kept, FacetCount count) {
        if (kept.size() < SearchAnswer.FACET_VALUES_LIMIT) {
            kept.add(count);
        } else if (MOST_FIRST.compare(count, kept.element()) < 0) {
            kept.remove();
            kept.add(count);
        }
    }

    private static List<FacetCount> labelled(SearchField field, PriorityQueue<FacetCount> kept, FacetLabels labels) {
        List<FacetCount> ordered = new ArrayList<>(kept);
        ordered.sort(MOST_FIRST);
        return ordered.stream()
                .map(count -> new FacetCount(count.value(), labels.of(field, count.value()), count.count()))
                .toList();
    }
}
