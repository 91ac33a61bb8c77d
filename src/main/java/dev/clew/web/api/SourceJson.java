package dev.clew.web.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.model.Source;
import org.jspecify.annotations.Nullable;

/** A source as JSON, with everything that it names labelled. */
record SourceJson(NamedJson names) {
    ObjectNode source(Source source) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("type", "source")
                .put("id", source.id())
                .put("kind", SourceKinds.label(source.kind()))
                .put("title", source.title());
        String podcast = source.podcast();
        if (podcast != null) {
            json.set("podcast", names.source(podcast));
        }
        whole(json, "season", source.place().season());
        whole(json, "number", source.place().number());
        publication(json, source.publication());
        ArrayNode people = json.putArray("people");
        source.people().forEach(each -> {
            ObjectNode one = people.addObject();
            one.set("person", names.entity(each.person()));
            one.put("role", each.role());
        });
        EntityJson.optional(json, "note", source.note());
        return json;
    }

    private static void publication(ObjectNode json, Source.Publication publication) {
        if (publication.date() != null) {
            json.put("date", publication.date().toString());
        }
        EntityJson.optional(json, "url", publication.url());
        EntityJson.optional(json, "enclosure", publication.enclosure());
        whole(json, "duration", publication.duration());
        EntityJson.optional(json, "licence", publication.licence());
    }

    private static void whole(ObjectNode json, String name, @Nullable Integer value) {
        if (value != null) {
            json.put(name, value);
        }
    }
}
