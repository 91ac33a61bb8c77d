package dev.clew.model;

import java.util.List;
import java.util.Optional;

/**
 * A simple chain of hops from one entity to another, with what it says and what it rests on.
 *
 * @param nodes its entities in order, one more than hops
 * @param hops its hops in order
 * @param sign the product of the hops' signs
 * @param verdict what follows from the hops
 * @param score its cost; less is better, and any shift outweighs everything else
 * @param text the path as one readable sentence
 */
public record Path(List<Node> nodes, List<Hop> hops, Sign sign, Verdict verdict, long score, String text) {
    /**
     * An entity on a path.
     *
     * @param id its id
     * @param label its label
     * @param kind its kind
     */
    public record Node(String id, String label, EntityKind kind) {}

    /**
     * What follows from the hops of a path.
     *
     * @param flip which hop to side otherwise at to turn the path; empty when no hop is contested by an opposite claim
     * @param weakestHop the number of the hop that stands least firmly, from 0
     * @param shifts changes of meaning and scope along the way, in order
     * @param saidWhole ids of claims that state every hop, by id; empty when the chain is Clew's
     * @param claims how many claims the hops rest on
     * @param voices how many independent voices those are
     */
    public record Verdict(
            Optional<Flip> flip, int weakestHop, List<Shift> shifts, List<String> saidWhole, int claims, int voices) {
        /** Copies the lists. */
        public Verdict {
            shifts = List.copyOf(shifts);
            saidWhole = List.copyOf(saidWhole);
        }
    }

    /**
     * What siding with the other view does.
     *
     * @param hop the number of the contested hop that stands least firmly, from 0
     * @param sign the path's sign then
     */
    public record Flip(int hop, Sign sign) {}

    /** Copies the lists. */
    public Path {
        nodes = List.copyOf(nodes);
        hops = List.copyOf(hops);
    }

    /** Whether any hop is contested. */
    public boolean contested() {
        return hops.stream().anyMatch(hop -> hop.support().isContested());
    }

    /** The sign that the path would have with the other view at one contested hop. */
    public Optional<Sign> flipSign() {
        return verdict.flip().map(Flip::sign);
    }

    /** Whether meaning or scope shifts on the way. */
    public boolean isShifted() {
        return verdict.shifts().stream().anyMatch(Shift::demotes);
    }

    /** Whether some hop rests on facts alone. */
    public boolean isBackground() {
        return hops.stream().anyMatch(hop -> hop.way().background());
    }
}
