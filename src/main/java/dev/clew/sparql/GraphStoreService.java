package dev.clew.sparql;

import dev.clew.ledger.Position;
import dev.clew.ledger.StoredRecord;
import dev.clew.model.Caller;
import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.rdf.RdfProjection;
import dev.clew.rdf.RdfView;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.jena.atlas.web.MediaType;
import org.apache.jena.fuseki.servlets.ActionLib;
import org.apache.jena.fuseki.servlets.GSP_R;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.ServletOps;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.sparql.core.Quad;

/**
 * The SPARQL 1.1 Graph Store HTTP Protocol: {@code ?graph=} a record's address, {@code ?default} the union of all, which is
 * read only. Curators put, add to and delete the graphs of records, through the ledger's door. The graph is copied before it is sent, so that a slow client holds no transaction.
 */
final class GraphStoreService extends GSP_R {
    /** Most bytes of a graph that is sent. */
    private static final int LIMIT_BODY_BYTES = 1_000_000;

    private final RdfProjection rdf;
    private final SparqlWrites writes;
    private final GraphEdits edits;
    private final int limitTriples;

    GraphStoreService(RdfProjection rdf, SparqlSettings settings, SparqlWrites writes) {
        this.rdf = rdf;
        this.writes = writes;
        this.edits = new GraphEdits(writes);
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
                        ErrorCode.TOO_COSTLY,
                        "The graph has more triples than the limit of " + limitTriples
                                + ": read records one by one, or export the library.");
            }
        }
        return copy;
    }

    @Override
    protected void doPost(HttpAction action) {
        write(action, name -> {
            Graph body = body(action, name);
            return () -> changed(name, before -> before.addAll(body.find().toList()));
        });
    }

    @Override
    protected void doPut(HttpAction action) {
        write(action, name -> {
            Graph body = body(action, name);
            return () -> changed(name, before -> {
                before.clear();
                before.addAll(body.find().toList());
            });
        });
    }

    @Override
    protected void doDelete(HttpAction action) {
        write(action, name -> {
            if (rdf.read(view ->
                    view.dataset().find(name, Node.ANY, Node.ANY, Node.ANY).hasNext())) {
                return () -> changed(name, Set::clear);
            }
            throw new ClewException(ErrorCode.NOT_FOUND, "There is no record with the address <" + name + ">.");
        });
    }

    @Override
    protected void doPatch(HttpAction action) {
        writes.require(action);
        throw new ClewException(ErrorCode.METHOD_NOT_ALLOWED, "PATCH is not offered: use PUT, or SPARQL Update.");
    }

    private void write(HttpAction action, Function<Node, Supplier<GraphEdits.Outcome>> work) {
        Caller caller = writes.require(action);
        String name = action.getRequestParameter("graph");
        if (name == null || name.equals("default")) {
            throw ClewException.invalid(
                    "graph",
                    "the default graph is the union of all records and cannot be written to: name a record, such as ?graph="
                            + rdf.baseAddress() + "insight/ID",
                    String.valueOf(name));
        }
        Node graph = NodeFactory.createURI(name);
        edits.name(graph);
        requireVersion(action, graph);
        String why = "Graph Store " + action.getRequestMethod();
        Position written = edits.write(caller, why, work.apply(graph));
        WriteAnswer.send(action, written, writes.awaitVisible().test(written.n()));
    }

    /** The protocol knows no versions; a caller who names one by If-Match is held to it. */
    private void requireVersion(HttpAction action, Node graph) {
        String ifMatch = action.getRequestHeader("If-Match");
        long current = writes.ledger()
                .read(edits.name(graph))
                .map(StoredRecord::version)
                .orElse(0L);
        if (ifMatch != null && !ifMatch.strip().equals('"' + Long.toString(current) + '"')) {
            throw new ClewException(
                    ErrorCode.STALE_VERSION,
                    "If-Match names " + ifMatch + ", but the current version is " + current
                            + ": read it and make your edit again.");
        }
    }

    private GraphEdits.Outcome changed(Node name, Consumer<Set<Triple>> edit) {
        return rdf.read(view -> {
            Set<Triple> triples = new HashSet<>(copy(view, name).find().toList());
            edit.accept(triples);
            return new GraphEdits.Outcome(view.position(), Map.of(name, triples));
        });
    }

    private Graph body(HttpAction action, Node name) {
        Lang language = RDFLanguages.contentTypeToLang(String.valueOf(action.getRequestContentType()));
        if (language == null || !RDFLanguages.isTriples(language)) {
            throw new ClewException(
                    ErrorCode.UNSUPPORTED_FORMAT,
                    "Send the graph as text/turtle, application/n-triples, application/ld+json or application/rdf+xml.");
        }
        Graph graph = GraphMemFactory.createDefaultGraph();
        try (InputStream in = action.getRequestInputStream()) {
            byte[] bytes = in.readNBytes(LIMIT_BODY_BYTES + 1);
            if (bytes.length > LIMIT_BODY_BYTES) {
                throw new ClewException(
                        ErrorCode.TOO_LARGE, "The graph is larger than the limit of " + LIMIT_BODY_BYTES + " bytes.");
            }
            RDFParser.source(new ByteArrayInputStream(bytes))
                    .forceLang(language)
                    .base(name.getURI())
                    .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
                    .parse(graph);
        } catch (RiotException malformed) {
            throw new ClewException(
                    ErrorCode.BAD_REQUEST, "The graph cannot be read: " + malformed.getMessage(), malformed);
        } catch (IOException brokenOff) {
            throw new ClewException(ErrorCode.BAD_REQUEST, "The graph broke off: send it again.", brokenOff);
        }
        return graph;
    }
}
