package dev.clew.web.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.model.Attribution;
import dev.clew.model.ClewRecord;
import dev.clew.model.Entity;
import dev.clew.model.EntityKind;
import dev.clew.model.Insight;
import dev.clew.model.Link;
import dev.clew.model.RecordName;
import dev.clew.model.Redirect;
import dev.clew.model.Source;
import dev.clew.model.SourceKind;
import dev.clew.ontology.Base;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Records in the words of <a href="https://schema.org/Claim">schema.org</a>, as the heads of pages carry them. */
final class SchemaOrg {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final View view;
    private final Base base;

    SchemaOrg(View view, Base base) {
        this.view = view;
        this.base = base;
    }

    /** The record as JSON-LD. */
    ObjectNode of(ClewRecord record) {
        ObjectNode json = NODES.objectNode().put("@context", "https://schema.org/");
        switch (record) {
            case Insight insight -> claim(json, insight);
            case Entity entity -> thing(json, entity);
            case Source source -> work(json, source);
            case Redirect redirect ->
                throw new IllegalArgumentException("a redirect has no page of its own: " + redirect.id());
        }
        return json;
    }

    private ObjectNode named(ObjectNode json, String type, RecordName name) {
        return json.put("@type", type)
                .put("@id", base.iri(name))
                .put("identifier", name.id())
                .put("url", base.iri(name));
    }

    private void claim(ObjectNode json, Insight insight) {
        named(json, "Claim", insight.name());
        json.put("text", insight.claim().text())
                .put("inLanguage", insight.claim().language());
        boolean believed = insight.belief().attribution() != Attribution.INFERRED;
        reference(json, "author", believed ? insight.belief().holder() : null);
        reference(json, "contributor", insight.belief().speaker());
        view.source(insight.passage().source()).ifPresent(source -> work(json.putObject("appearance"), source));
        Set<String> about = new LinkedHashSet<>();
        for (Link link : insight.links()) {
            about.add(link.subject().entity());
            about.add(link.object().entity());
        }
        about.addAll(insight.subjects().topics());
        references(json.putArray("about"), about);
        references(json.putArray("mentions"), insight.subjects().mentions());
        ArrayNode citations = json.putArray("citation");
        insight.references().cites().forEach(id -> citations.addObject().put("@id", base.iri(RecordName.insight(id))));
    }

    private void thing(ObjectNode json, Entity entity) {
        named(json, type(entity.kind()), entity.name())
                .put("name", entity.naming().label());
        entity.naming().aliases().forEach(json.putArray("alternateName")::add);
        String definition = entity.naming().definition();
        if (definition != null) {
            json.put("description", definition);
        }
        entity.codes().sameAs().forEach(json.putArray("sameAs")::add);
    }

    private static String type(EntityKind kind) {
        return switch (kind) {
            case NATION -> "Country";
            case ORGANIZATION, ALLIANCE -> "Organization";
            case PERSON -> "Person";
            case EVENT -> "Event";
            case CONCEPT -> "DefinedTerm";
            case STRATEGY, RESOURCE, TECHNOLOGY, POLICY -> "Thing";
        };
    }

    private void work(ObjectNode json, Source source) {
        String type = switch (source.kind()) {
            case PODCAST -> "PodcastSeries";
            case EPISODE -> "PodcastEpisode";
            case DOCUMENT -> "CreativeWork";
        };
        named(json, type, source.name()).put("name", source.title());
        Source.Publication publication = source.publication();
        if (publication.date() != null) {
            json.put("datePublished", publication.date().toString());
        }
        place(json, source.place());
        optional(json, "mainEntityOfPage", publication.url());
        optional(json, "license", publication.licence());
        if (publication.duration() != null) {
            json.put("duration", Duration.ofSeconds(publication.duration()).toString());
        }
        if (publication.enclosure() != null) {
            json.putObject("associatedMedia").put("@type", "AudioObject").put("contentUrl", publication.enclosure());
        }
        String podcast = source.podcast();
        if (source.kind() == SourceKind.EPISODE && podcast != null) {
            view.source(podcast)
                    .ifPresent(series -> named(json.putObject("partOfSeries"), "PodcastSeries", series.name())
                            .put("name", series.title()));
        }
        ArrayNode people = json.putArray("contributor");
        source.people().forEach(each -> reference(people.addObject(), each.person()));
    }

    private static void place(ObjectNode json, Source.Place place) {
        if (place.number() != null) {
            json.put("episodeNumber", place.number());
        }
        if (place.season() != null) {
            json.putObject("partOfSeason").put("@type", "PodcastSeason").put("seasonNumber", place.season());
        }
    }

    private static void optional(ObjectNode json, String name, @Nullable String value) {
        if (value != null) {
            json.put(name, value);
        }
    }

    private void reference(ObjectNode json, String name, @Nullable String entity) {
        if (entity != null) {
            reference(json.putObject(name), entity);
        }
    }

    private void references(ArrayNode json, Iterable<String> entities) {
        entities.forEach(id -> reference(json.addObject(), id));
    }

    /** What an entity is called, enough to tell it apart. */
    private void reference(ObjectNode json, String id) {
        json.put("@id", base.iri(RecordName.entity(id)));
        view.entity(id)
                .ifPresent(entity -> json.put("@type", type(entity.kind()))
                        .put("name", entity.naming().label()));
    }
}
