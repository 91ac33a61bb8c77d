package dev.clew.graph;

import dev.clew.model.Arcs;
import dev.clew.model.ClewException;
import dev.clew.model.EntityKind;
import dev.clew.model.ErrorCode;
import dev.clew.model.LinkGraph;
import dev.clew.model.PathQuery;
import dev.clew.model.RelationClass;
import dev.clew.model.RelationType;
import dev.clew.model.Relations;
import dev.clew.model.Sign;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A path query against one view: ids turned into numbers, and which nodes and arcs a path may use.
 *
 * <p>A search walks states, not nodes: a node together with how many of the via nodes have been passed (its stage) and,
 * where a sign is wanted, with the sign so far. {@link #layers} states belong to a node.
 */
final class Plan {
    /** What {@link #enter} answers for a node that may not be entered at that stage. */
    static final int CLOSED = -1;

    final LinkGraph.View view;
    /** Whether only influence is walked, along it, and an act as a path's first hop. */
    final boolean causal;
    /** Whether the path ends where it began. */
    final boolean loop;

    final int from;
    final int to;
    final int maxHops;
    final boolean eitherWay;
    /** Whether a sign is wanted, so that only hops that carry one are walked. */
    final boolean signed;
    /** 1 when the wanted sign is minus. */
    final int wanted;
    /** States a node has. */
    final int layers;

    private final int[] via;
    private final Set<Integer> avoid = new HashSet<>();
    private final Set<EntityKind> kinds;
    private final @Nullable BitSet relations;
    private final BitSet influences;
    private final int minVoices;
    private final boolean facts;

    /**
     * Where a path begins and ends.
     *
     * @param from the first node
     * @param to the last; the same for a loop
     * @param via nodes to pass, in order
     */
    record Ends(int from, int to, int... via) {}

    /**
     * What a path may use.
     *
     * @param filter entities, relations, kinds and voices
     * @param facts whether facts may be hops
     * @param meaning which sign is wanted
     * @param bounds how far and which way
     * @param causal whether only influence is walked, along it, and an act as a path's first hop
     */
    record Rules(
            PathQuery.Filter filter,
            boolean facts,
            PathQuery.Meaning meaning,
            PathQuery.Bounds bounds,
            boolean causal) {
        static Rules of(PathQuery query) {
            return new Rules(query.filter(), query.lens().facts(), query.meaning(), query.bounds(), false);
        }
    }

    Plan(PathQuery query, LinkGraph.View view, Relations types) {
        this(ends(query.ends(), view), Rules.of(query), view, types);
    }

    private static Ends ends(PathQuery.Ends ends, LinkGraph.View view) {
        int from = require(view, "from", ends.from());
        int to = require(view, "to", ends.to());
        return new Ends(
                from,
                to,
                ends.via().stream().mapToInt(each -> require(view, "via", each)).toArray());
    }

    Plan(Ends ends, Rules rules, LinkGraph.View view, Relations types) {
        this.view = view.atLeast(rules.filter().minVoices());
        from = ends.from();
        to = ends.to();
        via = ends.via();
        loop = from == to;
        causal = rules.causal();
        PathQuery.Filter filter = rules.filter();
        for (String each : filter.avoid()) {
            avoid.add(require(view, "avoid", each));
        }
        kinds = filter.kinds();
        relations = filter.relations().isEmpty() ? null : places(filter.relations(), types);
        influences = influences(types);
        minVoices = filter.minVoices();
        facts = rules.facts();
        maxHops = rules.bounds().maxHops();
        Sign sign = rules.meaning().sign();
        signed = sign != null;
        wanted = sign == Sign.MINUS ? 1 : 0;
        eitherWay = !signed && !causal && rules.bounds().direction() == PathQuery.Direction.ANY;
        layers = (lastStage() + 1) * (signed ? 2 : 1);
    }

    private static BitSet influences(Relations types) {
        BitSet influences = new BitSet();
        List<RelationType> all = types.all();
        for (int place = 0; place < all.size(); place++) {
            influences.set(place, all.get(place).relationClass() == RelationClass.INFLUENCE);
        }
        return influences;
    }

    static int require(LinkGraph.View view, String parameter, String id) {
        int node = view.node(id);
        if (node < 0) {
            throw new ClewException(
                    ErrorCode.NOT_FOUND,
                    "Parameter " + parameter + " = " + id
                            + ": there is no entity with this id. Look it up by its name with suggest.");
        }
        return node;
    }

    private static BitSet places(Set<String> ids, Relations types) {
        ids.forEach(types::require);
        List<String> all = types.all().stream().map(each -> each.id()).toList();
        BitSet places = new BitSet();
        ids.forEach(id -> places.set(all.indexOf(id)));
        return places;
    }

    /** How many via nodes there are: the stage at which the last node may be entered. */
    int stages() {
        return via.length;
    }

    /** The stage after entering the last node; a loop has one more, so that its end is told from its beginning. */
    int lastStage() {
        return via.length + (loop ? 1 : 0);
    }

    /** The state of a node at a stage with a sign. */
    int state(int node, int stage, int sign) {
        return node * layers + (signed ? stage * 2 + sign : stage);
    }

    int nodeOf(int state) {
        return state / layers;
    }

    int stageOf(int state) {
        return signed ? state % layers / 2 : state % layers;
    }

    int signOf(int state) {
        return signed ? state % layers & 1 : 0;
    }

    /** The stage after entering a node at a stage; {@link #CLOSED} when it may not be entered then. */
    int enter(int node, int stage) {
        if (node == to) {
            return stage == via.length ? lastStage() : CLOSED;
        }
        if (node == from) {
            return CLOSED;
        }
        for (int i = 0; i < via.length; i++) {
            if (via[i] == node) {
                return i == stage ? stage + 1 : CLOSED;
            }
        }
        boolean closed = (!avoid.isEmpty() && avoid.contains(node))
                || (!kinds.isEmpty() && !kinds.contains(view.describe(node).kind()));
        return closed ? CLOSED : stage;
    }

    /** The stage before a node was entered that leads to this stage after it; {@link #CLOSED} when there is none. */
    int before(int node, int stage) {
        for (int earlier = stage; earlier >= Math.max(0, stage - 1); earlier--) {
            if (enter(node, earlier) == stage) {
                return earlier;
            }
        }
        return CLOSED;
    }

    /** Whether a node can have been entered, or started from, with this stage after it. */
    boolean isOpen(int node, int stage) {
        return node == from ? stage == 0 : node != to && before(node, stage) != CLOSED;
    }

    /** What entering a node costs. */
    int toll(int node) {
        return node == to ? 0 : PathCost.HUB * view.degreeLog2(node);
    }

    /**
     * Whether an arc may be walked.
     *
     * @param start the node it is walked from
     * @param along whether along its influence
     */
    boolean walks(int traits, int start, boolean along) {
        if (relations != null && !relations.get(Arcs.relation(traits))) {
            return false;
        }
        if (Arcs.isBackground(traits) && !facts) {
            return false;
        }
        if (Arcs.voices(traits) < minVoices) {
            return false;
        }
        if (causal && !(along && isCausal(traits, start))) {
            return false;
        }
        return !signed || (along && Arcs.sign(traits) != Sign.UNKNOWN && (!Arcs.isAct(traits) || start == from));
    }

    private boolean isCausal(int traits, int start) {
        return Arcs.isAct(traits) ? start == from && !loop : influences.get(Arcs.relation(traits));
    }

    /** 1 when an arc turns the sign; arcs without sign are not walked where it matters. */
    int turn(int traits) {
        return signed && Arcs.sign(traits) == Sign.MINUS ? 1 : 0;
    }
}
