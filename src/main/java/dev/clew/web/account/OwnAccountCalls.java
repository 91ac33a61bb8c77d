package dev.clew.web.account;

import dev.clew.desk.Account;
import dev.clew.desk.Actor;
import dev.clew.desk.Desk;
import dev.clew.desk.Token;
import dev.clew.model.Role;
import dev.clew.web.http.Answer;
import dev.clew.web.http.Fields;
import dev.clew.web.http.Form;
import dev.clew.web.http.Parameter;
import dev.clew.web.http.Route;
import dev.clew.web.http.Takes;
import java.util.List;
import java.util.stream.Stream;

/** {@code /api/account}: what somebody sees to in their own account. */
final class OwnAccountCalls {
    private final Desk desk;
    private final SessionAnswers answers;

    OwnAccountCalls(Desk desk, SessionAnswers answers) {
        this.desk = desk;
        this.answers = answers;
    }

    Stream<Route> routes() {
        return Stream.of(
                new Route(
                        new Route.Address("GET", "/api/account", Role.READER),
                        "The caller's account with its tokens.",
                        List.of(),
                        Route.Produces.json("Account"),
                        asked -> account(asked.caller().name())),
                new Route(
                        new Route.Address("POST", "/api/account/tokens", Role.READER),
                        "Makes a token, which is shown in this answer only.",
                        Takes.json(List.of(), "TokenLabel"),
                        Route.Produces.created("IssuedToken"),
                        this::issue),
                new Route(
                        new Route.Address("DELETE", "/api/account/tokens/{number}", Role.READER),
                        "Revokes a token at once.",
                        List.of(Parameter.path("number", new Form.Whole(1, 999_999_999_999L), "Which token.")),
                        Route.Produces.NOTHING,
                        this::revoke),
                new Route(
                        new Route.Address("PUT", "/api/account/password", Role.READER),
                        "Sets another password and ends every other session of the account.",
                        Takes.json(List.of(), "PasswordChange"),
                        Route.Produces.json("Session"),
                        this::changePassword));
    }

    private Answer account(String name) {
        Account account = desk.accounts().find(name).orElseThrow();
        return Answer.json(AccountJson.account(account, desk.tokens().of(name)));
    }

    private Answer issue(Route.Asked asked) {
        String label = Fields.of(asked.body(), "label").text("label");
        Token.Issued issued = desk.tokens().issue(asked.caller().name(), label, actor(asked));
        return Answer.json(AccountJson.token(issued.token()).put("token", issued.secret()))
                .withStatus(201);
    }

    private Answer revoke(Route.Asked asked) {
        desk.tokens().revoke(asked.caller().name(), asked.arguments().whole("number"), actor(asked));
        return Answer.of(Answer.JSON, new byte[0]).withStatus(204);
    }

    private Answer changePassword(Route.Asked asked) {
        Fields fields = Fields.of(asked.body(), "present", "password");
        return answers.opened(desk.signIn()
                .changePassword(
                        asked.caller().name(),
                        fields.text("present"),
                        fields.text("password"),
                        asked.sent().origin().address()));
    }

    static Actor actor(Route.Asked asked) {
        return new Actor(asked.caller().name(), asked.sent().origin().address());
    }
}
