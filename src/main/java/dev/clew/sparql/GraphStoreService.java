package dev.clew.sparql;

import dev.clew.ledger.Position;
import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.rdf.RdfProjection;
import dev.clew.rdf.RdfView;
import java.util.Iterator;
import org.apache.jena.atlas.web.MediaType;
import org.apache.jena.fuseki.servlets.ActionLib;
import org.apache.jena.fuseki.servlets.GSP_R;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.ServletOps;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.sparql.core.Quad;

/**
 * Reading by the SPARQL 1.1 Graph Store HTTP Protocol: {@code ?graph=} a record's address, {@code ?default} the union of
 * all. The graph is copied before it is sent, so that a slow client holds no transaction.
 */
final class GraphStoreService extends GSP_R {
    private final RdfProjection rdf;
    private final Writers writers;
    private final int limitTriples;

    GraphStoreService(RdfProjection rdf, SparqlSettings settings, Writers writers) {
        this.rdf = rdf;
        this.writers = writers;
        this.limitTriples = settings.limitRows();
    }

    private record Found(Graph graph, Position position) {}

    @Override
    public void process(HttpAction action) {
        ProblemAnswer.guard(action, super::process);
    }

    @Override
    protected void doGet(HttpAction action) {
        Found found = find(action);
        MediaType chosen = ActionLib.contentNegotationRDF(action);
        Lang language = RDFLanguages.contentTypeToLang(chosen.getContentTypeStr());
        ActionLib.setCommonHeaders(action);
        AnswerHeaders.set(action.getResponse(), found.position());
        ActionLib.graphResponse(action, found.graph(), language == null ? Lang.TURTLE : language);
        ServletOps.success(action);
    }

    @Override
    protected void doHead(HttpAction action) {
        Found found = find(action);
        action.setResponseContentType(ActionLib.contentNegotationRDF(action).getContentTypeStr());
        AnswerHeaders.set(action.getResponse(), found.position());
        ServletOps.success(action);
    }

    private Found find(HttpAction action) {
        String name = action.getRequestParameter("graph");
        if (name == null && action.getRequestParameter("default") == null) {
            throw new ClewException(
                    ErrorCode.BAD_REQUEST, "Name what to read: ?graph= the address of a record, or ?default for all.");
        }
        boolean all = name == null || name.equals("default");
        Found found = rdf.read(view -> new Found(copy(view, all ? Quad.unionGraph : node(name)), view.position()));
        if (!all && found.graph().isEmpty()) {
            throw new ClewException(ErrorCode.NOT_FOUND, "There is no record with the address <" + name + ">.");
        }
        return found;
    }

    private Node node(String name) {
        if (!name.startsWith(rdf.baseAddress())) {
            throw new ClewException(
                    ErrorCode.NOT_FOUND,
                    "There is no record with the address <" + name + ">: ours stand under " + rdf.baseAddress() + ".");
        }
        return NodeFactory.createURI(name);
    }

    private Graph copy(RdfView view, Node name) {
        Graph copy = GraphMemFactory.createDefaultGraph();
        Iterator<Quad> quads = Quad.isUnionGraph(name)
                ? view.dataset().findNG(Node.ANY, Node.ANY, Node.ANY, Node.ANY)
                : view.dataset().find(name, Node.ANY, Node.ANY, Node.ANY);
        while (quads.hasNext()) {
            copy.add(quads.next().asTriple());
            if (copy.size() > limitTriples) {
                throw new ClewException(
                        ErrorCode.TOO_LARGE,
                        "The graph has more triples than the limit of " + limitTriples
                                + ": read records one by one, or export the library.");
            }
        }
        return copy;
    }

    @Override
    protected void doPost(HttpAction action) {
        writers.require(action);
        throw ShutService.refusal();
    }

    @Override
    protected void doPut(HttpAction action) {
        writers.require(action);
        throw ShutService.refusal();
    }

    @Override
    protected void doDelete(HttpAction action) {
        writers.require(action);
        throw ShutService.refusal();
    }

    @Override
    protected void doPatch(HttpAction action) {
        writers.require(action);
        throw ShutService.refusal();
    }
}
