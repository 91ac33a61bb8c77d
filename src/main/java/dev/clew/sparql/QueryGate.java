package dev.clew.sparql;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.model.Problem;
import java.util.List;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.core.DatasetDescription;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.jspecify.annotations.Nullable;

/**
 * What a query passes before it is run: its length and nesting, standard syntax, and the rules of {@link QueryRules}.
 *
 * <p>The engine's time limit binds only while rows are made, not while a text is parsed or a tree is walked; so what is
 * recursive there is bounded here. Safe for any number of threads.
 */
final class QueryGate {
    private final String base;
    private final int limitQueryCharacters;

    QueryGate(String base, int limitQueryCharacters) {
        this.base = base;
        this.limitQueryCharacters = limitQueryCharacters;
    }

    /**
     * The query of this text; relative addresses in it stand under the base.
     *
     * @param dataset the graphs that the protocol names, which take the place of those in the text; null when none
     * @param functions the property functions that it may use
     * @throws ClewException too-large or bad-request, naming the limit, the rule, or the line and column
     */
    AdmittedQuery admit(String text, @Nullable DatasetDescription dataset, PropertyFunctionRegistry functions) {
        requireWithinBounds("query", text);
        try {
            Query query = QueryFactory.parse(new Query(), text, base, Syntax.syntaxSPARQL_12);
            useDataset(query, dataset);
            boolean repeatable = QueryRules.check(query, functions);
            return new AdmittedQuery(query, functions, repeatable);
        } catch (QueryParseException malformed) {
            throw malformed(malformed);
        } catch (QueryException malformed) {
            throw new ClewException(
                    ErrorCode.BAD_REQUEST, "The query is malformed: " + malformed.getMessage(), malformed);
        } catch (StackOverflowError tooDeep) {
            throw new ClewException(ErrorCode.BAD_REQUEST, "The query nests too deeply: split it.", tooDeep);
        }
    }

    /** Refuses a text, called so, that is empty, too long, or too deep for a recursive parser. */
    void requireWithinBounds(String called, String text) {
        if (text.isBlank()) {
            String example = called.equals("query") ? ", such as " + EXAMPLE : ".";
            throw new ClewException(ErrorCode.BAD_REQUEST, "The " + called + " is empty: send one" + example);
        }
        if (text.length() > limitQueryCharacters) {
            throw tooLong(limitQueryCharacters);
        }
        QueryScan scan = QueryScan.of(text);
        requireAtMost("nests brackets", scan.deepest(), SparqlSettings.LIMIT_NESTING, "levels deep");
        requireAtMost("has", scan.operators(), SparqlSettings.LIMIT_OPERATORS, "operators");
        requireAtMost("has a number of", scan.longestNumber(), SparqlSettings.LIMIT_NUMBER, "characters");
    }

    /** A query that can be sent as it is. */
    static final String EXAMPLE = "SELECT ?insight WHERE { GRAPH ?insight { ?a ?r ?b } } LIMIT 5";

    /** The refusal of a text beyond the limit. */
    static ClewException tooLong(int limitQueryCharacters) {
        return new ClewException(
                ErrorCode.TOO_LARGE,
                "The query is longer than the limit of " + limitQueryCharacters + " characters: shorten it.");
    }

    private static void requireAtMost(String verb, int found, int limit, String unit) {
        if (found > limit) {
            throw new ClewException(
                    ErrorCode.BAD_REQUEST,
                    "The query " + verb + " " + found + " " + unit + "; the limit is " + limit + ": simplify it.");
        }
    }

    private void useDataset(Query query, @Nullable DatasetDescription dataset) {
        if (dataset != null) {
            query.getGraphURIs().clear();
            query.getNamedGraphURIs().clear();
            dataset.getDefaultGraphURIs().forEach(query::addGraphURI);
            dataset.getNamedGraphURIs().forEach(query::addNamedGraphURI);
        }
        query.getGraphURIs().forEach(this::requireOurs);
        query.getNamedGraphURIs().forEach(this::requireOurs);
    }

    private void requireOurs(String graph) {
        if (!graph.startsWith(base)) {
            throw new ClewException(
                    ErrorCode.BAD_REQUEST,
                    "The graph <" + graph
                            + "> is not one of ours, and none is fetched from elsewhere: name records under " + base
                            + ".");
        }
    }

    private static ClewException malformed(QueryParseException cause) {
        String sentence = String.valueOf(cause.getMessage()).strip().replaceAll("\\s*\\R\\s*", " ");
        String where = "line " + cause.getLine() + ", column " + cause.getColumn();
        List<Problem> problems = List.of(new Problem("query", sentence, where));
        return new ClewException(
                ErrorCode.BAD_REQUEST, "The query is malformed at " + where + ": " + sentence, problems);
    }
}
