package dev.clew.graph;

import dev.clew.model.Arcs;
import dev.clew.model.Reading;
import dev.clew.model.Readings;
import dev.clew.model.RelationType;
import dev.clew.model.Testimony;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

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

    /**
     * Builds from the links of a state.
     *
     * @param passes which links count
     */
    ArcBuilder(State state, IntPredicate passes) {
        this.state = state;
        this.passes = passes;
    }

    /**
     * The node with arcs for its links.
     *
     * @param touched the nodes, in order, to which something changed; arcs to others are kept. Null for all
     */
    Node build(int number, Node node, int @Nullable [] touched) {
        Node seen = touched == null ? see(number, node) : renewed(number, node, touched);
        Node.Tally tally = Node.Tally.of(state.words(), seen.along(), seen.against());
        return new Node(node.face(), node.links(), seen.along(), seen.against(), tally, since(node));
    }

    /** The node with arcs for all of its links, without its numbers: for who walks only. */
    Node see(int number, Node node) {
        along.clear();
        against.clear();
        for (int cell = 0; cell < node.links().length; ) {
            cell = pair(number, node.links(), cell);
        }
        return seen(node);
    }

    private Node seen(Node node) {
        Arcs out = Arcs.of(along.toArray());
        Arcs in = Arcs.of(against.toArray());
        return new Node(node.face(), node.links(), out, in, Node.Tally.NONE, node.since());
    }

    private int since(Node node) {
        Links links = state.links();
        int since = node.since();
        for (int cell = 1; cell < node.links().length; cell += 2) {
            int link = node.links()[cell];
            since = Math.max(since, links.until[link] == Links.OPEN ? links.from[link] : links.until[link]);
        }
        return since;
    }

    private Node renewed(int number, Node node, int[] touched) {
        along.clear();
        against.clear();
        int kept = 0;
        int keptAgainst = 0;
        for (int other : touched) {
            kept = keep(node.along().cells(), kept, other, along);
            keptAgainst = keep(node.against().cells(), keptAgainst, other, against);
            int first = node.firstLink(other);
            if (first < node.links().length && node.links()[first] == other) {
                pair(number, node.links(), first);
            }
        }
        keep(node.along().cells(), kept, Integer.MAX_VALUE, along);
        keep(node.against().cells(), keptAgainst, Integer.MAX_VALUE, against);
        return seen(node);
    }

    /** Copies arcs to nodes before a node and skips those to it. */
    private static int keep(int[] cells, int from, int other, Ints arcs) {
        int end = from;
        while (end < cells.length && cells[end] < other) {
            end += Arcs.CELLS;
        }
        arcs.addAll(cells, from, end);
        while (end < cells.length && cells[end] == other) {
            end += Arcs.CELLS;
        }
        return end;
    }

    /** Adds the arcs to the node that is named in a cell. @return the cell after the last link to it */
    private int pair(int number, int[] cells, int first) {
        int other = cells[first];
        int cell = first;
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
        return cell;
    }

    private void single(int node, int other, int link) {
        Links links = state.links();
        if (links.isDenied(link)) {
            return;
        }
        boolean fact = links.isFact(link);
        int place = links.relation(link);
        RelationType relation = state.words().relation(place);
        boolean isSubject = links.subject[link] == node;
        int reading = links.reading[link];
        if (reading != 0 && !isSubject) {
            reading = number(state.words().readings.get(reading).reversed());
        }
        int traits = Arcs.traits(relation, place, links.sign(link), fact ? 0 : 1, fact);
        add(isSubject != relation.runsBackward(), relation, new int[] {other, traits, reading});
    }

    private void several(int node, int other) {
        String id = state.words().entities.get(node);
        List<Testimony> out = new ArrayList<>();
        List<Testimony> in = new ArrayList<>();
        for (int i = 0; i < group.size; i++) {
            Testimony each = state.testimony(group.values[i]);
            (each.from().equals(id) ? out : in).add(each);
        }
        several(out, id, other, true);
        several(in, id, other, false);
    }

    private void several(List<Testimony> testimonies, String id, int other, boolean starts) {
        if (testimonies.isEmpty()) {
            return;
        }
        for (Readings.Brief each : new Readings(testimonies).briefs()) {
            Reading reading = each.reading();
            int number = number(each.edge().subject().equals(id) ? reading : reading.reversed());
            int place = state.words().relation(each.edge().relation());
            add(starts, each.relation(), new int[] {other, Arcs.traits(each, place), number});
        }
    }

    private void add(boolean starts, RelationType relation, int[] arc) {
        if (starts || relation.isSymmetric()) {
            along.addAll(arc, 0, arc.length);
        }
        if (!starts || relation.isSymmetric()) {
            against.addAll(arc, 0, arc.length);
        }
    }

    private int number(Reading reading) {
        return state.words().readings.find(reading);
    }
}
