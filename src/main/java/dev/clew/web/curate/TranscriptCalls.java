package dev.clew.web.curate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.desk.Transcripts;
import dev.clew.ingest.scan.FetchedTranscripts;
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
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The calls that keep transcripts for review. */
final class TranscriptCalls {
    private static final Parameter EPISODE = Parameter.path("id", new Form.Text(80), "The id of the episode.");

    private final Scans scans;
    private final FetchedTranscripts fetched;

    TranscriptCalls(Scans scans, FetchedTranscripts fetched) {
        this.scans = scans;
        this.fetched = fetched;
    }

    Stream<Route> routes() {
        return Stream.of(
                new Route(
                        new Route.Address("GET", "/api/transcripts", Role.CURATOR),
                        "The transcripts that were kept last, newest first.",
                        List.of(Parameter.fallback(
                                "limit", new Form.Whole(1, Transcripts.LIMIT_LIST), "100", "Most transcripts.")),
                        Route.Produces.json("Transcripts"),
                        this::latest),
                new Route(
                        new Route.Address("PUT", "/api/sources/{id}/transcript", Role.CURATOR),
                        "Keeps the transcript of an episode for review, in place of the one before; it is not published.",
                        sentTranscript(),
                        Route.Produces.json("Transcript"),
                        this::kept),
                new Route(
                        new Route.Address("POST", "/api/sources/{id}/transcript", Role.CURATOR),
                        "Fetches the transcript of an episode from an address and keeps it, as if it were sent.",
                        Takes.json(List.of(EPISODE), "TranscriptAddress"),
                        Route.Produces.json("Transcript"),
                        this::fetched),
                new Route(
                        new Route.Address("GET", "/api/sources/{id}/transcript", Role.CURATOR),
                        "The transcript that is kept of an episode.",
                        List.of(EPISODE),
                        Route.Produces.json("Transcript"),
                        asked -> transcript(id(asked))));
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

    private Answer latest(Route.Asked asked) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode list = json.putArray("transcripts");
        scans.transcripts().latest(asked.arguments().whole("limit")).forEach(each -> {
            ObjectNode one = list.addObject()
                    .put("episode", each.episode())
                    .put("name", each.name())
                    .put("added", each.added().toString());
            scans.source(each.episode()).ifPresent(source -> one.put("title", source.title()));
            if (each.scan() > 0) {
                one.put("scan", each.scan());
            }
        });
        return Answer.json(json);
    }

    private Answer kept(Route.Asked asked) {
        String episode = scans.episode(id(asked)).id();
        TranscriptReader.Sent sent = new TranscriptReader.Sent(
                episode, asked.body().mediaType(), asked.body().bytes());
        scans.transcripts().keep(episode, "upload", TranscriptReader.read(sent));
        return transcript(episode);
    }

    private Answer fetched(Route.Asked asked) {
        String address = Bodies.text(Bodies.object(asked, Set.of("address")), "address", "");
        String episode = scans.episode(id(asked)).id();
        fetched.keep(episode, address);
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
}
