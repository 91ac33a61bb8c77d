package dev.clew.web.curate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.desk.ScanRun;
import dev.clew.desk.ScanRuns.Tally;
import dev.clew.ingest.extract.BuiltInExtractor;
import dev.clew.ingest.scan.Scans;
import dev.clew.model.ClewException;
import dev.clew.model.Role;
import dev.clew.web.http.Answer;
import dev.clew.web.http.Form;
import dev.clew.web.http.Parameter;
import dev.clew.web.http.Route;
import dev.clew.web.http.Takes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The calls that scan transcripts, and tell what came of it. */
final class ScanCalls {
    private static final Parameter NUMBER =
            Parameter.path("number", new Form.Whole(1, 999_999_999_999L), "The number of the scan.");
    private static final Parameter RULE = Parameter.path("rule", new Form.Text(40), "The code of the rule.");

    private final Scans scans;

    ScanCalls(Scans scans) {
        this.scans = scans;
    }

    Stream<Route> routes() {
        return Stream.of(
                new Route(
                        new Route.Address("POST", "/api/scans", Role.CURATOR),
                        "Looks for claims in the transcripts of episodes, in the background; they wait for review.",
                        Takes.json(List.of(), "ScanSent"),
                        Route.Produces.created("ScanRun"),
                        this::started),
                new Route(
                        new Route.Address("GET", "/api/scans", Role.CURATOR),
                        "Scans, newest first, and what became of what they proposed, by rule and by podcast.",
                        List.of(Parameter.fallback("limit", new Form.Whole(1, 200), "50", "Most scans.")),
                        Route.Produces.json("ScanRuns"),
                        this::list),
                new Route(
                        new Route.Address("PUT", "/api/scan-rules/{rule}", Role.CURATOR),
                        "Switches a rule of scans off or on: in scans to come, what only it picks is left out and counted.",
                        Takes.json(List.of(RULE), "ScanRule"),
                        Route.Produces.json("ScanRule"),
                        this::turned),
                route("GET", "", "One scan: how far it is, or how it went.", this::one),
                route("POST", "/cancel", "Stops a scan; what it proposed stays.", this::cancelled),
                route("POST", "/resume", "Goes on with a scan that was stopped.", this::resumed));
    }

    private Route route(String method, String place, String summary, Route.Call call) {
        Route.Address address = new Route.Address(method, "/api/scans/{number}" + place, Role.CURATOR);
        return new Route(address, summary, List.of(NUMBER), Route.Produces.json("ScanRun"), call);
    }

    private Answer started(Route.Asked asked) {
        ObjectNode body = Bodies.object(asked, Set.of("episodes", "extractor"));
        List<String> episodes = new ArrayList<>();
        for (JsonNode each : body.path("episodes")) {
            episodes.add(each.asText());
        }
        String extractor = Bodies.text(body, "extractor", BuiltInExtractor.CODE);
        long number = scans.start(episodes, extractor, asked.caller());
        return Answer.json(json(scans.runs().require(number))).withStatus(201).with("Location", "/api/scans/" + number);
    }

    private Answer list(Route.Asked asked) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode list = json.putArray("scans");
        scans.runs().list(Long.MAX_VALUE, asked.arguments().whole("limit")).forEach(run -> list.add(json(run)));
        Set<String> off = scans.rules().off();
        ArrayNode rules = json.putArray("rules");
        scans.runs().byRule().forEach(each -> tally(each, rules).put("on", !off.contains(each.subject())));
        ArrayNode podcasts = json.putArray("podcasts");
        scans.runs().byPodcast().forEach(each -> tally(each, podcasts));
        return Answer.json(json);
    }

    private static ObjectNode tally(Tally tally, ArrayNode list) {
        return list.addObject()
                .put("subject", tally.subject())
                .put("accepted", tally.accepted())
                .put("rejected", tally.rejected())
                .put("waiting", tally.waiting())
                .put("mostlyRejected", tally.isMostlyRejected());
    }

    private Answer turned(Route.Asked asked) {
        ObjectNode body = Bodies.object(asked, Set.of("rule", "on"));
        String rule = asked.arguments().text("rule");
        if (!body.path("on").isBoolean()) {
            throw ClewException.invalid(
                    "on", "must be true or false", body.path("on").toString());
        }
        boolean on = body.path("on").asBoolean();
        scans.rules().turn(rule, on, asked.caller().name());
        return Answer.json(
                JsonNodeFactory.instance.objectNode().put("rule", rule).put("on", on));
    }

    private static long number(Route.Asked asked) {
        return asked.arguments().optionalWhole("number").orElseThrow();
    }

    private Answer one(Route.Asked asked) {
        ObjectNode json = json(scans.runs().require(number(asked)));
        json.get("episodes")
                .forEach(each -> scans.source(each.get("episode").asText())
                        .ifPresent(source -> ((ObjectNode) each).put("title", source.title())));
        return Answer.json(json);
    }

    private Answer cancelled(Route.Asked asked) {
        scans.cancel(number(asked));
        return one(asked);
    }

    private Answer resumed(Route.Asked asked) {
        scans.resume(number(asked));
        return one(asked);
    }

    private static ObjectNode json(ScanRun run) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("number", run.number())
                .put("by", run.by())
                .put("extractor", run.extractor())
                .put("state", run.state().code())
                .put("made", run.made().toString());
        if (run.ended() != null) {
            json.put("ended", run.ended().toString());
        }
        ArrayNode parts = json.putArray("episodes");
        for (ScanRun.Part each : run.parts()) {
            ObjectNode part = parts.addObject()
                    .put("episode", each.episode())
                    .put("state", each.state().code())
                    .put("segments", each.counts().segments())
                    .put("candidates", each.counts().candidates());
            ObjectNode dropped = part.putObject("dropped");
            new TreeMap<>(each.counts().dropped()).forEach(dropped::put);
            if (!each.message().isEmpty()) {
                part.put("message", each.message());
            }
        }
        return json;
    }
}
