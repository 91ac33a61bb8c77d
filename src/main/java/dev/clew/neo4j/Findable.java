package dev.clew.neo4j;

import dev.clew.model.Entity;
import dev.clew.model.Insight;
import dev.clew.model.SearchField;
import dev.clew.model.Source;
import dev.clew.model.text.FieldValue;
import dev.clew.model.text.RecordValues;
import dev.clew.model.text.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What makes records findable as properties of their nodes: words cut as everywhere in Clew, with a space between, since
 * the server's own ways to cut them differ; and the values that they hold.
 *
 * @param words cut texts
 */
record Findable(Words words) {
    /** Stands between two texts, so that no phrase runs over their border; no word is like it. */
    private static final String BORDER = " | ";

    /** Stands between the words of a name that is to be found whole. */
    private static final String WITHIN_NAME = "/";

    /** Adds what an entity is found by: its names, by which claims that name it are found too, and what is said of it. */
    void add(Map<String, Object> properties, Entity entity) {
        List<String> names = Stream.concat(Stream.of(entity.naming().label()), entity.naming().aliases().stream())
                .toList();
        put(properties, "nameStems", stems(names));
        put(properties, "callings", callings(names));
        put(properties, "foreignStems", foreign(names, entity.naming().language()));
        put(properties, "stems", stems(present(entity.naming().definition(), entity.note())));
        properties.put("facets", written(RecordValues.of(entity)));
    }

    /** Adds what a claim is found by, beside the names of what it names. */
    void add(Map<String, Object> properties, Insight insight) {
        String text = insight.claim().text();
        put(properties, "stems", stems(present(text, insight.passage().quote(), insight.note())));
        put(properties, "foreignStems", foreign(List.of(text), insight.claim().language()));
        properties.put("facets", written(RecordValues.of(insight)));
    }

    /** Adds what a source is found by, and what it lends to its claims. */
    void add(Map<String, Object> properties, Source source) {
        put(properties, "nameStems", stems(List.of(source.title())));
        put(properties, "callings", callings(List.of(source.title())));
        put(properties, "stems", stems(present(source.note())));
        List<FieldValue> own = new ArrayList<>(RecordValues.of(source));
        List<FieldValue> lent = new ArrayList<>();
        own.stream().filter(each -> each.field() == SearchField.PODCAST).forEach(lent::add);
        own.removeAll(lent);
        LocalDate date = source.publication().date();
        if (date != null) {
            lent.add(new FieldValue(SearchField.YEAR, Integer.toString(date.getYear())));
        }
        properties.put("facets", written(own));
        properties.put("lent", written(lent));
    }

    private static List<String> present(@Nullable String... texts) {
        return Stream.of(texts)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    private String stems(List<String> texts) {
        return texts.stream()
                .map(text -> words.tokens(text).stream().map(Words.Token::stem).collect(Collectors.joining(" ")))
                .collect(Collectors.joining(BORDER));
    }

    private String foreign(List<String> texts, String language) {
        List<String> stems = new ArrayList<>();
        for (String text : texts) {
            words.stemsOf(text, language).forEach((code, found) -> stems.add(String.join(" ", marked(code, found))));
        }
        return String.join(BORDER, stems);
    }

    /** Stems of another language than English, told apart from those of all others. */
    static List<String> marked(String language, List<String> stems) {
        return stems.stream().map(each -> language + "/" + each).toList();
    }

    private String callings(List<String> names) {
        return names.stream().map(this::calling).collect(Collectors.joining(" "));
    }

    /** A whole name as one word of the index. */
    String calling(String name) {
        return words.normal(name).replace(" ", WITHIN_NAME);
    }

    private static List<String> written(List<FieldValue> values) {
        return values.stream().map(Findable::written).toList();
    }

    /** A value as nodes hold it, such as {@code holder:united-states}. */
    static String written(FieldValue value) {
        return value.field().code() + ":" + value.value();
    }

    /** Reads a value. */
    static FieldValue read(String written) {
        int colon = written.indexOf(':');
        return new FieldValue(
                SearchField.find(written.substring(0, colon)).orElseThrow(), written.substring(colon + 1));
    }

    private static void put(Map<String, Object> properties, String key, String text) {
        if (!text.isBlank()) {
            properties.put(key, text);
        }
    }
}
