package dev.clew.web.account;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.desk.Account;
import dev.clew.desk.Actor;
import dev.clew.desk.Desk;
import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.model.Role;
import dev.clew.web.http.Answer;
import dev.clew.web.http.Fields;
import dev.clew.web.http.Form;
import dev.clew.web.http.Parameter;
import dev.clew.web.http.Route;
import dev.clew.web.http.Takes;
import java.util.List;
import java.util.stream.Stream;

/** {@code /api/accounts}: what an admin sees to. */
final class AccountsCalls {
    private static final Parameter NAME = Parameter.path("name", new Form.Id(), "Which account.");

    private final Desk desk;

    AccountsCalls(Desk desk) {
        this.desk = desk;
    }

    Stream<Route> routes() {
        return Stream.of(
                new Route(
                        new Route.Address("GET", "/api/accounts", Role.ADMIN),
                        "Every account, by name.",
                        List.of(),
                        Route.Produces.json("Accounts"),
                        asked -> list()),
                new Route(
                        new Route.Address("POST", "/api/accounts", Role.ADMIN),
                        "Makes an account, and a one-time link by which its owner sets a password.",
                        Takes.json(List.of(), "NewAccount"),
                        Route.Produces.created("AccountLink"),
                        this::add),
                new Route(
                        new Route.Address("PUT", "/api/accounts/{name}", Role.ADMIN),
                        "Gives an account another role, disables or enables it; the last admin stays one.",
                        Takes.json(List.of(NAME), "AccountChange"),
                        Route.Produces.json("Account"),
                        this::change),
                new Route(
                        new Route.Address("POST", "/api/accounts/{name}/link", Role.ADMIN),
                        "Makes a one-time link by which the account's owner sets another password.",
                        List.of(NAME),
                        Route.Produces.created("AccountLink"),
                        this::link),
                new Route(
                        new Route.Address("DELETE", "/api/accounts/{name}/tokens/{number}", Role.ADMIN),
                        "Revokes a token of an account at once.",
                        List.of(NAME, Parameter.path("number", new Form.Whole(1, 999_999_999_999L), "Which token.")),
                        Route.Produces.NOTHING,
                        this::revoke));
    }

    private Answer list() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        var list = json.putArray("accounts");
        desk.accounts()
                .list()
                .forEach(
                        each -> list.add(AccountJson.account(each, desk.tokens().of(each.name()))));
        return Answer.json(json);
    }

    private Answer add(Route.Asked asked) {
        Fields fields = Fields.of(asked.body(), "name", "role");
        Account made = desk.accounts()
                .add(fields.text("name"), Role.ofAccount(fields.text("role")), OwnAccountCalls.actor(asked));
        return linkTo(made, OwnAccountCalls.actor(asked));
    }

    private Answer link(Route.Asked asked) {
        Account account = require(asked.arguments().text("name"));
        return linkTo(account, OwnAccountCalls.actor(asked));
    }

    private Answer linkTo(Account account, Actor by) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("account", AccountJson.account(account, desk.tokens().of(account.name())));
        json.put("link", "/join#" + desk.invitations().forAccount(account.name(), by));
        return Answer.json(json).withStatus(201);
    }

    private Answer change(Route.Asked asked) {
        Fields fields = Fields.of(asked.body(), "role", "disabled");
        String name = asked.arguments().text("name");
        Actor by = OwnAccountCalls.actor(asked);
        require(name);
        fields.optionalText("role")
                .map(Role::ofAccount)
                .ifPresent(role -> desk.accounts().setRole(name, role, by));
        fields.optionalFlag("disabled").ifPresent(disabled -> desk.accounts().setDisabled(name, disabled, by));
        return Answer.json(AccountJson.account(require(name), desk.tokens().of(name)));
    }

    private Answer revoke(Route.Asked asked) {
        desk.tokens()
                .revoke(
                        asked.arguments().text("name"),
                        asked.arguments().whole("number"),
                        OwnAccountCalls.actor(asked));
        return Answer.of(Answer.JSON, new byte[0]).withStatus(204);
    }

    private Account require(String name) {
        return desk.accounts()
                .find(name)
                .orElseThrow(() -> new ClewException(ErrorCode.NOT_FOUND, "There is no account '" + name + "'."));
    }
}
