package dev.clew.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.model.ClewException;
import dev.clew.model.Entity;
import dev.clew.model.EntityCodes;
import dev.clew.model.EntityKind;
import dev.clew.model.EntityNaming;
import dev.clew.model.Fact;
import dev.clew.model.Framing;
import dev.clew.model.Redirect;
import java.util.Arrays;
import java.util.stream.Collectors;

/** An entity in JSON. */
final class EntityJson {
    private EntityJson() {}

    static void write(Entity entity, JsonObjects out) {
        EntityCodes codes = entity.codes();
        out.text("label", entity.naming().label())
                .text("language", entity.naming().language())
                .text("kind", entity.kind().label())
                .texts("aliases", entity.naming().aliases())
                .text("definition", entity.naming().definition())
                .texts("sameAs", codes.sameAs())
                .object(
                        "codes",
                        new JsonObjects()
                                .text("isoAlpha2", codes.isoAlpha2())
                                .text("isoAlpha3", codes.isoAlpha3())
                                .text("isoNumeric", codes.isoNumeric())
                                .node())
                .objects("framings", entity.framings(), EntityJson::write)
                .objects("facts", entity.facts(), EntityJson::write)
                .text("source", entity.source())
                .text("note", entity.note());
    }

    static void write(Redirect redirect, JsonObjects out) {
        out.text("replacedBy", redirect.to()).text("label", redirect.label()).text("language", redirect.language());
    }

    static Redirect readRedirect(String id, JsonFields fields) {
        return new Redirect(
                id, fields.requiredText("replacedBy"), fields.requiredText("label"), fields.text("language", "en"));
    }

    private static ObjectNode write(Framing framing) {
        return new JsonObjects()
                .text("id", framing.id())
                .text("label", framing.label())
                .text("definition", framing.definition())
                .node();
    }

    private static ObjectNode write(Fact fact) {
        return new JsonObjects()
                .text("relation", fact.relation())
                .text("object", fact.object())
                .text("source", fact.source())
                .text("from", fact.period().from())
                .text("until", fact.period().until())
                .node();
    }

    static Entity read(String id, JsonFields fields) {
        return new Entity(
                id,
                kind(fields.requiredText("kind")),
                new EntityNaming(
                        fields.requiredText("label"),
                        fields.text("language", "en"),
                        fields.texts("aliases"),
                        fields.text("definition")),
                codes(fields),
                fields.objects("framings", EntityJson::framing),
                fields.objects("facts", EntityJson::fact),
                fields.requiredText("source"),
                fields.text("note"));
    }

    private static EntityKind kind(String label) {
        return EntityKind.find(label).orElseThrow(() -> {
            String choices =
                    Arrays.stream(EntityKind.values()).map(EntityKind::label).collect(Collectors.joining(", "));
            return ClewException.invalid("kind", "must be one of " + choices, label);
        });
    }

    private static EntityCodes codes(JsonFields fields) {
        EntityCodes others = new EntityCodes(null, null, null, fields.texts("sameAs"));
        return fields.object(
                "codes",
                others,
                codes -> new EntityCodes(
                        codes.text("isoAlpha2"), codes.text("isoAlpha3"), codes.text("isoNumeric"), others.sameAs()));
    }

    private static Framing framing(JsonFields fields) {
        return new Framing(fields.requiredText("id"), fields.requiredText("label"), fields.requiredText("definition"));
    }

    private static Fact fact(JsonFields fields) {
        return new Fact(
                fields.requiredText("relation"),
                fields.requiredText("object"),
                fields.requiredText("source"),
                new Fact.Period(fields.text("from"), fields.text("until")));
    }
}
