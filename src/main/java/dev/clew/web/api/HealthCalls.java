package dev.clew.web.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.ledger.Backups;
import dev.clew.model.Enumerations;
import dev.clew.model.Role;
import dev.clew.projection.ProjectionState;
import dev.clew.projection.Projections;
import dev.clew.search.meaning.Meaning;
import dev.clew.web.http.Answer;
import dev.clew.web.http.Measures;
import dev.clew.web.http.Route;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What an operator watches: {@code /health/live}, {@code /health/ready} and {@code /metrics}. */
final class HealthCalls {
    private final Projections projections;
    private final Meaning meaning;
    private final Measures measures;
    private final Reads reads;
    private final Clock clock;
    private final Supplier<Backups.Standing> backups;
    private final Supplier<Optional<String>> stopped;

    HealthCalls(Features features, Measures measures, Reads reads) {
        this.projections = features.projections();
        this.meaning = features.finding().meaning();
        this.measures = measures;
        this.reads = reads;
        this.clock = Clock.systemUTC();
        this.backups = features.backups();
        this.stopped = features.ledger()::writingStopped;
        measures.gauge("clew.backup.age.seconds", "latest", this::secondsSinceBackup);
        measures.gauge("clew.backup.failed", "latest", () -> backups.get().failure() == null ? 0 : 1);
        projections.names().forEach(this::measure);
        measures.gauge("clew.meaning.lag", "vectors", () -> meaning.status().lag());
    }

    /** Not a number while none was seen. */
    private double secondsSinceBackup() {
        Backups.Made latest = backups.get().latest();
        return latest == null
                ? Double.NaN
                : Duration.between(latest.at(), clock.instant()).toSeconds();
    }

    private void measure(String name) {
        measures.gauge("clew.projection.lag", name, () -> state(name).lag());
        measures.gauge("clew.projection.change", name, () -> state(name).n());
    }

    private Stream<ProjectionState> all() {
        return Stream.concat(projections.states().stream(), projections.followers().stream());
    }

    private ProjectionState state(String name) {
        return all().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    }

    Stream<Route> routes() {
        return Stream.of(
                Route.read(
                        "/health/live",
                        "Whether the process answers and no part of it is stuck; 503 when one is.",
                        List.of(),
                        "Health",
                        asked -> live()),
                Route.read(
                        "/health/ready",
                        "Whether every projection that pages need is built, and how far each is behind; 503 until then.",
                        List.of(),
                        "Health",
                        asked -> ready()),
                new Route(
                        new Route.Address("GET", "/metrics", Role.ANYBODY),
                        "What the server counts and times, for Prometheus.",
                        List.of(),
                        Route.Produces.media(List.of("text/plain")),
                        asked -> measures.answer()));
    }

    private Answer live() {
        boolean stuck = projections.states().stream().anyMatch(state -> state.isStuck(clock.instant()));
        return answer(!stuck, JsonNodeFactory.instance.objectNode().put("status", stuck ? "stuck" : "up"));
    }

    private Answer ready() {
        List<ProjectionState> states = projections.states();
        boolean ready = states.stream().allMatch(ProjectionState::isReady);
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("status", ready ? "up" : "starting");
        json.put("change", reads.change());
        ArrayNode list = json.putArray("projections");
        all().forEach(state -> list.add(state(state)));
        json.set("writing", writing(stopped.get()));
        json.set("meaning", meaning(meaning.status()));
        json.set("backup", backup(backups.get()));
        return answer(ready, json);
    }

    private static ObjectNode state(ProjectionState state) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("name", state.name())
                .put("change", state.n())
                .put("lag", state.lag())
                .put("ready", state.isReady())
                .put("activity", Enumerations.code(state.activity()))
                .put("since", state.since().toString());
        EntityJson.optional(json, "failure", state.failure());
        return json;
    }

    /** Readiness does not wait for it: what is there is read all the same. */
    private static ObjectNode writing(Optional<String> stopped) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("open", stopped.isEmpty());
        stopped.ifPresent(reason -> json.put("reason", reason));
        return json;
    }

    /** Readiness does not wait for it: while it lags, search matches by text. */
    private static ObjectNode meaning(Meaning.Status status) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("state", Enumerations.code(status.state()))
                .put("model", status.model())
                .put("vectors", status.vectors())
                .put("lag", status.lag())
                .put("paused", status.paused());
        EntityJson.optional(json, "failure", status.failure());
        return json;
    }

    private static ObjectNode backup(Backups.Standing standing) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (standing.every() != null) {
            json.put("every", standing.every().toString());
        }
        Backups.Made latest = standing.latest();
        if (latest != null) {
            json.put("latest", latest.at().toString()).put("change", latest.change());
        }
        EntityJson.optional(json, "failure", standing.failure());
        return json;
    }

    private static Answer answer(boolean good, ObjectNode json) {
        return Answer.json(json).withStatus(good ? 200 : 503).with("Cache-Control", "no-store");
    }
}
