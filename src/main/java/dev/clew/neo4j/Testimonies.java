package dev.clew.neo4j;

import dev.clew.model.ClaimType;
import dev.clew.model.Enumerations;
import dev.clew.model.Evidence;
import dev.clew.model.Link;
import dev.clew.model.RecordName;
import dev.clew.model.RelationType;
import dev.clew.model.Relations;
import dev.clew.model.Scope;
import dev.clew.model.Sign;
import dev.clew.model.Testimony;
import dev.clew.model.Voice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/** Reads links and facts of the property graph as the counting rules see them. Not thread-safe. */
final class Testimonies {
    private static final List<String> NAMES = List.of(
            "subject",
            "relation",
            "object",
            "sign",
            "denied",
            "subjectFraming",
            "objectFraming",
            "where",
            "period",
            "insight",
            "source",
            "voice",
            "claimType");
    private static final int SUBJECT = 0;
    private static final int RELATION = 1;
    private static final int OBJECT = 2;
    private static final int SIGN = 3;
    private static final int DENIED = 4;
    private static final int SUBJECT_FRAMING = 5;
    private static final int OBJECT_FRAMING = 6;
    private static final int WHERE = 7;
    private static final int PERIOD = 8;
    private static final int INSIGHT = 9;
    private static final int SOURCE = 10;
    private static final int VOICE = 11;
    private static final int CLAIM_TYPE = 12;

    private final Relations relations;
    private final Map<String, Voice> voices = new HashMap<>();

    Testimonies(Relations relations) {
        this.relations = relations;
    }

    /** The cells of one link, in the order of {@link Cypher#LINKS_OF_PAIRS}. */
    static List<@Nullable Object> cells(Value link) {
        return link.asList(value -> value.isNull() ? null : value.asObject());
    }

    /** The same of a link with these properties. */
    static List<@Nullable Object> cells(Map<String, Object> properties) {
        List<@Nullable Object> cells = new ArrayList<>();
        NAMES.forEach(each -> cells.add(properties.get(each)));
        return cells;
    }

    /** Reads the cells of one link. */
    Testimony of(Value link) {
        return of(cells(link), Map.of());
    }

    /**
     * Reads the cells of one link.
     *
     * @param changed the voices of those insights that have another one than their links say
     */
    Testimony of(List<@Nullable Object> link, Map<String, String> changed) {
        RelationType relation = relations.require(text(link, RELATION));
        String insight = optional(link, INSIGHT);
        if (insight == null) {
            String entity = text(link, SUBJECT);
            Link stated = Link.of(entity, relation.id(), text(link, OBJECT), Sign.ZERO);
            return Testimony.of(stated, relation, Evidence.fact(entity, text(link, SOURCE)));
        }
        Link said = new Link(
                new Link.End(text(link, SUBJECT), optional(link, SUBJECT_FRAMING)),
                relation.id(),
                new Link.End(text(link, OBJECT), optional(link, OBJECT_FRAMING)),
                new Link.Stance(Sign.find(text(link, SIGN)).orElseThrow(), Boolean.TRUE.equals(link.get(DENIED))),
                new Scope(optional(link, WHERE), optional(link, PERIOD), null));
        String origin = changed.containsKey(insight) ? changed.get(insight) : text(link, VOICE);
        Voice voice = voices.computeIfAbsent(
                origin, each -> new Voice(RecordName.parse(each).orElseThrow()));
        ClaimType type =
                Enumerations.find(ClaimType.class, text(link, CLAIM_TYPE)).orElseThrow();
        return Testimony.of(said, relation, Evidence.insight(insight, text(link, SOURCE), voice, type));
    }

    private static String text(List<@Nullable Object> link, int cell) {
        return Objects.requireNonNull(optional(link, cell), "cell " + cell + " of a link");
    }

    private static @Nullable String optional(List<@Nullable Object> link, int cell) {
        return (String) link.get(cell);
    }
}
