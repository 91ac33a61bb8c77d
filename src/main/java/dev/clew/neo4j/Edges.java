package dev.clew.neo4j;

import dev.clew.model.Edge;
import dev.clew.model.Evidence;
import dev.clew.model.Readings;
import dev.clew.model.Relations;
import dev.clew.model.Testimony;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Counts the edges between pairs of entities from their links, by the rules that every engine uses, and writes them. */
final class Edges {
    private final Relations relations;

    /** How many edges an entity has more than before, all and those by claims. */
    private static final class Growth {
        private final Map<String, int[]> byEntity = new TreeMap<>();

        void add(String one, String other, int edges, boolean claimed) {
            if (!one.equals(other)) {
                add(one, edges, claimed);
                add(other, edges, claimed);
            }
        }

        private void add(String entity, int edges, boolean claimed) {
            int[] grown = byEntity.computeIfAbsent(entity, any -> new int[2]);
            grown[0] += edges;
            grown[1] += claimed ? edges : 0;
        }

        List<Map<String, Object>> rows() {
            List<Map<String, Object>> rows = new ArrayList<>();
            byEntity.forEach((entity, grown) -> {
                if (grown[0] != 0 || grown[1] != 0) {
                    rows.add(Map.of("id", entity, "edges", grown[0], "claimedEdges", grown[1]));
                }
            });
            return rows;
        }
    }

    /** What is cleared, what is drawn, and by how much that changes how many edges entities have. */
    private static final class Redrawing {
        private final List<Map<String, Object>> cleared = new ArrayList<>();
        private final List<Map<String, Object>> drawn = new ArrayList<>();
        private final Growth growth = new Growth();

        /** Each direction from its own end: what comes in at a hub are links by the thousand, what goes out few edges. */
        void clear(String one, String other) {
            cleared.add(Map.of("one", one, "other", other));
            if (!one.equals(other)) {
                cleared.add(Map.of("one", other, "other", one));
            }
        }

        void draw(Edge edge) {
            drawn.add(Rows.edge(edge));
            boolean claimed = edge.evidence().stream().anyMatch(each -> each.kind() == Evidence.Kind.INSIGHT);
            growth.add(edge.name().subject(), edge.name().object(), 1, claimed);
        }

        void write(Statements statements) {
            statements
                    .read(Cypher.CLEAR_EDGES, Map.of("rows", cleared))
                    .forEach(each -> growth.add(
                            Statements.text(each, "one"),
                            Statements.text(each, "other"),
                            -1,
                            each.get("claimed").asBoolean()));
            statements.rows(Cypher.PUT_EDGES, drawn);
            statements.rows(Cypher.COUNT_EDGES, growth.rows());
        }
    }

    Edges(Relations relations) {
        this.relations = relations;
    }

    /**
     * Writes the edges of pairs anew.
     *
     * @param changed pairs whose links went or changed
     * @param linked how many links were just made between each pair; one that has no others had no edge
     */
    void write(Statements statements, Set<String> changed, Map<String, Integer> linked) {
        Set<String> pairs = new TreeSet<>(changed);
        pairs.addAll(linked.keySet());
        if (pairs.isEmpty()) {
            return;
        }
        Map<String, List<Testimony>> testimonies = testimonies(statements, pairs);
        Redrawing redrawing = new Redrawing();
        for (String pair : pairs) {
            String[] ends = pair.split(" ", -1);
            List<Testimony> found = testimonies.getOrDefault(pair, List.of());
            if (changed.contains(pair) || found.size() > linked.getOrDefault(pair, 0)) {
                redrawing.clear(ends[0], ends[1]);
            }
            edges(ends[0], found).filter(Edge::isDrawn).forEach(redrawing::draw);
        }
        redrawing.write(statements);
    }

    private Map<String, List<Testimony>> testimonies(Statements statements, Set<String> pairs) {
        Testimonies read = new Testimonies(relations);
        Map<String, List<Testimony>> testimonies = new HashMap<>();
        statements
                .read(Cypher.LINKS_OF_PAIRS, Map.of("pairs", List.copyOf(pairs)))
                .forEach(each -> testimonies
                        .computeIfAbsent(Statements.text(each, "pair"), any -> new ArrayList<>())
                        .add(read.of(each.get("link"))));
        return testimonies;
    }

    private static Stream<Edge> edges(String one, List<Testimony> testimonies) {
        List<Testimony> out = new ArrayList<>();
        List<Testimony> in = new ArrayList<>();
        for (Testimony each : testimonies) {
            (each.from().equals(one) ? out : in).add(each);
        }
        return Stream.concat(new Readings(out).edges().stream(), new Readings(in).edges().stream());
    }
}
