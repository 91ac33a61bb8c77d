package dev.clew.graph;

import dev.clew.model.Arcs;
import dev.clew.model.Edge;
import dev.clew.model.EdgeReading;
import dev.clew.model.Evidence;
import dev.clew.model.Reading;
import dev.clew.model.Readings;
import dev.clew.model.RelationClass;
import dev.clew.model.RelationType;
import dev.clew.model.Sign;
import dev.clew.model.Testimony;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Turns the links at a node into arcs. Most pairs of entities have one link, which is one arc at once; the others go
 * through the counting rules. Not thread-safe; used again for the next node.
 */
final class ArcBuilder {
    private final State state;
    private final IntPredicate passes;
    private final Ints along = new Ints(64);
    private final Ints against = new Ints(64);
    private final Ints group = new Ints(16);
    private int edges;
    private int claimed;
    private int contested;

    /**
     * Builds from the links of a state.
     *
     * @param passes which links count
     */
    ArcBuilder(State state, IntPredicate passes) {
        this.state = state;
        this.passes = passes;
    }

    /** The node with arcs for its links. */
    Node build(int number, Node node) {
        clear();
        int[] cells = node.links();
        int cell = 0;
        while (cell < cells.length) {
            int other = cells[cell];
            group.clear();
            for (; cell < cells.length && cells[cell] == other; cell += 2) {
                int link = cells[cell + 1];
                if (passes.test(link) && state.counts(link)) {
                    group.add(link);
                }
            }
            if (other != number && group.size == 1) {
                single(number, other, group.values[0]);
            } else if (other != number && group.size > 1) {
                several(number, other);
            }
        }
        Node.Tally tally = new Node.Tally(edges, claimed, contested);
        return new Node(node.face(), cells, Arcs.of(along.toArray()), Arcs.of(against.toArray()), tally);
    }

    private void clear() {
        along.clear();
        against.clear();
        edges = 0;
        claimed = 0;
        contested = 0;
    }

    private void single(int node, int other, int link) {
        Links links = state.links();
        if (links.isDenied(link)) {
            return;
        }
        boolean fact = links.isFact(link);
        RelationType relation = state.words().relation(links.relation(link));
        int traits = Arcs.traits(
                fact ? 0 : 1,
                links.relation(link),
                carried(relation, links.sign(link)),
                relation.relationClass() == RelationClass.ACT,
                fact);
        boolean isSubject = links.subject[link] == node;
        int reading = links.reading[link];
        if (reading != 0 && !isSubject) {
            reading = number(state.words().readings.get(reading).reversed());
        }
        boolean starts = isSubject != relation.runsBackward();
        if (starts || relation.isSymmetric()) {
            add(along, other, traits, reading);
        }
        if (!starts || relation.isSymmetric()) {
            add(against, other, traits, reading);
        }
        edges++;
        claimed += fact ? 0 : 1;
    }

    private void several(int node, int other) {
        String id = state.words().entities.get(node);
        List<Testimony> out = new ArrayList<>();
        List<Testimony> in = new ArrayList<>();
        for (int i = 0; i < group.size; i++) {
            Testimony each = state.testimony(group.values[i]);
            (each.from().equals(id) ? out : in).add(each);
        }
        several(new Readings(out), id, other, true);
        several(new Readings(in), id, other, false);
    }

    private void several(Readings readings, String id, int other, boolean starts) {
        for (EdgeReading each : readings.readings()) {
            int place = state.words().relation(each.edge().relation());
            RelationType relation = state.words().relation(place);
            int traits = traits(each, place, relation);
            Reading reading = each.reading();
            int number = number(each.edge().subject().equals(id) ? reading : reading.reversed());
            if (starts || relation.isSymmetric()) {
                add(along, other, traits, number);
            }
            if (!starts || relation.isSymmetric()) {
                add(against, other, traits, number);
            }
        }
        for (Edge edge : readings.edges()) {
            if (edge.isDrawn()) {
                boolean onClaims = edge.evidence().getFirst().kind() == Evidence.Kind.INSIGHT;
                edges++;
                claimed += onClaims ? 1 : 0;
                contested += edge.support().isContested() ? 1 : 0;
            }
        }
    }

    /** The traits of an arc that stands for a reading. */
    static int traits(EdgeReading reading, int place, RelationType relation) {
        return Arcs.traits(
                reading.voicesFor(),
                place,
                carried(relation, reading.sign()),
                relation.relationClass() == RelationClass.ACT,
                reading.isBackground());
    }

    private static Sign carried(RelationType relation, Sign sign) {
        boolean carries = switch (relation.relationClass()) {
            case INFLUENCE, ACT -> sign.isDirected();
            case STRUCTURAL, LOOSE -> false;
        };
        return carries ? sign : Sign.UNKNOWN;
    }

    private int number(Reading reading) {
        return state.words().readings.find(reading);
    }

    private static void add(Ints arcs, int other, int traits, int reading) {
        arcs.add(other);
        arcs.add(traits);
        arcs.add(reading);
    }
}
