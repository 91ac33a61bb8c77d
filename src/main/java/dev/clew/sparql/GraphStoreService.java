package dev.clew.sparql;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.sparql.crowd.Admission;
import dev.clew.sparql.guard.Budget;
import java.util.Set;
import org.apache.jena.atlas.web.MediaType;
import org.apache.jena.fuseki.servlets.ActionLib;
import org.apache.jena.fuseki.servlets.GSP_R;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.ServletOps;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.sparql.core.Quad;

/**
 * The SPARQL 1.1 Graph Store HTTP Protocol: {@code ?graph=} the address of a graph, {@code ?default} the default one. Whoever the
 * target lets write puts, adds to and deletes graphs; a new one is answered 201.
 */
final class GraphStoreService extends GSP_R {
    private final GraphTarget target;
    private final Shared shared;

    GraphStoreService(GraphTarget target, Shared shared) {
        this.target = target;
        this.shared = shared;
    }

    @Override
    public void process(HttpAction action) {
        shared.outgoing().send(action, shared.settings().answers().bytes(), super::process);
    }

    @Override
    protected void doGet(HttpAction action) {
        Node name = name(action);
        try (Admission.Question question = shared.ask(action)) {
            GraphTarget.Found found = shared.evaluate(action, question, budget -> find(name, budget));
            send(action, found);
        }
    }

    /** Made as for a reader, so that its length is told; the server leaves the body out. */
    @Override
    protected void doHead(HttpAction action) {
        doGet(action);
    }

    private void send(HttpAction action, GraphTarget.Found found) {
        MediaType chosen = ActionLib.contentNegotationRDF(action);
        Lang language = RDFLanguages.contentTypeToLang(chosen.getContentTypeStr());
        ActionLib.setCommonHeaders(action);
        AnswerHeaders.set(
                action.getResponse(), found.position().n(), shared.settings().limitRows(), false);
        ActionLib.graphResponse(action, found.graph(), language == null ? Lang.TURTLE : language);
        ServletOps.success(action);
    }

    private GraphTarget.Found find(Node name, Budget budget) {
        GraphTarget.Found found = target.read(name, budget);
        if (!Quad.isDefaultGraph(name) && found.graph().isEmpty()) {
            throw absent(name);
        }
        return found;
    }

    private static ClewException absent(Node name) {
        return new ClewException(ErrorCode.NOT_FOUND, "There is no graph with the address <" + name + ">.");
    }

    private static Node name(HttpAction action) {
        String name = action.getRequestParameter("graph");
        if (name == null && action.getRequestParameter("default") == null) {
            throw new ClewException(
                    ErrorCode.BAD_REQUEST, "Name a graph: ?graph= the address of a record, or ?default for all.");
        }
        return name == null || name.equals("default") ? Quad.defaultGraphIRI : NodeFactory.createURI(name);
    }

    @Override
    protected void doPost(HttpAction action) {
        write(action, name -> GraphTarget.Change.add(GraphBody.read(action, name.toString())));
    }

    @Override
    protected void doPut(HttpAction action) {
        write(action, name -> GraphTarget.Change.replace(GraphBody.read(action, name.toString())));
    }

    @Override
    protected void doDelete(HttpAction action) {
        write(action, name -> before -> {
            if (before.isEmpty()) {
                throw absent(name);
            }
            return Set.of();
        });
    }

    @Override
    protected void doPatch(HttpAction action) {
        target.require(action);
        throw new ClewException(ErrorCode.METHOD_NOT_ALLOWED, "PATCH is not offered: use PUT, or SPARQL Update.");
    }

    /** What a request asks to become of a graph. */
    private interface Asked {
        GraphTarget.Change of(Node name);
    }

    private void write(HttpAction action, Asked asked) {
        target.require(action);
        Node name = name(action);
        target.check(action, name);
        GraphTarget.Written written = written(action, name, asked);
        WriteAnswer.send(action, written, target.isVisible(written.position()));
    }

    /** A body that comes slowly takes of its sender's share, and no place. */
    private GraphTarget.Written written(HttpAction action, Node name, Asked asked) {
        try (Admission.Question question = shared.ask(action)) {
            GraphTarget.Change change = asked.of(name);
            return shared.evaluate(action, question, budget -> target.write(action, name, change, budget));
        }
    }
}
