package dev.clew.rdf;

import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpAssign;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.op.OpTriple;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.vocabulary.XSD;

/**
 * Whether a query asks only the union of all records, in a way that a graph in memory answers as the store on disk does:
 * it names no graph, and looks for no value by which TDB2 finds other spellings of it too (1.0 finds 1.00 there).
 */
final class UnionQuestion extends OpVisitorBase {
    private final Set<Node> matched = new HashSet<>();
    private final Set<Node> computed = new HashSet<>();
    private boolean other;

    private UnionQuestion() {}

    /** Looks at a query; costs what compiling it does. */
    static boolean is(Query query) {
        if (query.hasDatasetDescription() || query.getQueryPattern() == null) {
            return false;
        }
        return isOver(Algebra.compile(query));
    }

    private static boolean isOver(Op asked) {
        UnionQuestion question = new UnionQuestion();
        Walker.walk(asked, question, new ExprVisitorBase());
        question.computed.retainAll(question.matched);
        return !question.other && question.computed.isEmpty();
    }

    @Override
    public void visit(OpGraph graph) {
        other = true;
    }

    @Override
    public void visit(OpBGP pattern) {
        pattern.getPattern().forEach(this::match);
    }

    @Override
    public void visit(OpTriple pattern) {
        match(pattern.getTriple());
    }

    @Override
    public void visit(OpPath pattern) {
        TriplePath path = pattern.getTriplePath();
        match(path.getSubject());
        match(path.getObject());
    }

    @Override
    public void visit(OpExtend named) {
        computed.addAll(named.getVarExprList().getVars());
    }

    @Override
    public void visit(OpAssign named) {
        computed.addAll(named.getVarExprList().getVars());
    }

    @Override
    public void visit(OpGroup groups) {
        computed.addAll(groups.getGroupVars().getExprs().keySet());
        groups.getAggregators().forEach(each -> computed.add(each.getVar()));
    }

    @Override
    public void visit(OpTable values) {
        for (Iterator<Binding> rows = values.getTable().rows(); rows.hasNext(); ) {
            Binding row = rows.next();
            row.vars().forEachRemaining(variable -> takeValue(variable, row.get(variable)));
        }
    }

    private void takeValue(Var variable, Node value) {
        if (isFoundByValue(value)) {
            computed.add(variable);
        }
    }

    private void match(Triple pattern) {
        match(pattern.getSubject());
        match(pattern.getObject());
    }

    private void match(Node node) {
        matched.add(node);
        other |= isFoundByValue(node);
    }

    private static boolean isFoundByValue(Node node) {
        return node.isLiteral()
                && node.getLiteralLanguage().isEmpty()
                && !node.getLiteralDatatype().getURI().equals(XSD.xstring.getURI());
    }
}
