package dev.clew.graph;

import dev.clew.model.Arcs;
import dev.clew.model.Edge;
import dev.clew.model.Lens;
import dev.clew.model.RelationClass;
import dev.clew.model.ThinHop;
import dev.clew.model.Voice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Finds the hops of influence that rest on one voice, those that most chains cross first. One pass over all arcs; whether
 * several claims are of one voice is looked up for the foremost only.
 */
final class ThinHops {
    private final State state;
    private final StateView view;
    private final int[] waysIn;
    private final int[] waysOut;

    /** A hop all of whose arcs have one voice each. */
    private record Candidate(int from, int to, int waysIn, int waysOut) {
        long crossings() {
            return (1L + waysIn) * (1L + waysOut);
        }
    }

    ThinHops(State state) {
        this.state = state;
        this.view = new StateView(state, Lens.CLAIMS);
        int size = state.nodes().size();
        waysIn = new int[size];
        waysOut = new int[size];
        for (int node = 0; node < size; node++) {
            waysIn[node] = others(view.against(node));
            waysOut[node] = others(view.along(node));
        }
    }

    /** How many nodes influence arcs lead to; those to one node stand side by side. */
    private int others(Arcs arcs) {
        int others = 0;
        int last = -1;
        for (int cell = arcs.start(); cell < arcs.end(); cell += Arcs.CELLS) {
            if (arcs.cells()[cell] != last && isInfluence(arcs.cells()[cell + 1])) {
                last = arcs.cells()[cell];
                others++;
            }
        }
        return others;
    }

    private boolean isInfluence(int traits) {
        return !Arcs.isBackground(traits)
                && state.words().relation(Arcs.relation(traits)).relationClass() == RelationClass.INFLUENCE;
    }

    /** The foremost, at one entity or, with −1, at any. */
    List<ThinHop> find(int at, int limit) {
        List<Candidate> candidates = new ArrayList<>();
        for (int node = 0; node < state.nodes().size(); node++) {
            candidates(node, at, candidates);
        }
        candidates.sort(Comparator.comparingLong((Candidate each) -> -each.crossings())
                .thenComparing(each -> view.id(each.from()))
                .thenComparing(each -> view.id(each.to())));
        List<ThinHop> found = new ArrayList<>();
        for (Candidate each : candidates) {
            if (found.size() == limit) {
                break;
            }
            List<Edge> edges = edges(each);
            if (voices(edges) == 1) {
                found.add(new ThinHop(view.id(each.from()), view.id(each.to()), each.waysIn(), each.waysOut(), edges));
            }
        }
        return found;
    }

    private void candidates(int node, int at, List<Candidate> candidates) {
        Arcs arcs = view.along(node);
        int[] cells = arcs.cells();
        for (int cell = arcs.start(); cell < arcs.end(); ) {
            int other = cells[cell];
            boolean thin = true;
            boolean influence = false;
            for (; cell < arcs.end() && cells[cell] == other; cell += Arcs.CELLS) {
                if (isInfluence(cells[cell + 1])) {
                    influence = true;
                    thin &= Arcs.voices(cells[cell + 1]) == 1;
                }
            }
            if (influence && thin && (at < 0 || at == node || at == other)) {
                int back = leads(other, node) ? 1 : 0;
                candidates.add(new Candidate(node, other, waysIn[node] - back, waysOut[other] - back));
            }
        }
    }

    private boolean leads(int from, int to) {
        Arcs arcs = view.along(from);
        for (int cell = arcs.first(to); cell < arcs.end() && arcs.cells()[cell] == to; cell += Arcs.CELLS) {
            if (isInfluence(arcs.cells()[cell + 1])) {
                return true;
            }
        }
        return false;
    }

    private List<Edge> edges(Candidate hop) {
        String from = view.id(hop.from());
        return view.edges(hop.from(), hop.to()).stream()
                .filter(Edge::isDrawn)
                .filter(edge -> {
                    var relation = state.words()
                            .relation(state.words().relation(edge.name().relation()));
                    String start = relation.runsBackward()
                            ? edge.name().object()
                            : edge.name().subject();
                    return relation.relationClass() == RelationClass.INFLUENCE && start.equals(from);
                })
                .toList();
    }

    private static int voices(List<Edge> edges) {
        Set<Voice> voices = new HashSet<>();
        edges.forEach(edge -> edge.evidence().stream()
                .map(each -> each.voice())
                .filter(Objects::nonNull)
                .forEach(voices::add));
        return voices.size();
    }
}
