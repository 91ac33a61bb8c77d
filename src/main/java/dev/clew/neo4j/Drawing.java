package dev.clew.neo4j;

import dev.clew.model.Edge;
import dev.clew.model.Relations;
import dev.clew.model.Testimony;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.neo4j.driver.Record;

/**
 * Draws the edges between all pairs of entities, page by page in the order of the pairs: each link is read once and each edge
 * written once, however many there are. Edges that are there are looked at entity by entity and stay where they are right.
 */
final class Drawing {
    /** After every pair: ids are of lower-case letters, digits and hyphens. */
    private static final String END = "~";

    private final Neo4jServer server;
    private final Relations relations;
    private final String mark;
    private final int portion;
    private final boolean isEmpty;
    private final EdgeCounts counts = new EdgeCounts();
    private String after = "";
    private int limit;

    /**
     * Begins to draw.
     *
     * @param mark of the graph that is being built
     * @param portion how many links are a page, unless more are between one pair
     * @param isEmpty whether no edge is there yet
     */
    Drawing(Neo4jServer server, Relations relations, String mark, int portion, boolean isEmpty) {
        this.server = server;
        this.relations = relations;
        this.mark = mark;
        this.portion = portion;
        this.limit = portion;
        this.isEmpty = isEmpty;
    }

    /**
     * Draws all, and counts them at their ends.
     *
     * @param writing writes a page while the next one is read
     */
    void draw(Writing writing) {
        while (!after.equals(END)) {
            page(writing);
        }
        writing.await();
        List<Map<String, Object>> rows = counted(server.read(statements -> statements.read(Cypher.COUNTED, Map.of())));
        for (int from = 0; from < rows.size(); from += portion) {
            List<Map<String, Object>> some = rows.subList(from, Math.min(rows.size(), from + portion));
            server.write(mark, statements -> statements.rows(Cypher.SET_COUNTS, some));
        }
    }

    private void page(Writing writing) {
        List<Record> links = server.read(
                statements -> statements.read(Cypher.LINKS_AFTER_PAIR, Map.of("after", after, "limit", limit)));
        TreeMap<String, List<Testimony>> byPair = byPair(links);
        boolean isLast = links.size() < limit;
        if (!isLast && byPair.size() == 1) {
            limit *= 2;
            return;
        }
        if (!isLast) {
            // Its other links may be on the next page.
            byPair.pollLastEntry();
        }
        String end = isLast ? END : byPair.lastKey();
        List<Map.Entry<Map<String, Object>, String>> there = isEmpty ? List.of() : thereUntil(end);
        writing.begin(change(byPair, there));
        after = end;
        limit = portion;
    }

    private TreeMap<String, List<Testimony>> byPair(List<Record> links) {
        Testimonies testimonies = new Testimonies(relations);
        TreeMap<String, List<Testimony>> byPair = new TreeMap<>();
        for (Record each : links) {
            byPair.computeIfAbsent(Statements.text(each, "pair"), any -> new ArrayList<>())
                    .add(testimonies.of(each.get("link")));
        }
        return byPair;
    }

    /** The edges that are there between the next pairs: their relationships, each by the row that would write it. */
    private List<Map.Entry<Map<String, Object>, String>> thereUntil(String end) {
        Map<String, Object> range = Map.of("after", after, "from", owner(after), "end", end, "to", owner(end));
        return server.read(statements -> statements.read(Cypher.EDGES_OF_PAIRS, range)).stream()
                .map(each -> Map.entry(Rows.edge(each), Statements.text(each, "relationship")))
                .toList();
    }

    private static String owner(String pair) {
        return pair.split(" ", -1)[0];
    }

    private Runnable change(Map<String, List<Testimony>> byPair, List<Map.Entry<Map<String, Object>, String>> there) {
        Set<Map<String, Object>> drawn = new LinkedHashSet<>();
        byPair.forEach((pair, testimonies) -> {
            for (Edge each : Edges.drawn(pair, testimonies)) {
                counts.add(each, 1);
                drawn.add(Rows.edge(each));
            }
        });
        List<String> gone = new ArrayList<>();
        for (Map.Entry<Map<String, Object>, String> each : there) {
            if (!drawn.remove(each.getKey())) {
                gone.add(each.getValue());
            }
        }
        return () -> server.write(mark, statements -> {
            statements.ids(Cypher.DROP_RELATIONSHIPS, gone);
            statements.rows(Cypher.PUT_EDGES, List.copyOf(drawn));
        });
    }

    /** How many edges entities have, none for those that had some before. */
    private List<Map<String, Object>> counted(List<Record> before) {
        List<Map<String, Object>> rows = new ArrayList<>(counts.rows());
        Set<String> counted = new HashSet<>();
        rows.forEach(each -> counted.add((String) each.get("id")));
        for (Record each : before) {
            String id = Statements.text(each, "id");
            if (!counted.contains(id)) {
                rows.add(Map.of("id", id, "edges", 0, "claimedEdges", 0));
            }
        }
        return rows;
    }
}
