package dev.clew.sparql;

import dev.clew.model.ClewException;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.modify.request.QuadAcc;
import org.apache.jena.sparql.modify.request.QuadDataAcc;
import org.apache.jena.sparql.modify.request.Target;
import org.apache.jena.sparql.modify.request.UpdateAdd;
import org.apache.jena.sparql.modify.request.UpdateClear;
import org.apache.jena.sparql.modify.request.UpdateCopy;
import org.apache.jena.sparql.modify.request.UpdateCreate;
import org.apache.jena.sparql.modify.request.UpdateDataDelete;
import org.apache.jena.sparql.modify.request.UpdateDataInsert;
import org.apache.jena.sparql.modify.request.UpdateDeleteWhere;
import org.apache.jena.sparql.modify.request.UpdateDrop;
import org.apache.jena.sparql.modify.request.UpdateDropClear;
import org.apache.jena.sparql.modify.request.UpdateLoad;
import org.apache.jena.sparql.modify.request.UpdateModify;
import org.apache.jena.sparql.modify.request.UpdateMove;
import org.apache.jena.sparql.modify.request.UpdateVisitor;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementNamedGraph;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.update.Update;
import org.apache.jena.update.UpdateRequest;

/**
 * Refuses the operations of an update that do not name the records they change, or reach beyond them. The default graph is
 * the union of all records and cannot be written to, so what touches it is answered with the form that would do.
 */
final class UpdateRules implements UpdateVisitor {
    private final String base;

    UpdateRules(String base) {
        this.base = base;
    }

    @Override
    public void visit(UpdateDrop drop) {
        requireOneGraph("DROP", drop);
    }

    @Override
    public void visit(UpdateClear clear) {
        requireOneGraph("CLEAR", clear);
    }

    private void requireOneGraph(String verb, UpdateDropClear update) {
        Target target = update.getTarget();
        if (!target.isOneNamedGraph()) {
            throw refuse(
                    verb + " of all graphs at once is not offered",
                    "retract records one by one: " + verb + " GRAPH <" + base + "insight/ID>");
        }
    }

    @Override
    public void visit(UpdateCreate create) {
        throw refuse(
                "CREATE is not offered: a graph is there once its record is published",
                "put the triples of the record into <" + create.getGraph().getURI() + "> with INSERT");
    }

    @Override
    public void visit(UpdateLoad load) {
        throw refuse("LOAD is not offered: nothing is fetched from elsewhere", "send the triples with INSERT DATA");
    }

    @Override
    public void visit(UpdateAdd add) {
        throw refuseBinary("ADD");
    }

    @Override
    public void visit(UpdateCopy copy) {
        throw refuseBinary("COPY");
    }

    @Override
    public void visit(UpdateMove move) {
        throw refuseBinary("MOVE");
    }

    private static ClewException refuseBinary(String verb) {
        return refuse(
                verb + " is not offered: a record's triples say its own address, so no graph can hold another's",
                "write the record anew with INSERT DATA");
    }

    @Override
    public void visit(UpdateDataInsert insert) {
        List<Quad> quads = insert.getQuads();
        if (touchesDefault(quads)) {
            throw rewritten(new UpdateDataInsert(new QuadDataAcc(withGraph(quads))));
        }
    }

    @Override
    public void visit(UpdateDataDelete delete) {
        List<Quad> quads = delete.getQuads();
        if (touchesDefault(quads)) {
            throw rewritten(new UpdateDataDelete(new QuadDataAcc(withGraph(quads))));
        }
    }

    @Override
    public void visit(UpdateDeleteWhere delete) {
        List<Quad> quads = delete.getQuads();
        QueryRules.check(pattern(quads));
        if (touchesDefault(quads)) {
            throw rewritten(new UpdateDeleteWhere(new QuadAcc(withGraph(quads))));
        }
    }

    /** The pattern that a DELETE WHERE is as well: it costs what any other does, and has the same bounds. */
    private static Element pattern(List<Quad> quads) {
        ElementGroup pattern = new ElementGroup();
        Node graph = null;
        ElementPathBlock block = new ElementPathBlock();
        for (Quad quad : quads) {
            if (!quad.getGraph().equals(graph)) {
                graph = quad.getGraph();
                block = new ElementPathBlock();
                pattern.addElement(quad.isDefaultGraph() ? block : new ElementNamedGraph(graph, block));
            }
            block.addTriple(quad.asTriple());
        }
        return pattern;
    }

    @Override
    public void visit(UpdateModify modify) {
        QueryRules.check(modify.getWherePattern());
        List<Quad> written = new ArrayList<>(modify.getDeleteQuads());
        written.addAll(modify.getInsertQuads());
        if (modify.getWithIRI() == null && touchesDefault(written)) {
            modify.setWithIRI(graphOf(written));
            throw rewritten(modify);
        }
        if (modify.getWithIRI() != null) {
            requireOurs(modify.getWithIRI());
        }
        modify.getUsing().forEach(this::requireOurs);
        modify.getUsingNamed().forEach(this::requireOurs);
    }

    private void requireOurs(Node graph) {
        if (!graph.isURI() || !graph.getURI().startsWith(base)) {
            throw refuse("<" + graph + "> is no graph of this library", "name records under " + base);
        }
    }

    private static boolean touchesDefault(List<Quad> quads) {
        return quads.stream().anyMatch(quad -> quad.isDefaultGraph() || quad.isUnionGraph());
    }

    private List<Quad> withGraph(List<Quad> quads) {
        Node graph = graphOf(quads);
        return quads.stream()
                .map(quad -> quad.isDefaultGraph() || quad.isUnionGraph() ? Quad.create(graph, quad.asTriple()) : quad)
                .toList();
    }

    /** The record that the triples are about; where none is named, the place where one stands. */
    private Node graphOf(List<Quad> quads) {
        String named = quads.stream()
                .map(Quad::getSubject)
                .filter(Node::isURI)
                .map(Node::getURI)
                .filter(iri -> iri.startsWith(base))
                .map(iri -> iri.replaceFirst("#.*", ""))
                .findFirst()
                .orElse(base + "insight/ID");
        return NodeFactory.createURI(named);
    }

    private static ClewException rewritten(Update form) {
        String text = new UpdateRequest(form).toString().strip().replaceAll("\\s+", " ");
        return ClewException.invalid(
                "update",
                "writes to the default graph, which is the union of all records: name the record's graph, such as "
                        + text,
                "default graph");
    }

    private static ClewException refuse(String what, String advice) {
        return ClewException.invalid("update", what + "; " + advice + ".", "");
    }
}
