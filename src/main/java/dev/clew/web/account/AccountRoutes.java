package dev.clew.web.account;

import dev.clew.desk.Desk;
import dev.clew.web.http.Route;
import java.util.List;
import java.util.stream.Stream;

/** The routes about who asks. */
public final class AccountRoutes {
    private AccountRoutes() {}

    /** All of them, over this desk. */
    public static List<Route> of(Desk desk) {
        return Stream.of(new SessionCalls().routes(), new AuditCalls(desk.audit()).routes())
                .flatMap(each -> each)
                .toList();
    }
}
