package dev.clew.sparql;

import dev.clew.ledger.Position;
import dev.clew.ledger.StoredRecord;
import dev.clew.model.Caller;
import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.rdf.RdfProjection;
import dev.clew.rdf.RdfView;
import dev.clew.sparql.guard.Budget;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;

/**
 * The published records as graphs: each by its address, the default graph the union of all, which is read only. What curators
 * write goes through the ledger's door. A graph is copied before it is sent, so that a slow client holds no transaction.
 */
final class RecordGraphStore implements GraphTarget {
    private final RdfProjection rdf;
    private final SparqlWrites writes;
    private final GraphEdits edits;
    private final int limitTriples;

    RecordGraphStore(RdfProjection rdf, SparqlSettings settings, SparqlWrites writes) {
        this.rdf = rdf;
        this.writes = writes;
        this.edits = new GraphEdits(writes);
        this.limitTriples = settings.limitRows();
    }

    @Override
    public Found read(Node name, Budget budget) {
        boolean all = Quad.isDefaultGraph(name);
        if (!all && !name.getURI().startsWith(rdf.baseAddress())) {
            throw new ClewException(
                    ErrorCode.NOT_FOUND,
                    "There is no record with the address <" + name + ">: ours stand under " + rdf.baseAddress() + ".");
        }
        return rdf.read(view -> new Found(copy(view, all ? Quad.unionGraph : name, budget), view.position()));
    }

    private Graph copy(RdfView view, Node name, Budget budget) {
        Graph copy = GraphMemFactory.createDefaultGraph();
        Iterator<Quad> quads = Quad.isUnionGraph(name)
                ? view.dataset().findNG(Node.ANY, Node.ANY, Node.ANY, Node.ANY)
                : view.dataset().find(name, Node.ANY, Node.ANY, Node.ANY);
        while (quads.hasNext()) {
            copy.add(quads.next().asTriple());
            if (budget.isOver()) {
                throw budget.reason();
            }
            if (copy.size() > limitTriples) {
                throw new ClewException(
                        ErrorCode.TOO_COSTLY,
                        "The graph has more triples than the limit of " + limitTriples
                                + ": read records one by one, or export the library.");
            }
        }
        return copy;
    }

    @Override
    public void require(HttpAction action) {
        writes.require(action);
    }

    @Override
    public void check(HttpAction action, Node name) {
        if (Quad.isDefaultGraph(name)) {
            throw ClewException.invalid(
                    "graph",
                    "the default graph is the union of all records and cannot be written to: name a record, such as ?graph="
                            + rdf.baseAddress() + "insight/ID",
                    "default");
        }
        requireVersion(action, stored(name));
    }

    /** The protocol knows no versions; a caller who names one by If-Match is held to it. */
    private static void requireVersion(HttpAction action, Optional<StoredRecord> stored) {
        String ifMatch = action.getRequestHeader("If-Match");
        long current = stored.map(StoredRecord::version).orElse(0L);
        if (ifMatch != null && !ifMatch.strip().equals('"' + Long.toString(current) + '"')) {
            throw new ClewException(
                    ErrorCode.STALE_VERSION,
                    "If-Match names " + ifMatch + ", but the current version is " + current
                            + ": read it and make your edit again.");
        }
    }

    private Optional<StoredRecord> stored(Node name) {
        return writes.ledger().read(edits.name(name));
    }

    @Override
    public Written write(HttpAction action, Node name, Change change, Budget budget) {
        Caller caller = writes.require(action);
        boolean isThere = stored(name).filter(each -> each.content() != null).isPresent();
        Position position =
                edits.write(caller, "Graph Store " + action.getRequestMethod(), () -> outcome(name, change, budget));
        return new Written(position, !isThere);
    }

    private GraphEdits.Outcome outcome(Node name, Change change, Budget budget) {
        return rdf.read(view -> {
            Set<Triple> before = new HashSet<>(copy(view, name, budget).find().toList());
            return new GraphEdits.Outcome(view.position(), Map.of(name, change.apply(before)));
        });
    }

    @Override
    public boolean isVisible(Position written) {
        return writes.awaitVisible().test(written.n());
    }
}
