package dev.clew.neo4j;

import dev.clew.model.RecordName;
import dev.clew.model.RecordType;
import dev.clew.model.SearchAnswer;
import dev.clew.model.SearchField;
import dev.clew.model.SearchQuery;
import dev.clew.model.text.Cursor;
import dev.clew.model.text.FieldValue;
import dev.clew.model.text.Sought;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A search as the parameters of {@link SearchStatements#FIND}.
 *
 * @param called tells what is called as the query reads
 * @param asked the search
 */
record FindParameters(Called called, CypherFinding.Asked asked) {
    /** How much a word that begins so is worth, beside one that is there as the server scores it. */
    private static final double BEGINS = 0.5;

    private static final double NAMES = 0.8;
    /** What is called exactly as the query reads comes first. */
    private static final double CALLED = 20;
    /** How much of its score a claim keeps that an editor ranked down. */
    private static final double KEEPS = 0.3;

    /** Fields of which a source lends values to its claims, which the index of words does not know. */
    private static final Set<SearchField> LENT = Set.of(SearchField.PODCAST, SearchField.YEAR);

    /** Fields of which a value says little, so that many records hold it. */
    private static final Set<SearchField> BROAD =
            Set.of(SearchField.TYPE, SearchField.KIND, SearchField.SIGN, SearchField.CERTAINTY, SearchField.CLAIM_TYPE);

    /**
     * All of them.
     *
     * @param precision scores are compared as whole numbers of this part
     */
    Map<String, Object> all(double precision) {
        Sought sought = asked.sought();
        List<Map<String, Object>> parts = parts(sought);
        Map<String, Object> all = new HashMap<>();
        all.put("parts", parts);
        all.put("rows", asked.matches() + 1);
        all.put(
                "all",
                parts.stream().filter(each -> "all".equals(each.get("role"))).count());
        all.put("some", sought.least());
        all.put("required", written(sought.conditions().required()));
        all.put("excluded", written(sought.conditions().excluded()));
        all.put("ranked", asked.isByScore());
        all.put("precision", precision);
        all.put("begins", BEGINS);
        all.put("names", NAMES);
        all.put("called", CALLED);
        all.put("keeps", KEEPS);
        all.put("calledSo", calledSo(sought));
        all.put("values", SearchAnswer.FACET_VALUES_LIMIT);
        addPeriod(all, asked.query().period());
        addPage(all);
        return all;
    }

    private static void addPeriod(Map<String, Object> all, SearchQuery.Period period) {
        all.put("dated", period.isBounded());
        all.put("from", Objects.requireNonNullElse(period.from(), LensParameters.BEGINNING));
        all.put("until", Objects.requireNonNullElse(period.to(), LensParameters.EVER));
    }

    private void addPage(Map<String, Object> all) {
        Cursor cursor = asked.cursor();
        all.put("limit", asked.query().page().limit() + 1);
        all.put("after", cursor == null ? "" : cursor.name());
        all.put("last", cursor == null ? 0 : cursor.key());
    }

    private List<Map<String, Object>> parts(Sought sought) {
        List<Map<String, Object>> parts = new ArrayList<>();
        sought.phrases().forEach(each -> parts.add(part("all", parts.size(), each)));
        sought.words().forEach(each -> parts.add(part("some", parts.size(), each)));
        sought.without().forEach(each -> parts.add(part("none", parts.size(), each)));
        if (!sought.isRanked()) {
            parts.add(Map.of(
                    "role",
                    "all",
                    "number",
                    parts.size(),
                    "own",
                    List.of(narrowest(sought)),
                    "begun",
                    List.of(),
                    "named",
                    List.of()));
        }
        return parts;
    }

    private Map<String, Object> part(String role, int number, Sought.Part part) {
        List<Map<String, String>> named = new ArrayList<>();
        named.add(Map.of("index", "clew_words", "query", FullText.named(part, called.words())));
        List<String> begun = part.prefix() ? List.of(FullText.begun(part)) : List.of();
        begun.forEach(each -> named.add(Map.of("index", "clew_names", "query", each)));
        return Map.of(
                "role",
                role,
                "number",
                number,
                "own",
                List.of(FullText.own(part, called.words())),
                "begun",
                begun,
                "named",
                named);
    }

    /** The condition that leaves the fewest, as far as fields tell; every record where there is none. */
    private static String narrowest(Sought sought) {
        return sought.conditions().required().stream()
                .filter(values -> !LENT.contains(values.getFirst().field()))
                .min(Comparator.comparing((List<FieldValue> values) ->
                                BROAD.contains(values.getFirst().field()))
                        .thenComparing(List::size))
                .map(FullText::holding)
                .orElseGet(() -> FullText.holding(Stream.of(RecordType.values())
                        .map(each -> new FieldValue(SearchField.TYPE, each.code()))
                        .toList()));
    }

    private List<String> calledSo(Sought sought) {
        return sought.isRanked()
                ? Stream.of(RecordType.ENTITY, RecordType.SOURCE)
                        .flatMap(type -> called.called(type, sought.text()).stream())
                        .map(RecordName::path)
                        .toList()
                : List.of();
    }

    private static List<List<String>> written(List<List<FieldValue>> groups) {
        return groups.stream()
                .map(values -> values.stream().map(Findable::written).toList())
                .toList();
    }
}
