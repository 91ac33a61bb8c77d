package dev.clew.graph;

import dev.clew.model.Edges;
import java.util.BitSet;

/** Counts what a state holds; a few milliseconds for a million links. */
final class Tallies {
    private Tallies() {}

    static Edges.Counts count(State state) {
        Links links = state.links();
        BitSet claims = new BitSet();
        BitSet voices = new BitSet();
        for (int link = 0; link < links.count; link++) {
            int claim = links.claim[link];
            if (claim >= 0 && links.until[link] == Links.OPEN && state.counts(link)) {
                claims.set(claim);
                voices.set(state.voices()[claim]);
            }
        }
        int claimed = 0;
        int contested = 0;
        for (int node = 0; node < state.nodes().size(); node++) {
            Node.Tally tally = state.node(node).tally();
            claimed += tally.claimed();
            contested += tally.contested();
        }
        return new Edges.Counts(claims.cardinality(), voices.cardinality(), claimed / 2, contested / 2, state.change());
    }
}
