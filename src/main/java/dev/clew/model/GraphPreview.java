package dev.clew.model;

import java.util.List;
import java.util.function.BiFunction;

/** The graph of edges as it would be with some records published. Safe for any number of threads. */
public interface GraphPreview {
    /**
     * Gives work the graph as it is and as it would be.
     *
     * @param records what is published in between, each over what stands under its name
     * @param work is done with both graphs when it returns
     * @throws ClewException (invalid) for a relation that is none
     */
    <T> T preview(List<ClewRecord> records, BiFunction<Graph, Graph, T> work);

    /** One state of the graph. */
    interface Graph {
        /** The change that it shows or builds on. */
        long change();

        /** Every edge between two entities, either way, by claims and facts, drawn or only denied; none when one is unknown. */
        List<Edge> between(String one, String other);

        /** The edges at an entity, most voices first; none when it is unknown. */
        List<Edge> around(String entity, int limit);

        /** The best path from one entity to another along the influence; none when there is none or one is unknown. */
        List<Path> bestPath(String from, String to, int maxHops);
    }
}
