package dev.clew.web.curate;

import dev.clew.ingest.feed.Polling;
import dev.clew.ledger.Ledger;
import dev.clew.web.http.Route;
import java.util.List;

/** The routes by which curators subscribe to feeds. */
public final class FeedRoutes {
    private FeedRoutes() {}

    /** All of them. */
    public static List<Route> of(Polling polling, Ledger ledger) {
        return new SubscriptionCalls(polling, ledger).routes().toList();
    }
}
