package dev.clew.sparql;

import dev.clew.ledger.Position;
import dev.clew.sparql.guard.Budget;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.update.Update;
import org.apache.jena.update.UpdateRequest;

/** What updates are run on, and what they must keep to there. */
interface UpdateTarget {
    /**
     * Lets only those through who may write.
     *
     * @throws dev.clew.model.ClewException unauthenticated or forbidden
     */
    void require(HttpAction action);

    /**
     * Refuses an operation that cannot be done here.
     *
     * @throws dev.clew.model.ClewException (invalid or bad-request) with what to write instead
     */
    void check(Update operation);

    /**
     * Runs an update that has passed; all of it is written, or none.
     *
     * @param budget ends what comes before it is written
     * @throws dev.clew.model.ClewException (timed-out) as the budget says
     */
    Position run(HttpAction action, UpdateRequest update, Budget budget);

    /** Waits a bounded time until everything shows what was written; true when it does. */
    boolean isVisible(Position written);
}
