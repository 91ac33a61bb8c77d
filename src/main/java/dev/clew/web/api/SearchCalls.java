package dev.clew.web.api;

import dev.clew.model.Certainty;
import dev.clew.model.ClaimType;
import dev.clew.model.EntityKind;
import dev.clew.model.Enumerations;
import dev.clew.model.RecordType;
import dev.clew.model.SearchField;
import dev.clew.model.SearchQuery;
import dev.clew.model.Sign;
import dev.clew.model.SourceKind;
import dev.clew.model.SuggestQuery;
import dev.clew.web.http.Answer;
import dev.clew.web.http.Arguments;
import dev.clew.web.http.Form;
import dev.clew.web.http.Parameter;
import dev.clew.web.http.Route;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The calls that find records by words: {@code /api/search} and {@code /api/suggest}. */
final class SearchCalls {
    private static final int MOST_VALUES = 20;
    private static final Form NAME = new Form.Text(300);
    private static final Map<SearchField, Form> FILTERS = filters();
    private static final Parameter ENGINE = Parameter.optional(
            "engine",
            new Form.Choice(List.of(SearchEngines.EMBEDDED, SearchEngines.SERVER)),
            "Which index to ask: the embedded one, or that of the Neo4j server that is set, which matches by words only and"
                    + " refuses what it lacks. Unless named, the setting engine decides and the embedded one answers the"
                    + " rest; the answer says which it was.");

    private final SearchEngines engines;
    private final Reads reads;

    SearchCalls(SearchEngines engines, Reads reads) {
        this.engines = engines;
        this.reads = reads;
    }

    private static Map<SearchField, Form> filters() {
        Map<SearchField, Form> forms = new EnumMap<>(SearchField.class);
        forms.put(SearchField.TYPE, choice(RecordType.class));
        forms.put(SearchField.KIND, new Form.Choice(kinds()));
        forms.put(SearchField.ENTITY, NAME);
        forms.put(SearchField.RELATION, new Form.Id());
        forms.put(SearchField.SIGN, new Form.SignForm(List.of(Sign.PLUS, Sign.MINUS, Sign.ZERO)));
        forms.put(SearchField.HOLDER, NAME);
        forms.put(SearchField.SPEAKER, NAME);
        forms.put(SearchField.SOURCE, NAME);
        forms.put(SearchField.PODCAST, NAME);
        forms.put(SearchField.YEAR, new Form.Whole(1, 9999));
        forms.put(SearchField.CLAIM_TYPE, choice(ClaimType.class));
        forms.put(SearchField.CERTAINTY, choice(Certainty.class));
        forms.put(SearchField.TOPIC, NAME);
        return forms;
    }

    private static Form choice(Class<? extends Enum<?>> type) {
        return new Form.Choice(
                Arrays.stream(type.getEnumConstants()).map(Enumerations::code).toList());
    }

    /** The kinds of entities and sources, as they are written. */
    private static List<String> kinds() {
        return Stream.concat(
                        entityKinds().stream(),
                        Arrays.stream(SourceKind.values()).map(SourceKinds::label))
                .toList();
    }

    /** The kinds of entities, as they are written. */
    static List<String> entityKinds() {
        return Arrays.stream(EntityKind.values()).map(EntityKind::label).toList();
    }

    /** The kinds of entity that the {@code kind} parameter names. */
    static Set<EntityKind> kinds(Arguments asked) {
        return asked.texts("kind").stream()
                .flatMap(label -> EntityKind.find(label).stream())
                .collect(Collectors.toSet());
    }

    Stream<Route> routes() {
        return Stream.of(
                reads.route(
                        "/api/search",
                        "Records found by words, with counts to narrow them by.",
                        Stream.concat(parameters().stream(), Stream.of(ENGINE)).toList(),
                        "Search",
                        asked -> search(asked.arguments())),
                reads.route(
                        "/api/suggest",
                        "Entities of which a name, or a word in one, begins so.",
                        List.of(
                                Parameter.required(
                                        "q", new Form.Text(SuggestQuery.TEXT_LIMIT_CHARACTERS), "The beginning."),
                                Parameter.optional(
                                        "kind", new Form.Choice(entityKinds()), "Only entities of this kind."),
                                Parameter.fallback(
                                        "limit",
                                        new Form.Whole(1, SuggestQuery.SUGGESTIONS_LIMIT),
                                        Integer.toString(SuggestQuery.SUGGESTIONS_DEFAULT),
                                        "Most suggestions.")),
                        "Suggestions",
                        asked -> suggest(asked.arguments())));
    }

