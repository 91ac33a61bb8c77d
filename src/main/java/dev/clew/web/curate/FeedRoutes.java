package dev.clew.web.curate;

import dev.clew.ingest.feed.Polling;
import dev.clew.ledger.Ledger;
import dev.clew.web.http.Route;
import java.util.List;
import java.util.function.LongPredicate;

/** The routes by which curators subscribe to feeds. */
public final class FeedRoutes {
    private FeedRoutes() {}

    /**
     * All of them.
     *
     * @param awaitVisible waits a bounded time until everything shows a change; true when it does
     */
    public static List<Route> of(Polling polling, Ledger ledger, LongPredicate awaitVisible) {
        return new SubscriptionCalls(polling, ledger, awaitVisible).routes().toList();
    }
}
