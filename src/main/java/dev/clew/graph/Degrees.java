package dev.clew.graph;

import java.util.Arrays;

/**
 * ⌊log₂⌋ of how many drawn edges touch each node: by claims, and by claims and facts. What damps hubs.
 *
 * @param byClaims by claims alone
 * @param all facts included
 * @param past how many there were at earlier changes
 */
record Degrees(byte[] byClaims, byte[] all, PastNodes past) {
    /** Of no node yet. */
    static Degrees none() {
        return new Degrees(new byte[0], new byte[0], new PastNodes());
    }

    /** A copy for so many nodes, to be filled in. */
    Degrees forNodes(int count) {
        return new Degrees(Arrays.copyOf(byClaims, count), Arrays.copyOf(all, count), past);
    }

    void set(int node, Node.Tally tally) {
        byClaims[node] = log2(tally.claimed());
        all[node] = log2(tally.edges());
    }

    /** The logarithm at a node; 0 for none or one. */
    int at(int node, boolean facts) {
        return facts ? all[node] : byClaims[node];
    }

    static byte log2(int edges) {
        return (byte) (31 - Integer.numberOfLeadingZeros(Math.max(1, edges)));
    }
}
