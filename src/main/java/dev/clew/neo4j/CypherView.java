package dev.clew.neo4j;

import dev.clew.model.Arcs;
import dev.clew.model.EntityKind;
import dev.clew.model.Lens;
import dev.clew.model.LinkGraph;
import dev.clew.model.Path;
import dev.clew.model.Reading;
import dev.clew.model.Relations;
import dev.clew.model.Testimony;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * The property graph through one lens, read in one transaction. What is asked for is fetched once and kept to the end of
 * it; nodes are numbered as they are met.
 */
final class CypherView implements LinkGraph.View {
    /** Most nodes that one question asks for, and most that are fetched before they are due. */
    static final int AHEAD = 64;
    /** About so many edges are fetched before they are due. */
    private static final int EDGES_AHEAD = 2_000;

    private final Statements statements;
    private final Map<String, Object> lens;
    private final boolean facts;
    private final long change;
    private final Testimonies testimonies;
    private final Star.Maker maker;
    private final List<Face> faces = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Set<String> unknown = new HashSet<>();
    private final Map<Integer, Star> stars = new HashMap<>();
    private final List<Reading> readings = new ArrayList<>(List.of(Reading.OPEN));
    private final Map<Reading, Integer> readingNumbers = new HashMap<>(Map.of(Reading.OPEN, 0));

    /** What an entity is called, and how many edges it has. */
    private record Face(String id, @Nullable String label, EntityKind kind, int edges, int claimedEdges) {
        static Face of(Record record) {
            Value label = record.get("label");
            Value kind = record.get("kind");
            return new Face(
                    Statements.text(record, "id"),
                    label.isNull() ? null : label.asString(),
                    kind.isNull()
                            ? EntityKind.CONCEPT
                            : EntityKind.find(kind.asString()).orElse(EntityKind.CONCEPT),
                    record.get("edges").asInt(0),
                    record.get("claimedEdges").asInt(0));
        }

        boolean isPublished() {
            return label != null;
        }
    }

    CypherView(Statements statements, Lens lens, Relations relations, long change) {
        this.statements = statements;
        this.lens = LensParameters.of(lens);
        this.facts = lens.facts();
        this.change = change;
        this.testimonies = new Testimonies(relations);
        this.maker = new Star.Maker(relations, this::number);
    }

    @Override
    public LinkGraph.Powers powers() {
        return CypherGraph.POWERS;
    }

    @Override
    public long change() {
        return change;
    }

    @Override
    public int node(String entity) {
        if (!numbers.containsKey(entity) && unknown.add(entity)) {
            statements.read(Cypher.FACES, Map.of("ids", List.of(entity))).forEach(each -> number(Face.of(each)));
        }
        Integer number = numbers.get(entity);
        return number != null && faces.get(number).isPublished() ? number : -1;
    }

    private int number(Face face) {
        Integer known = numbers.putIfAbsent(face.id(), faces.size());
        if (known == null) {
            faces.add(face);
            return faces.size() - 1;
        }
        return known;
    }

    private int number(Reading reading) {
        return readingNumbers.computeIfAbsent(reading, each -> {
            readings.add(each);
            return readings.size() - 1;
        });
    }

    @Override
    public String id(int node) {
        return faces.get(node).id();
    }

    @Override
    public Path.Node describe(int node) {
        Face face = faces.get(node);
        return new Path.Node(face.id(), Objects.requireNonNullElse(face.label(), face.id()), face.kind());
    }

    @Override
    public String framingLabel(int node, String framing) {
        String begin = framing + ": ";
        return statements.read(Cypher.FRAMINGS, Map.of("id", id(node))).stream()
                .flatMap(each -> each.get("framings").asList(Value::asString).stream())
                .filter(each -> each.startsWith(begin))
                .map(each -> each.substring(begin.length()))
                .findFirst()
                .orElse(framing);
    }

    @Override
    public int degreeLog2(int node) {
        Face face = faces.get(node);
        int edges = facts ? face.edges() : face.claimedEdges();
        return 31 - Integer.numberOfLeadingZeros(Math.max(1, edges));
    }

    @Override
    public void prepare(int[] nodes, int due) {
        Set<Integer> asked = new LinkedHashSet<>();
        for (int i = 0; i < due; i++) {
            if (!stars.containsKey(nodes[i])) {
                asked.add(nodes[i]);
            }
        }
        if (asked.isEmpty()) {
            return;
        }
        int edges = 0;
        for (int i = due; i < nodes.length && asked.size() < AHEAD; i++) {
            if (!stars.containsKey(nodes[i]) && !asked.contains(nodes[i])) {
                edges += 1 << degreeLog2(nodes[i]);
                if (edges > EDGES_AHEAD) {
                    break;
                }
                asked.add(nodes[i]);
            }
        }
        List<Integer> all = List.copyOf(asked);
        for (int from = 0; from < all.size(); from += AHEAD) {
            fetch(all.subList(from, Math.min(all.size(), from + AHEAD)));
        }
    }

    private void fetch(List<Integer> nodes) {
        Map<Integer, TreeMap<Integer, List<Testimony>>> links = new HashMap<>();
        nodes.forEach(each -> links.put(each, new TreeMap<>()));
        Map<String, Object> parameters = new HashMap<>(lens);
        parameters.put("ids", nodes.stream().map(this::id).toList());
        for (Record each : statements.read(Cypher.STARS, parameters)) {
            int at = Objects.requireNonNull(numbers.get(Statements.text(each, "at")));
            int other = number(Face.of(each));
            Objects.requireNonNull(links.get(at)).put(other, each.get("links").asList(testimonies::of));
        }
        links.forEach((node, each) -> stars.put(node, maker.star(id(node), each)));
    }

    private Star star(int node) {
        Star known = stars.get(node);
        if (known == null) {
            fetch(List.of(node));
            known = Objects.requireNonNull(stars.get(node));
        }
        return known;
    }

    @Override
    public Arcs along(int node) {
        return star(node).along();
    }

    @Override
    public Arcs against(int node) {
        return star(node).against();
    }

    @Override
    public Reading reading(int number) {
        return readings.get(number);
    }

    @Override
    public List<Testimony> testimonies(int one, int other) {
        boolean isOther = !stars.containsKey(one) && (stars.containsKey(other) || degreeLog2(other) < degreeLog2(one));
        Star star = star(isOther ? other : one);
        return star.links().getOrDefault(isOther ? one : other, List.of());
    }
}
