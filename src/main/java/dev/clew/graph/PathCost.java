package dev.clew.graph;

import dev.clew.model.Arcs;

/**
 * What a hop costs, in whole numbers so that every engine agrees to the last digit: {@value #HOP} for being a hop, {@value
 * #HUB} for each doubling of the edges at the inner entity it enters, and something for resting on little: {@value #FACT}
 * for facts alone, 2 for one voice, 1 for two. A hub of a thousand edges so costs as much as two and a half further hops,
 * and "United States" does not swallow every path (damping by degree as in the network search of INDRA, and as the "hub
 * penalised" weights of Himmelstein and Baranzini 2015).
 */
final class PathCost {
    static final int HOP = 8;
    static final int HUB = 2;
    static final int FACT = 4;
    /** The cost of a shift beside all hop costs: more than any path without shift can cost. */
    static final long SHIFT = 1_000_000;
    /** Above the cost of every hop, with up to two to the thirty edges at an entity. */
    static final int HIGHEST = HOP + FACT + HUB * 31;

    private PathCost() {}

    /** The cost of a hop without that of the entity it enters. */
    static int arc(int traits) {
        if (Arcs.isBackground(traits)) {
            return HOP + FACT;
        }
        return HOP + thin(Arcs.voices(traits));
    }

    /** Whether entering an entity of so many edges costs at least as much as a further hop. */
    static boolean isHub(int degreeLog2) {
        return HUB * degreeLog2 >= HOP;
    }

    /** What resting on so few voices costs. */
    static int thin(int voices) {
        return Math.max(0, 3 - Math.max(1, voices));
    }
}
