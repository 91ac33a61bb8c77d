package dev.clew.model;

import java.util.List;
import java.util.function.Function;

/**
 * The graph of edges as a path search walks it, over an engine in memory or on a server. Nodes are numbered by the
 * engine, from 0; numbers hold within one view only. Safe for any number of threads.
 */
public interface LinkGraph {
    /**
     * Runs work on one consistent state and closes what it needed.
     *
     * @param lens which evidence counts
     * @param work is given a view that is for this thread and this call only
     * @throws ClewException (bad-request) when the lens asks for a state that is not kept
     */
    <T> T read(Lens lens, Function<View, T> work);

    /** What this engine can do beside. */
    default Powers powers() {
        return Powers.IN_MEMORY;
    }

    /**
     * What engines differ in; in everything else their answers are the same.
     *
     * @param earlierStates whether a lens may ask for the state at an earlier change; refused in words where not
     * @param arcs most arcs that one search may scan; an answer that was cut for it says so
     * @param ahead how many nodes are worth asking for in one go; 0 where asking costs nothing, and {@link View#prepare}
     *     is then not called
     */
    record Powers(boolean earlierStates, long arcs, int ahead) {
        /** Everything is at hand. */
        public static final Powers IN_MEMORY = new Powers(true, Long.MAX_VALUE, 0);
    }

    /** One consistent state through one lens. Not thread-safe. */
    interface View {
        /** The change it shows. */
        long change();

        /** The number of the entity with this id; -1 when it is unknown. */
        int node(String entity);

        /** The id of a node's entity. */
        String id(int node);

        /** Id, label and kind of a node's entity. */
        Path.Node describe(int node);

        /** How a framing of a node's entity reads after its label; the framing's id when it is unknown. */
        String framingLabel(int node, String framing);

        /**
         * ⌊log₂⌋ of the number of edges at the node in the state that is shown, those by facts alone only where the lens
         * lets facts count, the rest of the lens ignored: what damps hubs. 0 for none or one.
         */
        int degreeLog2(int node);

        /**
         * Tells which nodes are asked for next, soonest first, so that an engine far away fetches them in one go.
         *
         * @param nodes their numbers
         * @param due so many of them, at the beginning, are asked for in any case: they are fetched, and perhaps some of the
         *     others with them; nothing happens when all of these are known
         */
        default void prepare(int[] nodes, int due) {}

        /** What the engine can do. */
        default Powers powers() {
            return Powers.IN_MEMORY;
        }

        /** Arcs along the influence, away from the node; symmetric relations run both ways. */
        Arcs along(int node);

        /** The same arcs seen from their other end: those whose influence runs to the node. */
        Arcs against(int node);

        /**
         * The same view with those arcs only that have so many voices, where an engine can leave the others out cheaply;
         * else this view, of which the others are then passed over one by one.
         */
        default View atLeast(int voices) {
            return this;
        }

        /** What an arc's third cell stands for; {@link Reading#OPEN} for 0. */
        Reading reading(int number);

        /** What claims and facts say of two nodes, either way, in no particular order. */
        List<Testimony> testimonies(int one, int other);
    }
}
