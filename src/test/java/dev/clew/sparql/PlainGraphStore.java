package dev.clew.sparql;

import dev.clew.ledger.Position;
import dev.clew.sparql.guard.Budget;
import java.util.HashSet;
import java.util.Set;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** The graphs of a {@link PlainDataset}, which everyone may write to. */
record PlainGraphStore(PlainDataset data) implements GraphTarget {
    @Override
    public Found read(Node name, Budget budget) {
        return data.read(view -> {
            Graph copy = GraphMemFactory.createDefaultGraph();
            GraphUtil.addInto(copy, view.dataset().getGraph(name));
            return new Found(copy, view.position());
        });
    }

    @Override
    public void require(HttpAction action) {
        // Everyone may write to what a test has started.
    }

    @Override
    public void check(HttpAction action, Node name) {
        // No graph is more than a graph here.
    }

    @Override
    public Written write(HttpAction action, Node name, Change change, Budget budget) {
        Set<Triple> before = new HashSet<>(read(name, budget).graph().find().toList());
        boolean created = before.isEmpty();
        return new Written(data.put(name, change.apply(before)), created);
    }

    @Override
    public boolean isVisible(Position written) {
        return true;
    }
}
