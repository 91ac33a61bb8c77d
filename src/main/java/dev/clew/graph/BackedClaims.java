package dev.clew.graph;

import dev.clew.model.Arcs;
import dev.clew.model.Backings.Backing;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Finds the claims that have more than their own voice or are contested: those that share a pair of entities with others.
 * One pass over the links at the nodes, some milliseconds for 100 000 claims, and then over those pairs.
 */
final class BackedClaims {
    private final State state;
    private final Map<String, Backing> found = new HashMap<>();

    private BackedClaims(State state) {
        this.state = state;
    }

    static Map<String, Backing> of(State state) {
        BackedClaims claims = new BackedClaims(state);
        for (int number = 0; number < state.nodes().size(); number++) {
            claims.at(number, state.node(number));
        }
        return Map.copyOf(claims.found);
    }

    private void at(int number, Node node) {
        int[] cells = node.links();
        int start = 0;
        while (start < cells.length) {
            int end = start;
            while (end < cells.length && cells[end] == cells[start]) {
                end += 2;
            }
            if (end - start > 2 && number < cells[start]) {
                pair(number, node, start, end);
            }
            start = end;
        }
    }

    private void pair(int number, Node node, int start, int end) {
        int other = node.links()[start];
        for (int cell = start; cell < end; cell += 2) {
            int link = node.links()[cell + 1];
            if (isClaimed(link)) {
                Backing backing = state.links().isDenied(link)
                        ? denied(link, node.links(), start, end)
                        : asserted(link, startsAt(number, link) ? node.along() : node.against(), other);
                if (backing.voices() > 1 || backing.contested()) {
                    found.merge(state.claims().id[state.links().claim[link]], backing, BackedClaims::stronger);
                }
            }
        }
    }

    private boolean isClaimed(int link) {
        Links links = state.links();
        return links.until[link] == Links.OPEN && links.claim[link] >= 0 && state.counts(link);
    }

    private boolean startsAt(int number, int link) {
        boolean isSubject = state.links().subject[link] == number;
        return isSubject != state.words().relation(state.links().relation(link)).runsBackward();
    }

    /** By the arcs of its relation: the best backed of its meanings. */
    private Backing asserted(int link, Arcs arcs, int other) {
        int relation = state.links().relation(link);
        int[] cells = arcs.cells();
        int voices = 1;
        boolean contested = false;
        for (int cell = arcs.first(other); cell < arcs.end() && cells[cell] == other; cell += Arcs.CELLS) {
            int traits = cells[cell + 1];
            if (Arcs.relation(traits) == relation) {
                voices = Math.max(voices, Arcs.voices(traits));
                contested |= Arcs.isContested(traits);
            }
        }
        return new Backing(voices, contested);
    }

    /** By those that deny the same edge; contested when anybody asserts it. */
    private Backing denied(int link, int[] cells, int start, int end) {
        Links links = state.links();
        Set<Integer> voices = new HashSet<>();
        boolean asserted = false;
        for (int cell = start; cell < end; cell += 2) {
            int each = cells[cell + 1];
            if (isClaimed(each) && isSameEdge(link, each)) {
                if (links.isDenied(each)) {
                    voices.add(state.voices()[links.claim[each]]);
                } else {
                    asserted = true;
                }
            }
        }
        return new Backing(voices.size(), asserted);
    }

    private boolean isSameEdge(int one, int other) {
        Links links = state.links();
        boolean symmetric = state.words().relation(links.relation(one)).isSymmetric();
        return links.relation(one) == links.relation(other)
                && (symmetric || links.subject[one] == links.subject[other]);
    }

    private static Backing stronger(Backing one, Backing other) {
        return new Backing(Math.max(one.voices(), other.voices()), one.contested() || other.contested());
    }
}
