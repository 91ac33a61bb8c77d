package dev.clew.web.account;

import dev.clew.desk.Desk;
import dev.clew.web.http.Route;
import dev.clew.web.http.SessionCookie;
import java.util.List;
import java.util.stream.Stream;

/** The routes about who asks. */
public final class AccountRoutes {
    private AccountRoutes() {}

    /**
     * All of them, over this desk.
     *
     * @param cookie what holds a session's secret
     */
    public static List<Route> of(Desk desk, SessionCookie cookie) {
        SessionAnswers sessions = new SessionAnswers(cookie);
        return Stream.of(
                        new SessionCalls(desk, sessions).routes(),
                        new OwnAccountCalls(desk, sessions).routes(),
                        new AccountsCalls(desk).routes(),
                        new AuditCalls(desk.audit()).routes())
                .flatMap(each -> each)
                .toList();
    }
}
