package dev.clew.sparql;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.sparql.guard.PatternRules;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.VarExprList;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_Now;
import org.apache.jena.sparql.expr.E_OneOfBase;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.Unstable;
import org.apache.jena.sparql.expr.aggregate.AggCustom;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementAssign;
import org.apache.jena.sparql.syntax.ElementBind;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementMinus;
import org.apache.jena.sparql.syntax.ElementNamedGraph;
import org.apache.jena.sparql.syntax.ElementOptional;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementService;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementUnion;
import org.apache.jena.sparql.syntax.ElementVisitorBase;
import org.apache.jena.sparql.syntax.ElementWalker;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.XSD;

/**
 * Walks the syntax tree of a query and refuses what reaches beyond the published records: other servers, files, code.
 *
 * <p>Functions named by an address are allowed only when they are a constructor of the SPARQL recommendation (section
 * 17.5); so {@code java:}, scripts and the engine's own extensions are refused without being listed.
 */
final class QueryRules extends ElementVisitorBase {
    private static final Set<String> FUNCTIONS = Set.of(
            XSD.xboolean.getURI(),
            XSD.xdouble.getURI(),
            XSD.xfloat.getURI(),
            XSD.decimal.getURI(),
            XSD.integer.getURI(),
            XSD.dateTime.getURI(),
            XSD.date.getURI(),
            XSD.time.getURI(),
            XSD.duration.getURI(),
            XSD.xstring.getURI());
    private static final List<String> FUNCTION_SPACES =
            List.of("java:", "http://jena.apache.org/ARQ/", "http://jena.hpl.hp.com/ARQ/");
    private static final String ENGINE_NAMES = "urn:x-arq:";
    private static final String STANDARD_MEMBER = RDFS.member.getURI();

    private final QueryCounts counts = new QueryCounts();
    private final PropertyFunctionRegistry offered;
    private boolean repeatable = true;

    private QueryRules(PropertyFunctionRegistry offered) {
        this.offered = offered;
    }

    /**
     * Refuses a query that breaks a rule.
     *
     * @param offered the property functions that it may use
     * @return whether asking again of the same records gives the same answer
     * @throws ClewException (bad-request) naming the rule, its limit, and what to write instead
     */
    static boolean check(Query query, PropertyFunctionRegistry offered) {
        QueryRules rules = new QueryRules(offered);
        rules.visit(query);
        return rules.repeatable;
    }

    /** The same for the pattern of an update. */
    static void check(Element pattern) {
        ElementWalker.walk(pattern, new QueryRules(new PropertyFunctionRegistry()));
    }

    private void visit(Query query) {
        if (query.hasValues()) {
            countValues(query.getValuesVariables().size(), query.getValuesData().size());
        }
        visit(query.getProject());
        visit(query.getGroupBy());
        query.getHavingExprs().forEach(this::visit);
        query.getAggregators().forEach(this::visit);
        if (query.getOrderBy() != null) {
            query.getOrderBy().stream().map(SortCondition::getExpression).forEach(this::visit);
        }
        if (query.getQueryPattern() != null) {
            ElementWalker.walk(query.getQueryPattern(), this);
        }
    }

    private void countValues(int columns, int rows) {
        counts.add(QueryPart.VALUES_CELLS, (int) Math.min(Integer.MAX_VALUE / 2, (long) Math.max(1, columns) * rows));
    }

    private void visit(VarExprList named) {
        counts.add(QueryPart.EXPRESSIONS, named.getExprs().size());
        named.forEachExpr((variable, expression) -> visit(expression));
    }

    private void visit(Expr expression) {
        switch (expression) {
            case ExprFunctionOp exists -> counts.within(() -> ElementWalker.walk(exists.getElement(), this));
            case ExprFunction function -> visitFunction(function);
            case ExprAggregator aggregator -> visitAggregator(aggregator);
            default -> {
                return;
            }
        }
    }

