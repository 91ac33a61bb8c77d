package dev.clew.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The edges of several entities laid side by side.
 *
 * @param shared what several of them are linked to by the same relation, the same way round, most edges first
 * @param opposite what one of them raises and another lowers, or is raised and lowered by, whatever the relations
 * @param between edges among themselves
 * @param only for each entity, in the order asked, its edges that stand in none of the others
 */
public record SideBySide(List<Row> shared, List<Row> opposite, List<Edge> between, Map<String, List<Edge>> only) {
    /**
     * What several are linked to.
     *
     * @param other the id of the entity they are linked to
     * @param sides the edges of each that has some, in the order asked
     */
    public record Row(String other, Map<String, List<Edge>> sides) {
        private int edges() {
            return sides.values().stream().mapToInt(List::size).sum();
        }
    }

    /** What is the same for two entities: the other end, the way round, and what stands for the relation. */
    private record Place(String other, boolean outgoing, String by) {}

    /**
     * Lays them side by side.
     *
     * @param edges the edges of each entity, by its id, in the order wanted
     * @param relations which relations read the same both ways
     */
    public static SideBySide of(Map<String, List<Edge>> edges, Relations relations) {
        Map<Place, Row> same = new LinkedHashMap<>();
        Map<Place, Row> signed = new LinkedHashMap<>();
        Set<Edge> between = new LinkedHashSet<>();
        edges.forEach((entity, own) -> own.forEach(edge -> {
            Place place = place(entity, edge, relations);
            if (edges.containsKey(place.other())) {
                between.add(edge);
                return;
            }
            row(same, place, entity).add(edge);
            if (edge.sign().isDirected()) {
                row(signed, new Place(place.other(), place.outgoing(), ""), entity)
                        .add(edge);
            }
        }));
        List<Row> shared = same.values().stream().filter(SideBySide::isShared).toList();
        List<Row> opposite =
                signed.values().stream().filter(SideBySide::isOpposite).toList();
        Set<Edge> told = new HashSet<>();
        List.of(shared, opposite)
                .forEach(rows -> rows.forEach(row -> row.sides().values().forEach(told::addAll)));
        Map<String, List<Edge>> only = new LinkedHashMap<>();
        edges.forEach((entity, own) -> only.put(
                entity,
                own.stream()
                        .filter(edge -> !told.contains(edge) && !between.contains(edge))
                        .toList()));
        return new SideBySide(ordered(shared), ordered(opposite), List.copyOf(between), only);
    }

    private static Place place(String entity, Edge edge, Relations relations) {
        EdgeName name = edge.name();
        boolean subject = name.subject().equals(entity);
        boolean outgoing = subject || relations.require(name.relation()).isSymmetric();
        return new Place(subject ? name.object() : name.subject(), outgoing, name.relation());
    }

    private static List<Edge> row(Map<Place, Row> rows, Place place, String entity) {
        return rows.computeIfAbsent(place, any -> new Row(place.other(), new LinkedHashMap<>()))
                .sides()
                .computeIfAbsent(entity, any -> new ArrayList<>());
    }

    private static boolean isShared(Row row) {
        return row.sides().size() > 1;
    }

    /** Whether one raises what another lowers. */
    private static boolean isOpposite(Row row) {
        return row.sides().entrySet().stream()
                .anyMatch(one -> row.sides().entrySet().stream()
                        .filter(other -> !other.getKey().equals(one.getKey()))
                        .anyMatch(other -> has(one.getValue(), Sign.PLUS) && has(other.getValue(), Sign.MINUS)));
    }

    private static boolean has(Collection<Edge> edges, Sign sign) {
        return edges.stream().anyMatch(edge -> edge.sign() == sign);
    }

    /** Most voices and edges first; what is met first stays first. */
    private static List<Row> ordered(List<Row> rows) {
        return rows.stream()
                .sorted(Comparator.comparingInt(row -> -voices(row)))
                .toList();
    }

    private static int voices(Row row) {
        return row.edges()
                + row.sides().values().stream()
                        .flatMap(List::stream)
                        .mapToInt(edge ->
                                edge.support().voicesFor() + edge.support().voicesAgainst())
                        .sum();
    }
}
