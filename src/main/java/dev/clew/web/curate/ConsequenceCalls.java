package dev.clew.web.curate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.curate.Consequences;
import dev.clew.curate.Consequences.EdgeChange;
import dev.clew.curate.Consequences.PathChange;
import dev.clew.curate.Consequences.Standing;
import dev.clew.curate.Review;
import dev.clew.model.ClewException;
import dev.clew.model.ClewRecord;
import dev.clew.model.RecordName;
import dev.clew.model.Role;
import dev.clew.web.http.Answer;
import dev.clew.web.http.Route;
import dev.clew.web.http.Takes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The calls that foretell what publishing would do. */
final class ConsequenceCalls {
    private static final int MOST_RECORDS = 200;

    private final Review review;
    private final CurateRoutes.Foretold foresight;

    ConsequenceCalls(Review review, CurateRoutes.Foretold foresight) {
        this.review = review;
        this.foresight = foresight;
    }

    Stream<Route> routes() {
        return Stream.of(
                new Route(
                        new Route.Address("GET", "/api/proposals/{number}/consequences", Role.CONTRIBUTOR),
                        "What publishing the proposal would do to edges and paths, and how many readers it would reach.",
                        List.of(ProposalCalls.NUMBER),
                        Route.Produces.json("Consequences"),
                        asked -> answer(List.of(record(ProposalCalls.number(asked), asked)))),
                new Route(
                        new Route.Address("POST", "/api/consequences", Role.CONTRIBUTOR),
                        "What publishing records, proposals, or both together would do; nothing is kept.",
                        Takes.json(List.of(), "Foretelling"),
                        Route.Produces.json("Consequences"),
                        this::foretold));
    }

    private ClewRecord record(long number, Route.Asked asked) {
        return review.record(review.read(number, asked.caller()).content().json());
    }

    private Answer foretold(Route.Asked asked) {
        ObjectNode body = Bodies.object(asked, Set.of("records", "proposals"));
        List<ClewRecord> records = new ArrayList<>();
        for (JsonNode each : list(body, "records")) {
            records.add(review.record(each.toString()));
        }
        for (JsonNode each : list(body, "proposals")) {
            if (!each.isIntegralNumber()) {
                throw ClewException.invalid("proposals", "must be a list of numbers", each.toString());
            }
            records.add(record(each.longValue(), asked));
        }
        Set<RecordName> names = new HashSet<>();
        for (ClewRecord each : records) {
            if (!names.add(each.name())) {
                throw ClewException.invalid(
                        "", "names one record twice", each.name().path());
            }
        }
        if (records.isEmpty() || records.size() > MOST_RECORDS) {
            throw ClewException.invalid(
                    "", "must name 1 to " + MOST_RECORDS + " records or proposals", Integer.toString(records.size()));
        }
        return answer(records);
    }

    private static JsonNode list(ObjectNode body, String field) {
        JsonNode given = body.path(field);
        if (!given.isMissingNode() && !given.isArray()) {
            throw ClewException.invalid(field, "must be a list in [ ]", given.toString());
        }
        return given;
    }

    private Answer answer(List<ClewRecord> records) {
        Consequences found = foresight.graph().of(records);
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("change", found.change())
                .put("complete", found.complete())
                .put("edgesComplete", found.looked().atAllEdges())
                .put("readers", foresight.audience().of(records));
        ArrayNode edges = json.putArray("edges");
        found.edges().forEach(each -> write(each, edges.addObject()));
        ArrayNode paths = json.putArray("paths");
        found.paths().forEach(each -> write(each, paths.addObject()));
        ObjectNode labels = json.putObject("labels");
        new TreeMap<>(found.labels()).forEach(labels::put);
        return Answer.json(json).with("Cache-Control", "no-store");
    }

    private static void write(EdgeChange edge, ObjectNode json) {
        json.put("subject", edge.name().subject())
                .put("relation", edge.name().relation())
                .put("object", edge.name().object());
        ArrayNode kinds = json.putArray("kinds");
        edge.kinds().forEach(kind -> kinds.add(kind.code()));
        write("before", edge.before(), json);
        write("after", edge.after(), json);
    }

    private static void write(String field, @Nullable Standing standing, ObjectNode json) {
        if (standing != null) {
            ObjectNode one = json.putObject(field)
                    .put("drawn", standing.drawn())
                    .put("sign", standing.sign().symbol())
                    .put("voicesFor", standing.voicesFor())
                    .put("voicesAgainst", standing.voicesAgainst());
            if (standing.contestedBy() != null) {
                one.put("contestedBy", standing.contestedBy().code());
            }
        }
    }

    private static void write(PathChange path, ObjectNode json) {
        json.put("from", path.from()).put("to", path.to());
        write("before", path.before(), json);
        write("after", path.after(), json);
    }

    private static void write(String field, Consequences.@Nullable Route route, ObjectNode json) {
        if (route != null) {
            ObjectNode one = json.putObject(field);
            route.nodes().forEach(one.putArray("nodes")::add);
            one.put("sign", route.sign().symbol());
        }
    }
}
