package dev.clew.web.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.model.Entity;
import dev.clew.model.EntityCodes;
import dev.clew.model.Fact;
import org.jspecify.annotations.Nullable;

/** An entity as JSON, with everything that it names labelled. */
record EntityJson(NamedJson names) {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    ObjectNode entity(Entity entity) {
        ObjectNode json = NODES.objectNode()
                .put("type", "entity")
                .put("id", entity.id())
                .put("label", entity.naming().label())
                .put("language", entity.naming().language())
                .put("kind", entity.kind().label());
        optional(json, "definition", entity.naming().definition());
        entity.naming().aliases().forEach(json.putArray("aliases")::add);
        entity.codes().sameAs().forEach(json.putArray("sameAs")::add);
        json.set("codes", codes(entity.codes()));
        ArrayNode framings = json.putArray("framings");
        entity.framings()
                .forEach(framing -> framings.addObject()
                        .put("id", framing.id())
                        .put("label", framing.label())
                        .put("definition", framing.definition()));
        ArrayNode facts = json.putArray("facts");
        entity.facts().forEach(fact -> facts.add(fact(fact)));
        json.set("source", names.source(entity.source()));
        optional(json, "note", entity.note());
        return json;
    }

    private static ObjectNode codes(EntityCodes codes) {
        ObjectNode json = NODES.objectNode();
        optional(json, "isoAlpha2", codes.isoAlpha2());
        optional(json, "isoAlpha3", codes.isoAlpha3());
        optional(json, "isoNumeric", codes.isoNumeric());
        return json;
    }

    private ObjectNode fact(Fact fact) {
        ObjectNode json = NODES.objectNode();
        json.set("relation", names.relation(fact.relation()));
        json.set("object", names.entity(fact.object()));
        json.set("source", names.source(fact.source()));
        optional(json, "from", fact.period().from());
        optional(json, "until", fact.period().until());
        return json;
    }

    static void optional(ObjectNode json, String field, @Nullable String value) {
        if (value != null) {
            json.put(field, value);
        }
    }
}
