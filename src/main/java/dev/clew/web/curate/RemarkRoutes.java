package dev.clew.web.curate;

import dev.clew.desk.Remarks;
import dev.clew.ledger.Ledger;
import dev.clew.web.http.Route;
import java.util.List;

/** The routes by which readers say what they think of claims. */
public final class RemarkRoutes {
    private RemarkRoutes() {}

    /** All of them. */
    public static List<Route> of(Remarks remarks, Ledger ledger) {
        return new RemarkCalls(remarks, ledger).routes().toList();
    }
}
