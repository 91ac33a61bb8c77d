package dev.clew.neo4j;

import dev.clew.model.ClaimType;
import dev.clew.model.Edge;
import dev.clew.model.Enumerations;
import dev.clew.model.Evidence;
import dev.clew.model.Fact;
import dev.clew.model.Link;
import dev.clew.model.Readings;
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
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/** Counts the edges between pairs of entities from their links, by the rules that every engine uses, and writes them. */
final class Edges {
    private final Relations relations;

    Edges(Relations relations) {
        this.relations = relations;
    }

    /** Writes the edges of these pairs anew. */
    void write(Statements statements, Set<String> pairs) {
        if (pairs.isEmpty()) {
            return;
        }
        Map<String, List<Testimony>> testimonies = new HashMap<>();
        statements
                .read(Cypher.LINKS_OF_PAIRS, Map.of("pairs", List.copyOf(pairs)))
                .forEach(each -> {
                    Value link = each.get("link");
                    testimonies
                            .computeIfAbsent(text(link, "pair"), any -> new ArrayList<>())
                            .add(testimony(link));
                });
        List<Map<String, Object>> cleared = new ArrayList<>();
        List<Map<String, Object>> drawn = new ArrayList<>();
        for (String pair : pairs) {
            String[] ends = pair.split(" ", -1);
            cleared.add(Map.of("one", ends[0], "other", ends[1]));
            edges(ends[0], testimonies.getOrDefault(pair, List.of()))
                    .filter(Edge::isDrawn)
                    .forEach(edge -> drawn.add(Rows.edge(edge)));
        }
        statements.rows(Cypher.CLEAR_EDGES, cleared);
        statements.rows(Cypher.PUT_EDGES, drawn);
    }

    private static Stream<Edge> edges(String one, List<Testimony> testimonies) {
        List<Testimony> out = new ArrayList<>();
        List<Testimony> in = new ArrayList<>();
        for (Testimony each : testimonies) {
            (each.from().equals(one) ? out : in).add(each);
        }
        return Stream.concat(new Readings(out).edges().stream(), new Readings(in).edges().stream());
    }

    private Testimony testimony(Value link) {
        RelationType relation = relations.require(text(link, "relation"));
        String insight = optional(link, "insight");
        if (insight == null) {
            Fact fact = new Fact(relation.id(), text(link, "object"), text(link, "source"), Fact.Period.NONE);
            return Testimony.of(text(link, "subject"), fact, relation);
        }
        Link said = new Link(
                new Link.End(text(link, "subject"), optional(link, "subjectFraming")),
                relation.id(),
                new Link.End(text(link, "object"), optional(link, "objectFraming")),
                new Link.Stance(
                        Sign.find(text(link, "sign")).orElseThrow(),
                        link.get("denied").asBoolean()),
                new Scope(optional(link, "where"), optional(link, "period"), optional(link, "condition")));
        Voice voice = new Voice(RecordName.parse(text(link, "voice")).orElseThrow());
        ClaimType type =
                Enumerations.find(ClaimType.class, text(link, "claimType")).orElseThrow();
        return Testimony.of(said, relation, Evidence.insight(insight, text(link, "source"), voice, type));
    }

    private static String text(Value link, String key) {
        return Objects.requireNonNull(optional(link, key), key);
    }

    private static @Nullable String optional(Value link, String key) {
        Value value = link.get(key);
        return value.isNull() ? null : value.asString();
    }
}
