package dev.clew.web.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.model.ClewRecord;
import dev.clew.model.Entity;
import dev.clew.model.Framing;
import dev.clew.model.PathSentence;
import dev.clew.model.RecordName;
import dev.clew.model.RecordType;
import dev.clew.model.RelationType;
import dev.clew.model.Relations;
import dev.clew.model.Slug;
import dev.clew.model.Source;
import java.util.Optional;

/** Things named in an answer as {@code {id, label, kind}}; what is not published any more has its id for a label. */
record NamedJson(View view, Relations relations) implements PathSentence.Labels {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    ObjectNode entity(String id) {
        Optional<Entity> found = view.entity(id);
        ObjectNode json = NODES.objectNode().put("id", found.map(Entity::id).orElse(id));
        json.put("label", found.map(Entity::headline).orElse(id));
        found.ifPresent(entity -> json.put("kind", entity.kind().label()));
        return json;
    }

    ObjectNode source(String id) {
        Optional<Source> found = view.source(id);
        ObjectNode json = NODES.objectNode().put("id", id);
        json.put("label", found.map(Source::title).orElse(id));
        found.ifPresent(source -> json.put("kind", SourceKinds.label(source.kind())));
        return json;
    }

    ObjectNode relation(String id) {
        return NODES.objectNode().put("id", id).put("label", relationLabel(id));
    }

    String relationLabel(String id) {
        return relations
                .find(id)
                .map(RelationType::wording)
                .map(RelationType.Wording::label)
                .orElse(id);
    }

    /** The label of a record, or its id. */
    String label(RecordName name) {
        Optional<? extends ClewRecord> found =
                name.type() == RecordType.ENTITY ? view.entity(name.id()) : view.published(name);
        return found.map(ClewRecord::headline).orElse(name.id());
    }

    /** The label of a framing, or its id. */
    @Override
    public String framing(String entity, String framing) {
        return view.entity(entity)
                .flatMap(found -> found.framing(framing))
                .map(Framing::label)
                .orElse(framing);
    }

    @Override
    public String place(String stated) {
        return Slug.isSlug(stated) ? view.entity(stated).map(Entity::headline).orElse(stated) : stated;
    }
}
