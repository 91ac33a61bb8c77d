package dev.clew.sparql;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.model.Problem;
import java.util.List;
import java.util.function.Consumer;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.core.DatasetDescription;
import org.apache.jena.sparql.modify.request.UpdateModify;
import org.apache.jena.update.Update;
import org.apache.jena.update.UpdateFactory;
import org.apache.jena.update.UpdateRequest;
import org.jspecify.annotations.Nullable;

/** What an update passes before it is run: the bounds of a query's text, standard syntax, and the rules of its target. */
final class UpdateGate {
    private final String base;
    private final QueryGate bounds;
    private final Consumer<Update> rules;

    UpdateGate(String base, int limitCharacters, Consumer<Update> rules) {
        this.base = base;
        this.rules = rules;
        this.bounds = new QueryGate(base, limitCharacters);
    }

    /**
     * The update of this text; relative addresses in it stand under the base.
     *
     * @param graphs the graphs that the protocol names for the patterns of the update; null when none
     * @throws ClewException too-large, bad-request, or invalid with what to write instead
     */
    UpdateRequest admit(String text, @Nullable DatasetDescription graphs) {
        bounds.requireWithinBounds("update", text);
        try {
            UpdateRequest update = UpdateFactory.create(text, base, Syntax.syntaxSPARQL_12);
            for (Update operation : update.getOperations()) {
                addGraphs(operation, graphs);
                rules.accept(operation);
            }
            return update;
        } catch (QueryParseException malformed) {
            String sentence = String.valueOf(malformed.getMessage()).strip().replaceAll("\\s*\\R\\s*", " ");
            String where = "line " + malformed.getLine() + ", column " + malformed.getColumn();
            throw new ClewException(
                    ErrorCode.BAD_REQUEST,
                    "The update is malformed at " + where + ": " + sentence,
                    List.of(new Problem("update", sentence, where)));
        } catch (QueryException malformed) {
            throw new ClewException(
                    ErrorCode.BAD_REQUEST, "The update is malformed: " + malformed.getMessage(), malformed);
        } catch (StackOverflowError tooDeep) {
            throw new ClewException(ErrorCode.BAD_REQUEST, "The update nests too deeply: split it.", tooDeep);
        }
    }

    private static void addGraphs(Update operation, @Nullable DatasetDescription graphs) {
        if (graphs == null || !(operation instanceof UpdateModify modify)) {
            return;
        }
        if (!modify.getUsing().isEmpty() || !modify.getUsingNamed().isEmpty() || modify.getWithIRI() != null) {
            throw new ClewException(
                    ErrorCode.BAD_REQUEST,
                    "The update names graphs by USING or WITH and the request by using-graph-uri: name them in one place.");
        }
        graphs.getDefaultGraphURIs().forEach(graph -> modify.addUsing(NodeFactory.createURI(graph)));
        graphs.getNamedGraphURIs().forEach(graph -> modify.addUsingNamed(NodeFactory.createURI(graph)));
    }
}
