package dev.clew.web.curate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.desk.ScanRun;
import dev.clew.desk.ScanRuns.Tally;
import dev.clew.ingest.extract.BuiltInExtractor;
import dev.clew.ingest.scan.Scans;
import dev.clew.ingest.transcript.TranscriptFormat;
import dev.clew.ingest.transcript.TranscriptReader;
import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.model.Role;
import dev.clew.model.Transcript;
import dev.clew.web.http.Answer;
import dev.clew.web.http.Form;
import dev.clew.web.http.Parameter;
import dev.clew.web.http.Route;
import dev.clew.web.http.Takes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The calls that keep transcripts and scan them. */
final class ScanCalls {
    private static final Parameter NUMBER =
            Parameter.path("number", new Form.Whole(1, 999_999_999_999L), "The number of the scan.");
    private static final Parameter EPISODE = Parameter.path("id", new Form.Text(80), "The id of the episode.");

    private final Scans scans;

    ScanCalls(Scans scans) {
        this.scans = scans;
    }

    Stream<Route> routes() {
        return Stream.of(
                new Route(
                        new Route.Address("PUT", "/api/sources/{id}/transcript", Role.CURATOR),
                        "Keeps the transcript of an episode for review, in place of the one before; it is not published.",
                        sentTranscript(),
                        Route.Produces.json("Transcript"),
                        this::kept),
                new Route(
                        new Route.Address("GET", "/api/sources/{id}/transcript", Role.CURATOR),
                        "The transcript that is kept of an episode.",
                        List.of(EPISODE),
                        Route.Produces.json("Transcript"),
                        asked -> transcript(id(asked))),
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
                route("GET", "", "One scan: how far it is, or how it went.", this::one),
                route("POST", "/cancel", "Stops a scan; what it proposed stays.", this::cancelled),
                route("POST", "/resume", "Goes on with a scan that was stopped.", this::resumed));
    }

    private Route route(String method, String place, String summary, Route.Call call) {
        Route.Address address = new Route.Address(method, "/api/scans/{number}" + place, Role.CURATOR);
        return new Route(address, summary, List.of(NUMBER), Route.Produces.json("ScanRun"), call);
    }

    private static Takes sentTranscript() {
        List<String> mediaTypes = Arrays.stream(TranscriptFormat.values())
                .flatMap(each -> each.mediaTypes().stream())
                .toList();
        return new Takes(List.of(EPISODE), Set.of(), new Takes.Content(mediaTypes, "", TranscriptReader.LIMIT_BYTES));
    }

    private static String id(Route.Asked asked) {
        return asked.arguments().text("id");
    }

    private Answer kept(Route.Asked asked) {
        String episode = scans.episode(id(asked)).id();
        TranscriptReader.Sent sent = new TranscriptReader.Sent(
                episode, asked.body().mediaType(), asked.body().bytes());
        scans.transcripts().keep(episode, "upload", TranscriptReader.read(sent));
        return transcript(episode);
    }

    private Answer transcript(String episode) {
        Transcript transcript = scans.transcripts()
                .find(episode)
                .orElseThrow(() -> new ClewException(
                        ErrorCode.NOT_FOUND, "No transcript of '" + episode + "' is kept: send one by PUT."));
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("episode", episode);
        ArrayNode segments = json.putArray("segments");
        transcript.segments().forEach(each -> {
            ObjectNode one = segments.addObject().put("text", each.text());
            if (each.speaker() != null) {
                one.put("speaker", each.speaker());
            }
            if (each.span() != null) {
                one.put("start", each.span().start());
            }
        });
        return Answer.json(json);
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
        tallies(scans.runs().byRule(), json.putArray("rules"));
        tallies(scans.runs().byPodcast(), json.putArray("podcasts"));
        return Answer.json(json);
    }

    private static void tallies(List<Tally> tallies, ArrayNode list) {
        for (Tally each : tallies) {
            list.addObject()
                    .put("subject", each.subject())
                    .put("accepted", each.accepted())
                    .put("rejected", each.rejected())
                    .put("waiting", each.waiting())
                    .put("mostlyRejected", each.isMostlyRejected());
        }
    }

    private static long number(Route.Asked asked) {
        return asked.arguments().optionalWhole("number").orElseThrow();
    }

    private Answer one(Route.Asked asked) {
        return Answer.json(json(scans.runs().require(number(asked))));
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
