package dev.clew.web.account;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.clew.desk.Actor;
import dev.clew.desk.Desk;
import dev.clew.desk.Session;
import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.model.Role;
import dev.clew.web.http.Answer;
import dev.clew.web.http.Fields;
import dev.clew.web.http.Route;
import dev.clew.web.http.Takes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code /api/session}: who asks, signing in and out; {@code /api/invitation}: coming in by a one-time link. */
final class SessionCalls {
    private final Desk desk;
    private final SessionAnswers answers;

    SessionCalls(Desk desk, SessionAnswers answers) {
        this.desk = desk;
        this.answers = answers;
    }

    Stream<Route> routes() {
        return Stream.of(
                Route.read(
                        "/api/session",
                        "Who asks, as their token or session says; the role anybody when nobody said.",
                        List.of(),
                        "Session",
                        this::session),
                new Route(
                        new Route.Address("POST", "/api/session", Role.ANYBODY),
                        "Signs in by name and password, and sets the session's cookie; 429 after too many failures.",
                        Takes.json(List.of(), "SignIn"),
                        Route.Produces.json("Session"),
                        this::signIn),
                new Route(
                        new Route.Address("DELETE", "/api/session", Role.READER),
                        "Signs out: the session ends everywhere.",
                        List.of(),
                        Route.Produces.NOTHING,
                        this::signOut),
                new Route(
                        new Route.Address("POST", "/api/invitation", Role.ANYBODY),
                        "Looks at a one-time link: for whom it is, and whether it makes the first admin.",
                        Takes.json(List.of(), "InvitationLink"),
                        Route.Produces.json("Invitation"),
                        this::invitation),
                new Route(
                        new Route.Address("PUT", "/api/invitation", Role.ANYBODY),
                        "Uses a one-time link: sets the password, makes the admin where it is for that, and signs in.",
                        Takes.json(List.of(), "InvitationAcceptance"),
                        Route.Produces.json("Session"),
                        this::accept));
    }

    private Answer session(Route.Asked asked) {
        Optional<Session> session = Optional.ofNullable(asked.sent().origin().sessionSecret())
                .flatMap(desk.sessions()::find)
                .filter(found -> found.caller().equals(asked.caller()));
        return Answer.json(session.map(SessionAnswers::session).orElseGet(() -> SessionAnswers.caller(asked.caller())))
                .with("Cache-Control", "no-store");
    }

    private Answer signIn(Route.Asked asked) {
        Fields fields = Fields.of(asked.body(), "name", "password");
        return renewed(
                asked,
                desk.signIn()
                        .signIn(
                                fields.text("name"),
                                fields.text("password"),
                                asked.sent().origin().address()));
    }

    /** A session in the place of the one that the browser had before. */
    private Answer renewed(Route.Asked asked, Session.Opened opened) {
        Optional.ofNullable(asked.sent().origin().sessionSecret()).ifPresent(desk.sessions()::end);
        return answers.opened(opened);
    }

    private Answer signOut(Route.Asked asked) {
        String secret = asked.sent().origin().sessionSecret();
        if (secret == null) {
            throw new ClewException(
                    ErrorCode.BAD_REQUEST, "There is no session to end: a token is revoked at /api/account/tokens.");
        }
        desk.signIn()
                .signOut(
                        secret,
                        new Actor(asked.caller().name(), asked.sent().origin().address()));
        return answers.closed();
    }

    private Answer invitation(Route.Asked asked) {
        String account = desk.invitations()
                .find(Fields.of(asked.body(), "link").text("link"))
                .orElseThrow(() -> new ClewException(
                        ErrorCode.NOT_FOUND, "This link was used already or is too old: ask an admin for another."));
        var json = JsonNodeFactory.instance.objectNode().put("first", account.isEmpty());
        if (!account.isEmpty()) {
            json.put("name", account);
        }
        return Answer.json(json).with("Cache-Control", "no-store");
    }

    private Answer accept(Route.Asked asked) {
        Fields fields = Fields.of(asked.body(), "link", "name", "password");
        return renewed(
                asked,
                desk.invitations()
                        .accept(
                                fields.text("link"),
                                fields.text("name"),
                                fields.text("password"),
                                asked.sent().origin().address()));
    }
}
