package dev.clew.sparql;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.model.Problem;
import java.util.List;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.update.Update;
import org.apache.jena.update.UpdateFactory;
import org.apache.jena.update.UpdateRequest;

/** What an update passes before it is run: the bounds of a query's text, standard syntax, and {@link UpdateRules}. */
final class UpdateGate {
    private final String base;
    private final QueryGate bounds;

    UpdateGate(String base, int limitCharacters) {
        this.base = base;
        this.bounds = new QueryGate(base, limitCharacters);
    }

    /**
     * The update of this text; relative addresses in it stand under the base.
     *
     * @throws ClewException too-large, bad-request, or invalid with what to write instead
     */
    UpdateRequest admit(String text) {
        bounds.requireWithinBounds("update", text);
        try {
            UpdateRequest update = UpdateFactory.create(text, base, Syntax.syntaxSPARQL_12);
            UpdateRules rules = new UpdateRules(base);
            for (Update operation : update.getOperations()) {
                operation.visit(rules);
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
}
