package dev.clew.sparql;

import dev.clew.rdf.RdfView;
import dev.clew.rdf.Watch;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;

/**
 * The answer of DESCRIBE, triple by triple: what is said of each thing, and of the nodes without a name that it leads to. The
 * engine's own way looks neither at the time limit nor at the size of the answer.
 */
final class Description implements Iterator<Triple> {
    private final Query query;
    private final RdfView view;
    private final Watch watch;
    private final RowSet rows;
    private final Deque<Node> waiting = new ArrayDeque<>();
    private final Set<Node> seen = new HashSet<>();
    private Iterator<Quad> current = Collections.emptyIterator();

    private Description(Query query, RdfView view, Watch watch, RowSet rows) {
        this.query = query;
        this.view = view;
        this.watch = watch;
        this.rows = rows;
        query.getResultURIs().forEach(this::await);
    }

    /** The query that selects what a query describes. */
    static Query selection(Query describe) {
        Query select = QueryTransformOps.shallowCopy(describe);
        select.setQuerySelectType();
        select.setDistinct(true);
        if (select.getQueryPattern() == null) {
            select.setQueryPattern(new ElementGroup());
        }
        select.resetResultVars();
        return select;
    }

    /** Describes what the rows of {@link #selection} name. */
    static Iterator<Triple> of(Query describe, RdfView view, Watch watch, RowSet rows) {
        return new Description(describe, view, watch, rows);
    }

    private void await(Node thing) {
        if (!thing.isLiteral() && seen.add(thing)) {
            watch.hold();
            waiting.add(thing);
        }
    }

    @Override
    public boolean hasNext() {
        while (!current.hasNext()) {
            if (waiting.isEmpty() && !readRow()) {
                return false;
            }
            if (!waiting.isEmpty()) {
                current = Iter.filter(view.about(waiting.remove()), this::isAsked);
            }
        }
        return true;
    }

    private boolean isAsked(Quad quad) {
        return !query.hasDatasetDescription()
                || query.getGraphURIs().contains(quad.getGraph().getURI());
    }

    private boolean readRow() {
        if (!rows.hasNext()) {
            return false;
        }
        Binding row = rows.next();
        for (Var variable : query.getProjectVars()) {
            Node thing = row.get(variable);
            if (thing != null) {
                await(thing);
            }
        }
        return true;
    }

    @Override
    public Triple next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Quad quad = current.next();
        watch.step();
        if (quad.getObject().isBlank()) {
            await(quad.getObject());
        }
        return quad.asTriple();
    }
}
