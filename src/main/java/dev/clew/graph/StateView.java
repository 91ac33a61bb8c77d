package dev.clew.graph;

import dev.clew.model.Arcs;
import dev.clew.model.Edge;
import dev.clew.model.Lens;
import dev.clew.model.LinkGraph;
import dev.clew.model.Path;
import dev.clew.model.Reading;
import dev.clew.model.Readings;
import dev.clew.model.Testimony;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One state through one lens. Where every claim of the newest state passes, arcs are those that the state holds ready;
 * otherwise they are made for each node when first asked for.
 */
final class StateView implements LinkGraph.View {
    private final State state;
    private final Sieve sieve;
    private final boolean ready;
    private final boolean past;
    private final ArcBuilder builder;
    private final Lens lens;
    private final int minVoices;
    private final LensArcs arcs;
    private final LensArcs.Kept made;

    StateView(State state, Lens lens) {
        this(state, lens, 0, new LensArcs());
    }

    /**
     * Sees a state.
     *
     * @param minVoices arcs with fewer voices are not seen
     * @param arcs what was made for this state before
     */
    StateView(State state, Lens lens, int minVoices, LensArcs arcs) {
        this.state = state;
        this.lens = lens;
        this.minVoices = minVoices;
        this.arcs = arcs;
        this.made = arcs.of(lens, minVoices);
        this.ready = lens.passesEveryClaim();
        this.sieve = new Sieve(state, lens);
        this.past = sieve.change() < state.change();
        this.builder = new ArcBuilder(state, sieve);
    }

    @Override
    public long change() {
        return sieve.change();
    }

    @Override
    public int node(String entity) {
        int number = state.words().entities.find(entity);
        boolean known =
                number >= 0 && number < state.nodes().size() && face(number).published();
        return known ? number : -1;
    }

    private Node.Face face(int node) {
        return past ? state.face(node, sieve.change()) : state.node(node).face();
    }

    @Override
    public String id(int node) {
        return face(node).id();
    }

    @Override
    public Path.Node describe(int node) {
        Node.Face face = face(node);
        return new Path.Node(face.id(), face.label(), face.kind());
    }

    @Override
    public String framingLabel(int node, String framing) {
        return face(node).framings().getOrDefault(framing, framing);
    }

    @Override
    public int degreeLog2(int node) {
        return past
                ? state.degreeLog2(node, sieve.change(), lens.facts())
                : state.degrees().at(node, lens.facts());
    }

    @Override
    public Arcs along(int node) {
        NodePast.Walked past = minVoices < 2 ? past(node) : null;
        return past == null
                ? seen(node).along()
                : made.way(node, () -> past.along().at(sieve.change()));
    }

    @Override
    public Arcs against(int node) {
        NodePast.Walked past = minVoices < 2 ? past(node) : null;
        return past == null
                ? seen(node).against()
                : made.way(~node, () -> past.against().at(sieve.change()));
    }

    /** What the node's arcs were, where every claim passes and something became otherwise since. */
    private NodePast.@Nullable Walked past(int node) {
        return ready && past && state.node(node).since() > sieve.change()
                ? state.degrees().past().walked(state, node)
                : null;
    }

    /** Whether a link passes the lens. */
    boolean sees(int link) {
        return sieve.test(link);
    }

    /** The node with the arcs that this lens lets see. */
    Node seen(int node) {
        boolean isReady = ready && state.node(node).since() <= sieve.change();
        if (isReady && minVoices < 2) {
            return state.node(node);
        }
        return made.node(node, () -> {
            Node seen = isReady ? state.node(node) : otherwise(node);
            return minVoices < 2 ? seen : seen.withVoices(minVoices);
        });
    }

    private Node otherwise(int node) {
        Node now = state.node(node);
        NodePast.Walked then = past(node);
        if (then == null) {
            return builder.see(node, now);
        }
        int change = sieve.change();
        Arcs out = then.along().at(change);
        return new Node(now.face(), now.links(), out, then.against().at(change), Node.Tally.NONE, now.since());
    }

    /** Few arcs have two voices, and of a hub's many a search must not look at the others again and again. */
    @Override
    public LinkGraph.View atLeast(int voices) {
        return voices < 2 ? this : new StateView(state, lens, voices, arcs);
    }

    @Override
    public Reading reading(int number) {
        return state.words().readings.get(number);
    }

    /** Every edge between two nodes, either way, those that are only denied too, by name. */
    List<Edge> edges(int one, int other) {
        String start = id(one);
        List<Testimony> out = new ArrayList<>();
        List<Testimony> in = new ArrayList<>();
        for (Testimony each : testimonies(one, other)) {
            (each.from().equals(start) ? out : in).add(each);
        }
        return Stream.concat(
                        new Readings(out).edges().stream(),
                        one == other ? Stream.empty() : new Readings(in).edges().stream())
                .sorted((left, right) -> left.name().compareTo(right.name()))
                .toList();
    }

    @Override
    public List<Testimony> testimonies(int one, int other) {
        boolean swap = state.node(one).links().length > state.node(other).links().length;
        Node node = state.node(swap ? other : one);
        int end = swap ? one : other;
        List<Testimony> testimonies = new ArrayList<>();
        int[] cells = node.links();
        for (int cell = node.firstLink(end); cell < cells.length && cells[cell] == end; cell += 2) {
            if (sieve.test(cells[cell + 1])) {
                testimonies.add(state.testimony(cells[cell + 1]));
            }
        }
        return testimonies;
    }
}