    static List<Parameter> parameters() {
        Stream<Parameter> narrowing = FILTERS.entrySet().stream()
                .map(each ->
                        Parameter.many(each.getKey().code(), each.getValue(), MOST_VALUES, narrows(each.getKey())));
        return Stream.concat(
                        Stream.of(Parameter.fallback(
                                "q",
                                new Form.Text(SearchQuery.TEXT_LIMIT_CHARACTERS),
                                "",
                                "Words, \"phrases\", -without, field:value, begin*; nothing finds everything.")),
                        Stream.concat(narrowing, others()))
                .toList();
    }

    private static String narrows(SearchField field) {
        return "Only records with this " + field.code() + "; several mean " + (field.isRepeated() ? "all." : "any.");
    }

    private static Stream<Parameter> others() {
        return Stream.of(
                Parameter.optional("contested", new Form.Flag(), "Only claims with, or without, a contested link."),
                Parameter.optional("minVoices", new Form.Whole(0, 1000), "Only claims with at least so many voices."),
                Parameter.optional("from", new Form.Day(), "Only what came out on this day or later."),
                Parameter.optional("to", new Form.Day(), "Only what came out on this day or earlier."),
                Parameter.fallback(
                        "mode",
                        choice(SearchQuery.Mode.class),
                        "hybrid",
                        "How to match: by words and meaning, words, or meaning; the answer's mode says which it was."),
                Parameter.fallback(
                        "sort", new Form.Choice(List.of("relevance", "newest", "voices")), "relevance", "The order."),
                Parameter.fallback(
                        "limit",
                        new Form.Whole(1, SearchQuery.HITS_LIMIT),
                        Integer.toString(SearchQuery.HITS_DEFAULT),
                        "Most hits."),
                Parameter.optional("cursor", new Form.Text(500), "Where the last page ended, as its answer said."));
    }

    private Answer search(Arguments asked) {
        SearchEngines.Found found = engines.search(query(asked), asked.optionalText("engine"));
        return Answer.json(SearchJson.answer(found.answer(), reads.base()).put("engine", found.engine()));
    }

    private static SearchQuery query(Arguments asked) {
        SearchQuery.Page page = new SearchQuery.Page(
                Enumerations.find(SearchQuery.Sort.class, asked.text("sort")).orElseThrow(),
                asked.whole("limit"),
                asked.optionalText("cursor").orElse(null));
        return query(asked, page, mode(asked));
    }

    /** How to match. */
    static SearchQuery.Mode mode(Arguments asked) {
        return Enumerations.find(SearchQuery.Mode.class, asked.text("mode")).orElseThrow();
    }

    /** The query that the parameters make, but for its page and mode. */
    static SearchQuery query(Arguments asked, SearchQuery.Page page, SearchQuery.Mode mode) {
        Map<SearchField, List<String>> filters = new EnumMap<>(SearchField.class);
        FILTERS.keySet().forEach(field -> {
            List<String> values = asked.written(field.code());
            if (!values.isEmpty()) {
                filters.put(field, values);
            }
        });
        return new SearchQuery(
                asked.text("q"),
                filters,
                new SearchQuery.Period(
                        asked.value("from", LocalDate.class).orElse(null),
                        asked.value("to", LocalDate.class).orElse(null)),
                new SearchQuery.Evidence(
                        asked.flag("contested").orElse(null),
                        asked.optionalWhole("minVoices").map(Math::toIntExact).orElse(null)),
                page,
                mode);
    }

    private Answer suggest(Arguments asked) {
        EntityKind kind = asked.optionalText("kind").flatMap(EntityKind::find).orElse(null);
        long change = reads.change();
        var found = engines.embedded().suggest(new SuggestQuery(asked.text("q"), kind, asked.whole("limit")));
        return Answer.json(SearchJson.suggestions(found).put("change", change));
    }
}
