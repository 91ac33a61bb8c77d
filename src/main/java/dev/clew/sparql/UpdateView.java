package dev.clew.sparql;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.GraphView;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.buffering.BufferingDatasetGraph;

/**
 * The published records as an update sees and changes them: changes stay in memory, and the default graph is the union of
 * the named ones, as it is for queries. For the length of one read transaction.
 */
final class UpdateView extends BufferingDatasetGraph {
    /** Most quads that one update adds or deletes. */
    static final int LIMIT_QUADS = 200_000;

    private int touched;

    UpdateView(DatasetGraph published) {
        super(published);
        beginWithAWrite();
    }

    /** Had it begun with a read, the first write would ask the store to turn its read transaction into a writing one. */
    private void beginWithAWrite() {
        Node mark = NodeFactory.createURI("urn:clew:update");
        super.addToNamedGraph(mark, mark, mark, mark);
        super.deleteFromNamedGraph(mark, mark, mark, mark);
    }

    @Override
    public Graph getDefaultGraph() {
        return GraphView.createUnionGraph(this);
    }

    /** A graph of this view: that of the superclass would hand changes to the store. */
    @Override
    public Graph getGraph(Node name) {
        return GraphView.createNamedGraph(this, name);
    }

    @Override
    public Graph getUnionGraph() {
        return GraphView.createUnionGraph(this);
    }

    @Override
    protected Iterator<Quad> findInDftGraph(Node s, Node p, Node o) {
        Iterator<Triple> triples = Iter.distinct(Iter.map(findInAnyNamedGraphs(s, p, o), Quad::asTriple));
        return Iter.map(triples, triple -> Quad.create(Quad.defaultGraphIRI, triple));
    }

    @Override
    protected void addToNamedGraph(Node g, Node s, Node p, Node o) {
        count();
        super.addToNamedGraph(g, s, p, o);
    }

    @Override
    protected void deleteFromNamedGraph(Node g, Node s, Node p, Node o) {
        count();
        super.deleteFromNamedGraph(g, s, p, o);
    }

    private void count() {
        touched++;
        if (touched > LIMIT_QUADS) {
            throw new ClewException(
                    ErrorCode.TOO_LARGE,
                    "The update touches more than " + LIMIT_QUADS + " triples: narrow it, or split it.");
        }
    }

    /** What each graph that was changed holds now. */
    Map<Node, Set<Triple>> changed() {
        Set<Node> graphs = new HashSet<>();
        getAddedQuads().forEach(quad -> graphs.add(quad.getGraph()));
        getDeletedQuads().forEach(quad -> graphs.add(quad.getGraph()));
        Map<Node, Set<Triple>> changed = new LinkedHashMap<>();
        graphs.stream().sorted((a, b) -> a.toString().compareTo(b.toString())).forEach(graph -> {
            Set<Triple> before = triples(base(), graph);
            Set<Triple> after = triples(this, graph);
            if (!before.equals(after)) {
                changed.put(graph, after);
            }
        });
        return changed;
    }

    private static Set<Triple> triples(DatasetGraph dataset, Node graph) {
        Set<Triple> triples = new HashSet<>();
        dataset.find(graph, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quad -> triples.add(quad.asTriple()));
        return triples;
    }
}
