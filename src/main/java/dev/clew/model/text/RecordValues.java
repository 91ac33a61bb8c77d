package dev.clew.model.text;

import dev.clew.model.Entity;
import dev.clew.model.Enumerations;
import dev.clew.model.Insight;
import dev.clew.model.Link;
import dev.clew.model.SearchField;
import dev.clew.model.Source;
import dev.clew.model.SourceKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a record can be narrowed and counted by, as far as it says so itself: not by the podcast and year of its source. */
public final class RecordValues {
    private RecordValues() {}

    /** Those of an entity. */
    public static List<FieldValue> of(Entity entity) {
        return new Values()
                .add(SearchField.TYPE, entity.name().type().code())
                .add(SearchField.KIND, entity.kind().label())
                .list();
    }

    /** Those of a source. */
    public static List<FieldValue> of(Source source) {
        return new Values()
                .add(SearchField.TYPE, source.name().type().code())
                .add(SearchField.KIND, written(source.kind()))
                .add(SearchField.PODCAST, source.podcast())
                .list();
    }

    /** Those of an insight. */
    public static List<FieldValue> of(Insight insight) {
        Values values = new Values()
                .add(SearchField.TYPE, insight.name().type().code())
                .add(SearchField.HOLDER, insight.belief().holder())
                .add(SearchField.SPEAKER, insight.belief().speaker())
                .add(SearchField.SOURCE, insight.passage().source())
                .add(SearchField.CLAIM_TYPE, insight.claim().type().code())
                .add(SearchField.CERTAINTY, Enumerations.code(insight.claim().certainty()));
        insight.entities().forEach(entity -> values.add(SearchField.ENTITY, entity));
        insight.subjects().topics().forEach(topic -> values.add(SearchField.TOPIC, topic));
        for (Link link : insight.links()) {
            values.add(SearchField.RELATION, link.relation());
            values.add(SearchField.SIGN, link.sign().symbol());
        }
        return values.list();
    }

    /** A kind of source as records write it, such as {@code Episode}. */
    public static String written(SourceKind kind) {
        String code = kind.code();
        return code.substring(0, 1).toUpperCase(Locale.ROOT) + code.substring(1);
    }

    /** A day as a number that sorts: yyyymmdd. */
    public static int day(LocalDate date) {
        return date.getYear() * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth();
    }

    /** Values in the order given, each once. */
    private static final class Values {
        private final Set<FieldValue> held = new LinkedHashSet<>();

        Values add(SearchField field, @Nullable String value) {
            if (value != null) {
                held.add(new FieldValue(field, value));
            }
            return this;
        }

        List<FieldValue> list() {
            return new ArrayList<>(held);
        }
    }
}
