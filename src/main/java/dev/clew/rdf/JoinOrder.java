package dev.clew.rdf;

import org.apache.jena.sparql.engine.optimizer.reorder.PatternElements;
import org.apache.jena.sparql.engine.optimizer.reorder.PatternTriple;
import org.apache.jena.sparql.engine.optimizer.reorder.ReorderTransformationSubstitution;
import org.apache.jena.sparql.sse.Item;
import org.apache.jena.vocabulary.RDF;

/**
 * The order in which the patterns of a query are matched: at each step the one of which the fewest triples are expected,
 * given what the steps before have bound.
 *
 * <p>The expectations are those of this vocabulary at a hundred thousand insights, not counted: a thing has few statements,
 * a class many members. The engine's own fixed order takes all members of a class before all statements of one thing, and
 * its counted order knows nothing of patterns with an unknown predicate.
 */
final class JoinOrder extends ReorderTransformationSubstitution {
    private static final double EXISTS = 1;
    private static final double VALUES_OF_A_THING = 2;
    private static final double RELATIONS_OF_TWO = 3;
    private static final double STATEMENTS_OF_A_THING = 30;
    private static final double THINGS_WITH_A_VALUE = 100;
    private static final double MENTIONS_OF_A_THING = 500;
    private static final double MEMBERS_OF_A_CLASS = 5_000;
    private static final double STATEMENTS_OF_A_KIND = 1_000_000;
    private static final double ALL = 10_000_000;

    @Override
    protected double weight(PatternTriple pattern) {
        boolean isType =
                pattern.predicate.isNode() && pattern.predicate.getNode().equals(RDF.type.asNode());
        boolean relation = isKnown(pattern.predicate);
        boolean object = isKnown(pattern.object);
        if (isKnown(pattern.subject)) {
            return aboutAThing(relation, object);
        }
        if (object) {
            double withValue = isType ? MEMBERS_OF_A_CLASS : THINGS_WITH_A_VALUE;
            return relation ? withValue : MENTIONS_OF_A_THING;
        }
        return relation ? STATEMENTS_OF_A_KIND : ALL;
    }

    private static double aboutAThing(boolean relation, boolean object) {
        if (object) {
            return relation ? EXISTS : RELATIONS_OF_TWO;
        }
        return relation ? VALUES_OF_A_THING : STATEMENTS_OF_A_THING;
    }

    /** A constant, or a variable that an earlier step has bound. */
    private static boolean isKnown(Item item) {
        return !PatternElements.isVar(item) && !PatternElements.isAnyVar(item);
    }
}
