package dev.clew.rdf;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.Op1;
import org.apache.jena.sparql.algebra.op.Op2;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpDistinct;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpMinus;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpQuadPattern;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIterPath;
import org.apache.jena.sparql.engine.iterator.QueryIteratorWrapper;
import org.apache.jena.sparql.engine.main.OpExecutorFactory;
import org.apache.jena.sparql.graph.GraphWrapper;
import org.apache.jena.tdb2.solver.OpExecutorTDB2;
import org.apache.jena.util.iterator.ExtendedIterator;

/**
 * TDB2's way to evaluate, watched where the engine does not look at its time limit or keeps rows: each triple along a path
 * is a step, each row that sorting, telling apart or joining keeps is held.
 */
final class WatchedExecutor extends OpExecutorTDB2 {
    private final Watch watch;
    private final Set<Op> kept;

    private WatchedExecutor(ExecutionContext context, Watch watch, Set<Op> kept) {
        super(context);
        this.watch = watch;
        this.kept = kept;
    }

    /** Evaluates one query watched so. */
    static OpExecutorFactory factory(Watch watch) {
        Set<Op> kept = Collections.newSetFromMap(new IdentityHashMap<>());
        return context -> new WatchedExecutor(context, watch, kept);
    }

    /** The engine fails where one pattern follows on another that no row matches, so such a one is not begun. */
    @Override
    protected QueryIterator exec(Op op, QueryIterator input) {
        if ((op instanceof OpQuadPattern || op instanceof OpBGP || op instanceof OpFilter) && !input.hasNext()) {
            return input;
        }
        switch (op) {
            case OpOrder order -> keep(order);
            case OpJoin join -> keep(join);
            case OpLeftJoin join -> keep(join);
            case OpMinus minus -> keep(minus);
            default -> {
                return execute(op, input);
            }
        }
        return execute(op, input);
    }

    private void keep(Op1 op) {
        kept.add(op.getSubOp());
    }

    private void keep(Op2 op) {
        kept.add(op.getRight());
    }

    private QueryIterator execute(Op op, QueryIterator input) {
        QueryIterator rows = op instanceof OpPath path
                ? new QueryIterPath(path.getTriplePath(), input, watched())
                : super.exec(op, input);
        return op instanceof OpDistinct || kept.contains(op) ? new Held(rows, watch) : rows;
    }

    private ExecutionContext watched() {
        return ExecutionContext.copyChangeActiveGraph(execCxt, new WatchedGraph(execCxt.getActiveGraph(), watch));
    }

    private static final class Held extends QueryIteratorWrapper {
        private final Watch watch;

        Held(QueryIterator rows, Watch watch) {
            super(rows);
            this.watch = watch;
        }

        @Override
        protected Binding moveToNextBinding() {
            watch.hold();
            return super.moveToNextBinding();
        }
    }

    /** A graph each of whose triples is a step when it is looked at. */
    private static final class WatchedGraph extends GraphWrapper {
        private final Consumer<Object> step;

        WatchedGraph(Graph graph, Watch watch) {
            super(graph);
            this.step = any -> watch.step();
        }

        @Override
        public ExtendedIterator<Triple> find(Triple pattern) {
            return watched(super.find(pattern));
        }

        @Override
        public ExtendedIterator<Triple> find(Node subject, Node predicate, Node object) {
            return watched(super.find(subject, predicate, object));
        }

        private ExtendedIterator<Triple> watched(ExtendedIterator<Triple> triples) {
            step.accept(this);
            return triples.mapWith(triple -> {
                step.accept(triple);
                return triple;
            });
        }
    }
}
