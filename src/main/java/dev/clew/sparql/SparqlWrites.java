package dev.clew.sparql;

import dev.clew.ledger.Ledger;
import dev.clew.ledger.Position;
import dev.clew.model.Caller;
import dev.clew.model.Role;
import dev.clew.ontology.RecordRdf;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Function;
import java.util.function.LongPredicate;
import org.apache.jena.fuseki.servlets.HttpAction;

/**
 * What writing by SPARQL Update and the Graph Store Protocol goes through.
 *
 * @param callers tells who sends a request, or refuses it
 * @param ledger what is written to, through its door
 * @param rdf reads records out of graphs
 * @param awaitVisible waits a bounded time until everything shows a change; true when it does
 */
public record SparqlWrites(
        Function<HttpServletRequest, Caller> callers, Ledger ledger, RecordRdf rdf, LongPredicate awaitVisible) {
    /**
     * The curator who sends it.
     *
     * @throws dev.clew.model.ClewException unauthenticated or forbidden when it is no curator
     */
    Caller require(HttpAction action) {
        return callers.apply(action.getRequest()).require(Role.CURATOR);
    }

    /** Waits until what is read shows the ledger's last change, as far as it can soon; whether it does. */
    boolean awaitHead() {
        Position head = ledger.head();
        return head.n() == 0 || awaitVisible.test(head.n());
    }
}
