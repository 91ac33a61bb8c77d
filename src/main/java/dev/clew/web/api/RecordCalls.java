package dev.clew.web.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.exchange.RecordJson;
import dev.clew.ledger.StoredRecord;
import dev.clew.model.ClewException;
import dev.clew.model.EdgePage;
import dev.clew.model.EdgeQuery;
import dev.clew.model.Edges;
import dev.clew.model.Entity;
import dev.clew.model.ErrorCode;
import dev.clew.model.Insight;
import dev.clew.model.Lens;
import dev.clew.model.RecordName;
import dev.clew.model.Redirect;
import dev.clew.model.Relations;
import dev.clew.model.Source;
import dev.clew.web.http.Answer;
import dev.clew.web.http.Arguments;
import dev.clew.web.http.Form;
import dev.clew.web.http.Parameter;
import dev.clew.web.http.Route;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The calls for single records: {@code /api/insights/ID}, {@code /api/entities/ID}, {@code /api/sources/ID}. */
final class RecordCalls {
    private static final int TOP_EDGES = 12;
    private static final Parameter ID = Parameter.path("id", new Form.Id(), "The id of the record.");
    private static final Parameter VERSION = Parameter.optional(
            "version",
            new Form.Whole(1, 999_999_999_999L),
            "A version, counted from 1; the current one when left out.");

    private final Edges edges;
    private final RecordCounts counts;
    private final Relations relations;
    private final Reads reads;
    private final RecordJson records;

    RecordCalls(Edges edges, RecordCounts counts, Relations relations, Reads reads) {
        this.records = new RecordJson(reads.base());
        this.edges = edges;
        this.counts = counts;
        this.relations = relations;
        this.reads = reads;
    }

    Stream<Route> routes() {
        return Stream.of(
                reads.route(
                        "/api/insights/{id}",
                        "One insight.",
                        List.of(ID, VERSION),
                        "Insight",
                        asked -> insight(asked.arguments())),
                reads.route(
                        "/api/entities/{id}",
                        "One entity, with its most voiced edges.",
                        List.of(ID, VERSION, LensForm.AS_OF),
                        "Entity",
                        asked -> entity(asked.arguments())),
                reads.route(
                        "/api/sources/{id}",
                        "One podcast, episode or document.",
                        List.of(ID, VERSION),
                        "Source",
                        asked -> source(asked.arguments())));
    }

    /** The JSON answer for a record, as its call under {@code /api} gives it. */
    Answer answer(RecordName name) {
        View view = reads.view();
        return answer(view, view.require(name));
    }

    private Answer insight(Arguments asked) {
        return stored(RecordName.insight(asked.text("id")), asked);
    }

    /** As of an earlier change its record and edges are those of then; counts of claims and mentions are of now. */
    private Answer entity(Arguments asked) {
        RecordName name = RecordName.entity(asked.text("id"));
        Optional<Long> asOf = reads.change(asked, "asOf");
        if (asOf.isEmpty()) {
            return stored(name, asked);
        }
        if (asked.optionalWhole("version").isPresent()) {
            throw new ClewException(ErrorCode.BAD_REQUEST, "Give either version or asOf, not both.");
        }
        View view = reads.view(asOf);
        return answer(view, view.require(name));
    }

    private Answer source(Arguments asked) {
        return stored(RecordName.source(asked.text("id")), asked);
    }

    private Answer stored(RecordName name, Arguments asked) {
        View view = reads.view();
        Optional<Long> version = asked.optionalWhole("version");
        if (version.isEmpty()) {
            return answer(view, view.require(name));
        }
        if (view.find(name).isEmpty()) {
            throw View.unknown(name);
        }
        Optional<StoredRecord> found = reads.ledger().readVersion(name, version.get());
        if (found.isEmpty()) {
            throw View.unknownVersion(name, version.get());
        }
        return answer(view, View.published(name, found));
    }

    private Answer answer(View view, StoredRecord stored) {
        NamedJson names = new NamedJson(view, relations);
        return switch (stored.record().orElseThrow()) {
            case Insight insight -> answer(stored, new InsightJson(records, names).insight(insight));
            case Entity entity -> answer(stored, withEdges(new EntityJson(names).entity(entity), entity, names));
            case Source source -> answer(stored, withCounts(new SourceJson(names).source(source), source, view));
            case Redirect redirect -> Answer.moved("/api/entities/" + redirect.to());
        };
    }

    private Answer answer(StoredRecord stored, ObjectNode json) {
        json.put("iri", reads.base().iri(stored.name()));
        json.put("status", stored.status().name().toLowerCase(Locale.ROOT));
        json.put("version", stored.version()).put("change", stored.n());
        return Answer.json(json)
                .with("ETag", '"' + Long.toString(stored.version()) + '"')
                .with("Cache-Control", "no-cache");
    }

    /** Counts and edges as they are now; an entity that is no longer published has none. */
    private ObjectNode withEdges(ObjectNode json, Entity entity, NamedJson names) {
        boolean published = names.view().entity(entity.id()).isPresent();
        EdgePage top = published ? topEdges(entity.id(), names.view()) : new EdgePage(List.of(), 0, null, 0);
        json.putObject("counts")
                .put("claims", published ? counts.claimsAbout(entity.id()) : 0)
                .put("edges", top.total())
                .put("mentions", published ? counts.claimsNaming(entity.id()) : 0);
        json.set("topEdges", new EdgeJson(names).edges(top.edges()));
        return json;
    }

    private EdgePage topEdges(String entity, View view) {
        Lens lens = Lens.CLAIMS.withFacts(true);
        return edges.edges(new EdgeQuery(
                entity,
                EdgeQuery.Direction.BOTH,
                EdgeQuery.Filter.DRAWN,
                view.isPast() ? lens.at(view.change()) : lens,
                new EdgeQuery.Page(TOP_EDGES, null)));
    }

    private ObjectNode withCounts(ObjectNode json, Source source, View view) {
        ObjectNode counted = json.putObject("counts");
        if (view.source(source.id()).isPresent()) {
            counts.of(source).forEach(counted::put);
        } else {
            counted.put("insights", 0);
        }
        return json;
    }
}
