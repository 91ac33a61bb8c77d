package dev.clew.sparql;

import dev.clew.model.Caller;
import dev.clew.model.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Function;
import org.apache.jena.fuseki.servlets.HttpAction;

/**
 * Who may write by SPARQL and the Graph Store Protocol: curators.
 *
 * @param callers tells who sends a request
 */
record Writers(Function<HttpServletRequest, Caller> callers) {
    /**
     * The curator who sends it.
     *
     * @throws dev.clew.model.ClewException unauthenticated or forbidden when it is no curator
     */
    Caller require(HttpAction action) {
        return callers.apply(action.getRequest()).require(Role.CURATOR);
    }
}