    private void visitFunction(ExprFunction function) {
        if (function instanceof E_Function named && !FUNCTIONS.contains(named.getFunctionIRI())) {
            throw refuse(
                    "The function <" + named.getFunctionIRI() + "> is not offered",
                    "use the functions of the SPARQL recommendation");
        }
        repeatable &= !(function instanceof Unstable || function instanceof E_Now);
        switch (function) {
            case E_Regex regex -> checkPattern(regex.getArg(2));
            case E_StrReplace replace -> checkPattern(replace.getArg(2));
            case E_OneOfBase list ->
                counts.add(QueryPart.LIST_ITEMS, list.getRHS().size());
            default -> {
                // Every other function costs what its arguments are long.
            }
        }
        function.getArgs().forEach(this::visit);
    }

    private static void checkPattern(Expr pattern) {
        if (pattern.isConstant() && pattern.getConstant().isString()) {
            PatternRules.check(pattern.getConstant().getString());
        }
    }

    private void visitAggregator(ExprAggregator aggregator) {
        if (aggregator.getAggregator() instanceof AggCustom) {
            throw refuse(
                    "Extension aggregates are not offered", "use COUNT, SUM, MIN, MAX, AVG, SAMPLE or GROUP_CONCAT");
        }
        counts.add(QueryPart.AGGREGATES, 1);
        ExprList arguments = aggregator.getAggregator().getExprList();
        if (arguments != null) {
            arguments.forEach(this::visit);
        }
    }

    @Override
    public void visit(ElementFilter filter) {
        counts.add(QueryPart.FILTERS, 1);
        visit(filter.getExpr());
    }

    @Override
    public void visit(ElementUnion union) {
        counts.add(QueryPart.UNION_BRANCHES, union.getElements().size());
    }

    @Override
    public void visit(ElementOptional optional) {
        counts.add(QueryPart.OPTIONALS, 1);
    }

    @Override
    public void visit(ElementMinus minus) {
        counts.add(QueryPart.MINUSES, 1);
    }

    @Override
    public void visit(ElementData values) {
        countValues(values.getVars().size(), values.getRows().size());
    }

    @Override
    public void visit(ElementBind bind) {
        counts.add(QueryPart.EXPRESSIONS, 1);
        visit(bind.getExpr());
    }

    @Override
    public void visit(ElementAssign assign) {
        visit(assign.getExpr());
    }

    @Override
    public void visit(ElementSubQuery subQuery) {
        counts.add(QueryPart.SUB_SELECTS, 1);
        visit(subQuery.getQuery());
    }

    @Override
    public void visit(ElementService service) {
        throw refuse("SERVICE is not offered: no query reaches other servers", "ask them apart and join the answers");
    }

    @Override
    public void visit(ElementNamedGraph graph) {
        counts.add(QueryPart.GRAPHS, 1);
        visitName(graph.getGraphNameNode());
    }

    @Override
    public void visit(ElementPathBlock block) {
        counts.add(QueryPart.TRIPLE_PATTERNS, block.getPattern().size());
        for (TriplePath triple : block.getPattern()) {
            Node predicate = triple.getPredicate();
            if (triple.getPath() != null) {
                counts.add(triple.getPath());
            }
            if (predicate != null && predicate.isURI()) {
                visitName(predicate);
                requireNoPropertyFunction(predicate.getURI());
                repeatable &= !offered.isRegistered(predicate.getURI());
            }
        }
    }

    private static void visitName(Node name) {
        if (name.isURI() && name.getURI().startsWith(ENGINE_NAMES)) {
            throw refuse(
                    "The name <" + name.getURI() + "> belongs to the engine",
                    "leave GRAPH out to ask the union of all records");
        }
    }

    private static void requireNoPropertyFunction(String predicate) {
        boolean registered = PropertyFunctionRegistry.get().isRegistered(predicate);
        boolean reserved = FUNCTION_SPACES.stream().anyMatch(predicate::startsWith);
        if (reserved || (registered && !predicate.equals(STANDARD_MEMBER))) {
            throw refuse("The property function <" + predicate + "> is not offered", "use standard SPARQL");
        }
    }

    private static ClewException refuse(String what, String advice) {
        return new ClewException(ErrorCode.BAD_REQUEST, what + "; " + advice + ".");
    }
}
