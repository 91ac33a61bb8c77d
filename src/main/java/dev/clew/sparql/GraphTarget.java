package dev.clew.sparql;

import dev.clew.ledger.Position;
import dev.clew.sparql.guard.Budget;
import java.util.Collection;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** The graphs that the Graph Store Protocol reads and writes. */
interface GraphTarget {
    /** A copy of a graph, empty where there is none, as it stood at a position. */
    record Found(Graph graph, Position position) {}

    /** What a write came to. */
    record Written(Position position, boolean created) {}

    /**
     * Makes out of what a graph holds what it shall hold; nothing takes it away. May be asked twice, when others write
     * in between.
     */
    interface Change extends UnaryOperator<Set<Triple>> {
        /** The graph holds just these. */
        static Change replace(Collection<Triple> triples) {
            return before -> Set.copyOf(triples);
        }

        /** The graph holds these as well. */
        static Change add(Collection<Triple> triples) {
            return before -> {
                before.addAll(triples);
                return before;
            };
        }
    }

    /**
     * Copies a graph.
     *
     * @param name {@code Quad.defaultGraphIRI} for the default graph
     * @param budget ends it
     * @throws dev.clew.model.ClewException (not-found) a name that no graph can have; (too-costly) beyond the limit of triples;
     *     (timed-out) as the budget says
     */
    Found read(Node name, Budget budget);

    /**
     * Lets only those through who may write.
     *
     * @throws dev.clew.model.ClewException unauthenticated or forbidden
     */
    void require(HttpAction action);

    /**
     * Refuses a graph that cannot be written to, before its body is read.
     *
     * @throws dev.clew.model.ClewException (invalid) with what to write to instead; (stale-version) as the caller's If-Match asks
     */
    void check(HttpAction action, Node name);

    /**
     * Writes a graph that has passed, as one change.
     *
     * @param budget ends what comes before the change is written
     */
    Written write(HttpAction action, Node name, Change change, Budget budget);

    /** Waits a bounded time until everything shows what was written; true when it does. */
    boolean isVisible(Position written);
}
