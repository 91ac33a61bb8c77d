package dev.clew.neo4j;

import dev.clew.model.Edge;
import dev.clew.model.Readings;
import dev.clew.model.Relations;
import dev.clew.model.Testimony;
import dev.clew.neo4j.Stated.Said;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/**
 * The edges between those pairs of entities whose links one transaction changes. Which edges there were and which there are
 * to be is told by the links, by the rules that every engine uses, so that none is looked for unless it changes.
 */
final class Edges implements Onlooker {
    private final Statements statements;
    private final Testimonies testimonies;
    private final Map<String, List<Edge>> before = new TreeMap<>();
    private final Map<String, List<List<@Nullable Object>>> links = new HashMap<>();
    private final Map<String, String> voices = new HashMap<>();

    Edges(Statements statements, Relations relations) {
        this.statements = statements;
        this.testimonies = new Testimonies(relations);
    }

    /** Reads the links there are between pairs that it has not read yet. */
    @Override
    public void before(Set<String> pairs) {
        Set<String> fresh = new TreeSet<>(pairs);
        fresh.removeAll(before.keySet());
        if (fresh.isEmpty()) {
            return;
        }
        fresh.forEach(each -> links.put(each, new ArrayList<>()));
        for (Record each : statements.read(Cypher.LINKS_OF_PAIRS, Map.of("pairs", List.copyOf(fresh)))) {
            of(Statements.text(each, "pair")).add(Testimonies.cells(each.get("link")));
        }
        fresh.forEach(each -> before.put(each, drawn(each)));
    }

    private List<List<@Nullable Object>> of(String pair) {
        return links.computeIfAbsent(pair, any -> new ArrayList<>());
    }

    @Override
    public void gone(List<Said> gone) {
        gone.forEach(each -> of(each.pair()).remove(Testimonies.cells(each.properties())));
    }

    @Override
    public void come(List<Said> come) {
        come.forEach(each -> of(each.pair()).add(Testimonies.cells(each.properties())));
    }

    @Override
    public void voiced(Map<String, String> changed) {
        voices.putAll(changed);
    }

    /** Writes those edges that have changed. */
    void write() {
        Redrawing redrawing = new Redrawing();
        before.forEach((pair, edges) -> redrawing.add(edges, drawn(pair)));
        redrawing.write(statements);
    }

    private List<Edge> drawn(String pair) {
        return drawn(
                pair,
                of(pair).stream().map(each -> testimonies.of(each, voices)).toList());
    }

    /** The edges that are drawn between a pair of entities, either way. */
    static List<Edge> drawn(String pair, List<Testimony> testimonies) {
        String one = pair.substring(0, pair.indexOf(' '));
        List<Testimony> out = new ArrayList<>();
        List<Testimony> in = new ArrayList<>();
        for (Testimony each : testimonies) {
            (each.from().equals(one) ? out : in).add(each);
        }
        return Stream.concat(new Readings(out).edges().stream(), new Readings(in).edges().stream())
                .filter(Edge::isDrawn)
                .toList();
    }
}
