package dev.clew.model;

/**
 * How far a search went.
 *
 * @param maxHops most hops of a path
 * @param expanded how many steps were tried
 * @param limit most steps that are tried, whatever is found by then
 * @param truncated whether that limit cut the search, so that better or further paths may exist
 * @param further whether the bounds left room for paths beyond those given
 * @param cut what was met and not followed
 */
public record Searched(int maxHops, long expanded, long limit, boolean truncated, boolean further, Cut cut) {
    /**
     * What a search met and did not follow.
     *
     * @param alternatives of a search for paths, the connections at the entities it passed that lead away from the end or
     *     cost more than the paths given; of open search, the entities within the hops beyond those given
     * @param hubs entities among those passed that count as farther for their many connections: entering one costs at
     *     least as much as a further hop
     */
    public record Cut(long alternatives, int hubs) {
        /** Nothing. */
        public static final Cut NONE = new Cut(0, 0);
    }

    /** A search that had nothing to choose from. */
    public static Searched straight(int maxHops, long expanded, long limit) {
        return new Searched(maxHops, expanded, limit, false, false, Cut.NONE);
    }
}
