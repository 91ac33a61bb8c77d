package dev.clew.neo4j;

import dev.clew.model.RecordName;
import dev.clew.model.RecordType;
import dev.clew.model.Relations;
import dev.clew.model.SearchAnswer;
import dev.clew.model.SearchAnswer.FacetCount;
import dev.clew.model.SearchAnswer.Hit;
import dev.clew.model.SearchAnswer.Matching;
import dev.clew.model.SearchField;
import dev.clew.model.SearchQuery;
import dev.clew.model.text.Cursor;
import dev.clew.model.text.FacetLabels;
import dev.clew.model.text.FieldValue;
import dev.clew.model.text.HitRendering;
import dev.clew.model.text.Sought;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** One search within one state of the graph. */
final class CypherFinding {
    /** Scores are compared as whole numbers of this part. */
    private static final double PRECISION = 10_000;

    private static final String NOTE = "The Neo4j server matches by words only, counts nothing by what is contested and"
            + " guesses no other spelling; use engine=embedded for these.";

    private final Called called;
    private final Relations relations;
    private final Asked asked;

    /**
     * What to find.
     *
     * @param query as asked
     * @param sought what that seeks
     * @param cursor where the page begins; null for the first
     * @param matches most records that may match
     */
    record Asked(SearchQuery query, Sought sought, @Nullable Cursor cursor, long matches) {
        boolean isByScore() {
            return sought.isRanked() && query.page().sort() == SearchQuery.Sort.RELEVANCE;
        }
    }

    CypherFinding(Called called, Relations relations, Asked asked) {
        this.called = called;
        this.relations = relations;
        this.asked = asked;
    }

    /** The answer, as of the change with this number. */
    SearchAnswer answer(long change, String engine) {
        Matching matching = new Matching(SearchQuery.Mode.TEXT, NOTE);
        if (asked.sought().isVoid()) {
            return new SearchAnswer(0, List.of(), Map.of(), null, change, matching, null);
        }
        Record found = called.statements()
                .read(SearchStatements.FIND, new FindParameters(called, asked).all(PRECISION))
                .getFirst();
        long most = asked.matches();
        if (found.get("largest").asLong() > most || found.get("total").asLong() > most) {
            throw CypherSearch.refused(
                    "q",
                    "matches more than the " + most + " records that the Neo4j server looks through",
                    asked.query().text());
        }
        List<Value> page = found.get("page").asList(each -> each);
        int limit = asked.query().page().limit();
        List<Value> shown = page.subList(0, Math.min(limit, page.size()));
        return new SearchAnswer(
                found.get("total").asLong(),
                hits(shown),
                facets(found.get("facets")),
                page.size() > limit ? cursor(shown.getLast(), change).write(asked.query(), engine) : null,
                change,
                matching,
                null);
    }

    private static Cursor cursor(Value last, long change) {
        return new Cursor(change, last.get("key").asInt(), last.get("name").asString());
    }

    private List<Hit> hits(List<Value> page) {
        Set<String> named = new TreeSet<>();
        page.forEach(each -> named.addAll(each.get("entities").asList(Value::asString)));
        Map<String, List<String>> names = called.names(RecordType.ENTITY, named);
        HitRendering rendering = new HitRendering(asked.sought().highlighter(called.words()));
        return page.stream()
                .map(each -> rendering.hit(face(each, names), score(each), null))
                .toList();
    }

    private double score(Value match) {
        return asked.isByScore() ? match.get("key").asLong() / PRECISION : 0;
    }

    private static HitRendering.Face face(Value match, Map<String, List<String>> names) {
        RecordName name = RecordName.parse(match.get("name").asString()).orElseThrow();
        return new HitRendering.Face(
                name,
                match.get("text").asString(),
                match.get("more").asList(Value::asString),
                () -> name.type() == RecordType.INSIGHT
                        ? match.get("entities").asList(Value::asString).stream()
                                .flatMap(id -> names.getOrDefault(id, List.of()).stream())
                        : match.get("aliases").asList(Value::asString).stream());
    }

    private Map<SearchField, List<FacetCount>> facets(Value counted) {
        Map<SearchField, List<FacetCount>> facets = new EnumMap<>(SearchField.class);
        FacetLabels labels = labels(counted);
        for (Value field : counted.values()) {
            for (Value each : field.values()) {
                FieldValue value = Findable.read(each.get("value").asString());
                String label = labels.of(value.field(), value.value());
                facets.computeIfAbsent(value.field(), any -> new ArrayList<>())
                        .add(new FacetCount(
                                value.value(), label, each.get("count").asInt()));
            }
        }
        return facets;
    }

    private FacetLabels labels(Value counted) {
        Map<RecordType, Collection<String>> ids = new EnumMap<>(RecordType.class);
        for (Value field : counted.values()) {
            for (Value each : field.values()) {
                FieldValue value = Findable.read(each.get("value").asString());
                Stream.of(value.field())
                        .flatMap(CypherFinding::recordType)
                        .forEach(type -> ids.computeIfAbsent(type, any -> new TreeSet<>())
                                .add(value.value()));
            }
        }
        Map<RecordName, String> labels = new HashMap<>();
        ids.forEach((type, some) -> called.names(type, some)
                .forEach((id, names) -> labels.put(new RecordName(type, id), names.getFirst())));
        return new FacetLabels(name -> labels.getOrDefault(name, name.id()), relations);
    }

    private static Stream<RecordType> recordType(SearchField field) {
        return switch (field) {
            case ENTITY, HOLDER, SPEAKER, TOPIC -> Stream.of(RecordType.ENTITY);
            case SOURCE, PODCAST -> Stream.of(RecordType.SOURCE);
            case TYPE, KIND, RELATION, SIGN, YEAR, CLAIM_TYPE, CERTAINTY, CONTESTED -> Stream.empty();
        };
    }
}
