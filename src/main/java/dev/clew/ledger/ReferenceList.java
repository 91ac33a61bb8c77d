package dev.clew.ledger;

import dev.clew.model.ClewRecord;
import dev.clew.model.Entity;
import dev.clew.model.Insight;
import dev.clew.model.Link;
import dev.clew.model.Quantity;
import dev.clew.model.RecordName;
import dev.clew.model.RecordType;
import dev.clew.model.Redirect;
import dev.clew.model.Source;
import dev.clew.ontology.RecordClass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every place where a record refers to another, with what may stand there. */
final class ReferenceList {
    private static final Set<RecordClass> ANY_INSIGHT = ofType(RecordType.INSIGHT);
    private static final Set<RecordClass> ANY_ENTITY = ofType(RecordType.ENTITY);
    private static final Set<RecordClass> ANY_SOURCE = ofType(RecordType.SOURCE);
    private static final Set<RecordClass> SPOKEN_OR_WRITTEN = EnumSet.of(RecordClass.EPISODE, RecordClass.DOCUMENT);
    private static final Set<RecordClass> SPEAKERS = EnumSet.of(RecordClass.PERSON, RecordClass.ORGANIZATION);
    private static final Set<RecordClass> HOLDERS =
            EnumSet.of(RecordClass.PERSON, RecordClass.ORGANIZATION, RecordClass.NATION, RecordClass.ALLIANCE);

    private final List<Reference> references = new ArrayList<>();

    private ReferenceList() {}

    static List<Reference> of(ClewRecord record) {
        ReferenceList list = new ReferenceList();
        switch (record) {
            case Insight insight -> list.add(insight);
            case Entity entity -> list.add(entity);
            case Source source -> list.add(source);
            case Redirect redirect -> list.entity("replacedBy", redirect.to(), ANY_ENTITY);
        }
        return list.references;
    }

    private static Set<RecordClass> ofType(RecordType type) {
        return Arrays.stream(RecordClass.values())
                .filter(each -> each.type() == type && each != RecordClass.REDIRECT)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(RecordClass.class)));
    }

    private void add(Insight insight) {
        source("source", insight.passage().source(), SPOKEN_OR_WRITTEN);
        optionalEntity("holder", insight.belief().holder(), HOLDERS);
        optionalEntity("speaker", insight.belief().speaker(), SPEAKERS);
        for (int i = 0; i < insight.links().size(); i++) {
            add("links[" + i + "].", insight.links().get(i));
        }
        for (int i = 0; i < insight.quantities().size(); i++) {
            add("quantities[" + i + "].", insight.quantities().get(i));
        }
        insights("supports", insight.references().supports());
        insights("contradicts", insight.references().contradicts());
        insights("refines", insight.references().refines());
        insights("cites", insight.references().cites());
        insights("rivals", insight.references().rivals());
        entities("topics", insight.subjects().topics(), EnumSet.of(RecordClass.CONCEPT));
        entities("mentions", insight.subjects().mentions(), ANY_ENTITY);
    }

    private void add(String path, Link link) {
        end(path + "subject", link.subject());
        end(path + "object", link.object());
        optionalEntity(path + "scope.where", link.scope().where(), ANY_ENTITY);
    }

    private void end(String path, Link.End end) {
        references.add(new Reference(path, RecordName.entity(end.entity()), ANY_ENTITY, end.framing()));
    }

    private void add(String path, Quantity quantity) {
        switch (quantity) {
            case Quantity.Value value -> entity(path + "of", value.of(), ANY_ENTITY);
            case Quantity.Factor factor -> {
                entity(path + "cause", factor.cause(), ANY_ENTITY);
                entity(path + "effect", factor.effect(), ANY_ENTITY);
            }
            case Quantity.Product product -> {
                entity(path + "result", product.result(), ANY_ENTITY);
                entities(path + "factors", product.factors(), ANY_ENTITY);
            }
        }
    }

    private void add(Entity entity) {
        source("source", entity.source(), ANY_SOURCE);
        for (int i = 0; i < entity.facts().size(); i++) {
            entity("facts[" + i + "].object", entity.facts().get(i).object(), ANY_ENTITY);
            source("facts[" + i + "].source", entity.facts().get(i).source(), ANY_SOURCE);
        }
    }

    private void add(Source source) {
        String podcast = source.podcast();
        if (podcast != null) {
            source("podcast", podcast, EnumSet.of(RecordClass.PODCAST));
        }
        for (int i = 0; i < source.people().size(); i++) {
            entity("people[" + i + "].person", source.people().get(i).person(), SPEAKERS);
        }
    }

    private void entity(String path, String id, Set<RecordClass> allowed) {
        references.add(new Reference(path, RecordName.entity(id), allowed, null));
    }

    private void optionalEntity(String path, @Nullable String id, Set<RecordClass> allowed) {
        if (id != null) {
            entity(path, id, allowed);
        }
    }

    private void entities(String path, List<String> ids, Set<RecordClass> allowed) {
        for (int i = 0; i < ids.size(); i++) {
            entity(path + "[" + i + "]", ids.get(i), allowed);
        }
    }

    private void insights(String path, List<String> ids) {
        for (int i = 0; i < ids.size(); i++) {
            references.add(new Reference(path + "[" + i + "]", RecordName.insight(ids.get(i)), ANY_INSIGHT, null));
        }
    }

    private void source(String path, String id, Set<RecordClass> allowed) {
        references.add(new Reference(path, RecordName.source(id), allowed, null));
    }
}
