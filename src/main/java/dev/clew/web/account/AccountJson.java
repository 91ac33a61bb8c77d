package dev.clew.web.account;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.desk.Account;
import dev.clew.desk.Token;
import java.util.List;

/** Accounts and tokens as answers tell them. */
final class AccountJson {
    private AccountJson() {}

    static ObjectNode account(Account account, List<Token> tokens) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("name", account.name())
                .put("role", account.role().code())
                .put("disabled", account.isDisabled())
                .put("hasPassword", account.hasPassword())
                .put("made", account.made().toString());
        var list = json.putArray("tokens");
        tokens.forEach(each -> list.add(token(each)));
        return json;
    }

    static ObjectNode token(Token token) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("number", token.number())
                .put("label", token.label())
                .put("made", token.made().toString());
    }
}
