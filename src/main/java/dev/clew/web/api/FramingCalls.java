package dev.clew.web.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.graph.PathFinder;
import dev.clew.model.Edges;
import dev.clew.model.Entity;
import dev.clew.model.Evidence;
import dev.clew.model.Framing;
import dev.clew.model.Insight;
import dev.clew.model.Lens;
import dev.clew.model.Path;
import dev.clew.model.PathQuery;
import dev.clew.model.RecordName;
import dev.clew.model.Relations;
import dev.clew.model.Sign;
import dev.clew.model.Voice;
import dev.clew.neo4j.ClaimQuestions;
import dev.clew.web.http.Answer;
import dev.clew.web.http.Arguments;
import dev.clew.web.http.Form;
import dev.clew.web.http.Parameter;
import dev.clew.web.http.Route;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The call that lays the meanings of a word side by side: {@code /api/framings/ID}. */
final class FramingCalls {
    private static final int CLAIMS = 50;
    private static final int PATHS = 5;
    private static final int ASKED_PATHS = 20;

    private final Edges edges;
    private final PathFinder finder;
    private final Relations relations;
    private final Reads reads;

    FramingCalls(Features.Walking walking, Relations relations, Reads reads) {
        this.edges = walking.edges();
        this.finder = walking.paths();
        this.relations = relations;
        this.reads = reads;
    }

    Stream<Route> routes() {
        return Stream.of(reads.route(
                "/api/framings/{id}",
                "What is meant by a word: for each meaning who uses it so, their claims, and the paths that pass it.",
                parameters(),
                "Framings",
                asked -> framings(asked.arguments())));
    }

    private static List<Parameter> parameters() {
        List<Parameter> own = List.of(
                Parameter.path("id", new Form.Id(), "The id of the entity."),
                Parameter.optional("from", new Form.Id(), "With to: only paths from here."),
                Parameter.optional("to", new Form.Id(), "With from: only paths to here."));
        return Stream.concat(own.stream(), LensForm.parameters(false).stream()).toList();
    }

    private Answer framings(Arguments asked) {
        Lens lens = LensForm.read(asked, reads);
        View view = reads.view(Optional.ofNullable(lens.asOf()));
        String id = lens.asOf() == null ? view.redirects().survivor(asked.text("id")) : asked.text("id");
        view.require(RecordName.entity(id));
        LensForm.require(lens, view);
        Meanings meanings = new Meanings(id, lens, view);
        NamedJson names = new NamedJson(view, relations);
        Map<String, List<Insight>> claims = meanings.claims(edges);
        List<Path> paths = askedPaths(asked, id, lens);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("entity", names.entity(id));
        ArrayNode lanes = json.putArray("lanes");
        for (Framing framing : view.entity(id).map(Entity::framings).orElse(List.of())) {
            ObjectNode lane = lanes.addObject();
            lane.putObject("framing")
                    .put("id", framing.id())
                    .put("label", framing.label())
                    .put("definition", framing.definition());
            fill(lane, new Lane(framing.id(), claims.getOrDefault(framing.id(), List.of()), paths), meanings, names);
        }
        List<Insight> unstated = claims.getOrDefault(Meanings.UNSTATED, List.of());
        if (!unstated.isEmpty()) {
            fill(lanes.addObject(), new Lane(Meanings.UNSTATED, unstated, paths), meanings, names);
        }
        json.put("claimsCut", meanings.edges(edges).total() > Meanings.EDGES);
        Behind behind = reads.behind();
        json.set(
                "behind",
                behind.inCypher(
                        behind.alone("/api/framings/" + id, parameters(), asked),
                        () -> ClaimQuestions.meanings(id, lens)));
        return Answer.json(json.put("change", lens.asOf() == null ? view.change() : lens.asOf()));
    }

    /** What a lane is filled from. */
    private record Lane(String meaning, List<Insight> claims, List<Path> asked) {}

    private List<Path> askedPaths(Arguments asked, String id, Lens lens) {
        Optional<String> from = asked.optionalText("from");
        Optional<String> to = asked.optionalText("to");
        if (from.isEmpty() || to.isEmpty()) {
            return List.of();
        }
        PathQuery query = PathQuery.between(from.get(), to.get())
                .via(id)
                .with(lens)
                .with(new PathQuery.Bounds(6, ASKED_PATHS, PathQuery.Direction.OUT));
        List<Path> both = new ArrayList<>();
        for (Sign sign : List.of(Sign.PLUS, Sign.MINUS)) {
            PathQuery signed = query.with(new PathQuery.Meaning(sign, PathQuery.Framings.ANY));
            both.addAll(finder.find(signed).paths());
        }
        both.sort(Comparator.comparingLong(Path::score).thenComparing(Path::text));
        return both;
    }

    private void fill(ObjectNode json, Lane lane, Meanings meanings, NamedJson names) {
        List<Evidence> evidence = new ArrayList<>();
        for (Insight each : lane.claims()) {
            Voice voice = new Voice(RecordName.source(each.passage().source()));
            evidence.add(Evidence.insight(
                    each.id(), each.passage().source(), voice, each.claim().type()));
        }
        Holders holders = new Holders(names);
        json.set("holders", holders.counted(evidence));
        ArrayNode claims = json.putArray("claims");
        EvidenceJson claimJson = new EvidenceJson(names.view(), names);
        lane.claims().stream().limit(CLAIMS).forEach(each -> claims.add(claimJson.claim(each)));
        json.put("claimsTotal", lane.claims().size());
        List<Path> candidates = lane.asked().isEmpty() ? meanings.paths(finder, lane.claims()) : lane.asked();
        PathJson paths = new PathJson(names);
        ArrayNode passing = json.putArray("paths");
        candidates.stream()
                .filter(each ->
                        meanings.passedIn(each).filter(lane.meaning()::equals).isPresent())
                .limit(PATHS)
                .forEach(each -> passing.add(paths.path(each)));
        ArrayNode shifting = json.putArray("shifting");
        candidates.stream()
                .filter(each -> meanings.passedIn(each).isEmpty()
                        && meanings.changed(each).contains(lane.meaning()))
                .limit(PATHS)
                .forEach(each -> shifting.add(paths.path(each)));
    }
}
