package dev.clew.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.model.ClewException;
import dev.clew.model.Link;
import dev.clew.model.RelationType;
import dev.clew.model.Relations;
import dev.clew.model.Scope;
import dev.clew.model.Sign;
import org.jspecify.annotations.Nullable;

/** A link in JSON; its sign may be left out and is then the relation's own. */
final class LinkJson {
    private LinkJson() {}

    static ObjectNode write(Link link) {
        Scope scope = link.scope();
        return new JsonObjects()
                .text("subject", link.subject().entity())
                .text("relation", link.relation())
                .text("object", link.object().entity())
                .text("sign", link.sign().symbol())
                .flag("denied", link.denied())
                .text("subjectFraming", link.subject().framing())
                .text("objectFraming", link.object().framing())
                .object(
                        "scope",
                        new JsonObjects()
                                .text("where", scope.where())
                                .text("period", scope.period())
                                .text("condition", scope.condition())
                                .node())
                .node();
    }

    static Link read(JsonFields fields, Relations relations) {
        String relation = fields.requiredText("relation");
        return new Link(
                end(fields, "subject"),
                relation,
                end(fields, "object"),
                new Link.Stance(sign(fields.text("sign"), relation, relations), fields.flag("denied")),
                fields.object("scope", Scope.NONE, LinkJson::scope));
    }

    private static Link.End end(JsonFields fields, String name) {
        return new Link.End(fields.requiredText(name), fields.text(name + "Framing"));
    }

    private static Sign sign(@Nullable String symbol, String relation, Relations relations) {
        if (symbol == null) {
            return relations
                    .find(relation)
                    .map(RelationType::defaultSign)
                    .orElseThrow(() -> ClewException.invalid(
                            "relation", "must be a relation; /api/relations lists them", relation));
        }
        return Sign.find(symbol).orElseThrow(() -> ClewException.invalid("sign", "must be +, - or 0", symbol));
    }

    private static Scope scope(JsonFields fields) {
        return new Scope(fields.text("where"), fields.text("period"), fields.text("condition"));
    }
}
