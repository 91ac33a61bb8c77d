package dev.clew.sparql;

import dev.clew.sparql.crowd.Admission;
import dev.clew.sparql.guard.Budget;
import java.time.Duration;
import java.util.function.Function;
import org.apache.jena.fuseki.servlets.HttpAction;

/**
 * What the operations of an endpoint have in common: its limits, who is let in, and what is on its way to clients. One for all
 * of them, so that whoever is turned away gains nothing by asking in another way.
 */
record Shared(SparqlSettings settings, Admission admission, Outgoing outgoing) {
    static Shared of(SparqlSettings settings, Admission admission) {
        return new Shared(settings, admission, new Outgoing(settings.answers().bytes()));
    }

    /**
     * Counts a request to its client's share.
     *
     * @throws dev.clew.model.ClewException (too-many-requests) when the client asks too much
     */
    Admission.Question ask(HttpAction action) {
        return admission.ask(action.getRequest().getRemoteAddr());
    }

    /**
     * Waits for a place, and evaluates in it, watched. The place is kept until the question is closed.
     *
     * @param timeLimit for the evaluation, without the wait
     * @param work stops when its budget says so
     * @throws dev.clew.model.ClewException (busy) when no place is free in time; (timed-out) when it was stopped
     */
    <T> T evaluate(HttpAction action, Admission.Question question, Duration timeLimit, Function<Budget, T> work) {
        question.enter();
        Budget budget = new Budget(timeLimit, SparqlSettings.LIMIT_HELD_ROWS);
        return question.watched(budget, EndpointHandler.hasLeft(action.getRequest()), () -> work.apply(budget));
    }

    /** The same within the time limit of the settings. */
    <T> T evaluate(HttpAction action, Admission.Question question, Function<Budget, T> work) {
        return evaluate(action, question, settings.timeLimit(), work);
    }
}
