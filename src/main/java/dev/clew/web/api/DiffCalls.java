package dev.clew.web.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.model.ComparisonQuery;
import dev.clew.model.EdgeComparison;
import dev.clew.model.EdgeDifference;
import dev.clew.model.EdgeDifference.Kind;
import dev.clew.model.EdgeStanding;
import dev.clew.model.Edges;
import dev.clew.model.Enumerations;
import dev.clew.model.Lens;
import dev.clew.model.RecordName;
import dev.clew.model.Relations;
import dev.clew.web.http.Answer;
import dev.clew.web.http.Arguments;
import dev.clew.web.http.Form;
import dev.clew.web.http.Parameter;
import dev.clew.web.http.Route;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The calls that lay two states of the graph side by side: {@code /api/diff} and {@code /api/lenses/compare}. */
final class DiffCalls {
    private static final Parameter ENTITY =
            Parameter.optional("entity", new Form.Id(), "Only edges at this entity; all when left out.");
    private static final Parameter LIMIT =
            Parameter.fallback("limit", new Form.Whole(1, ComparisonQuery.Scope.LIMIT), "100", "Most edges.");
    private static final Form VOICES = new Form.Whole(0, 1000);

    private final Edges edges;
    private final Relations relations;
    private final Reads reads;

    DiffCalls(Edges edges, Relations relations, Reads reads) {
        this.edges = edges;
        this.relations = relations;
        this.reads = reads;
    }

    Stream<Route> routes() {
        return Stream.of(
                reads.route(
                        "/api/diff",
                        "What became of the edges between two changes or days, each with the claims that did it.",
                        diffParameters(),
                        "Diff",
                        asked -> diff(asked.arguments())),
                reads.route(
                        "/api/lenses/compare",
                        "Two lenses side by side: edges only in one, only in the other, opposite in sign.",
                        compareParameters(),
                        "LensComparison",
                        asked -> compare(asked.arguments())));
    }

    private static List<Parameter> diffParameters() {
        List<String> kinds = Arrays.stream(Kind.values()).map(Kind::code).toList();
        return Stream.concat(
                        Stream.of(
                                Parameter.required(
                                        "from",
                                        new Form.ChangeOrDay(),
                                        "The earlier change, or the end of a day in UTC."),
                                Parameter.optional(
                                        "to",
                                        new Form.ChangeOrDay(),
                                        "The later one; the newest change when left out."),
                                ENTITY,
                                Parameter.many("kind", new Form.Choice(kinds), kinds.size(), "Only these kinds."),
                                LIMIT),
                        LensForm.sideParameters("", true).stream())
                .toList();
    }

    private static List<Parameter> compareParameters() {
        return Stream.of(
                        List.of(
                                ENTITY,
                                LIMIT,
                                LensForm.AS_OF,
                                Parameter.fallback("a.minVoices", VOICES, "0", "Only edges with so many voices in A."),
                                Parameter.fallback("b.minVoices", VOICES, "0", "Only edges with so many voices in B.")),
                        LensForm.sideParameters("a.", false),
                        LensForm.sideParameters("b.", false))
                .flatMap(List::stream)
                .toList();
    }

    private Answer diff(Arguments asked) {
        Lens lens = LensForm.side("", asked);
        LensForm.require(lens, reads.view());
        long from = reads.change(asked, "from").orElseThrow();
        Optional<Long> to = reads.change(asked, "to");
        Lens after = to.map(lens::at).orElse(lens);
        Set<Kind> kinds = asked.texts("kind").stream()
                .flatMap(code -> Enumerations.find(Kind.class, code).stream())
                .collect(Collectors.toSet());
        EdgeComparison found = edges.compare(new ComparisonQuery(
                new ComparisonQuery.Side(lens.at(from), 0), new ComparisonQuery.Side(after, 0), scope(asked, kinds)));
        NamedJson before = new NamedJson(reads.view(Optional.of(from)), relations);
        NamedJson now = new NamedJson(reads.view(to), relations);
        ObjectNode json = new DifferenceJson(before, now).comparison(found);
        json.put("from", found.bounds().before()).put("to", found.bounds().after());
        return Answer.json(
                json.put("change", Math.min(found.bounds().after(), now.view().change())));
    }

    private static ComparisonQuery.Scope scope(Arguments asked, Set<Kind> kinds) {
        return new ComparisonQuery.Scope(asked.optionalText("entity").orElse(null), kinds, asked.whole("limit"));
    }

    private Answer compare(Arguments asked) {
        Optional<Long> asOf = reads.change(asked, "asOf");
        View view = reads.view(asOf);
        NamedJson names = new NamedJson(view, relations);
        ComparisonQuery.Side a = side("a.", asked, asOf, view);
        ComparisonQuery.Side b = side("b.", asked, asOf, view);
        asked.optionalText("entity").ifPresent(id -> view.require(RecordName.entity(id)));
        Function<Kind, EdgeComparison> find =
                kind -> edges.compare(new ComparisonQuery(a, b, scope(asked, Set.of(kind))));
        EdgeComparison onlyInA = find.apply(Kind.GONE);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("onlyInA", edges(onlyInA, names, each -> Optional.ofNullable(each.before())));
        json.set("onlyInB", edges(find.apply(Kind.ADDED), names, each -> Optional.ofNullable(each.after())));
        json.set("opposite", opposite(find.apply(Kind.FLIPPED), names));
        ObjectNode counts = json.putObject("counts");
        counts.put("onlyInA", count(onlyInA, Kind.GONE));
        counts.put("onlyInB", count(onlyInA, Kind.ADDED));
        counts.put("opposite", count(onlyInA, Kind.FLIPPED));
        DifferenceJson.compared(json, onlyInA.bounds());
        return Answer.json(json.put("change", Math.min(onlyInA.bounds().after(), view.change())));
    }

    private static int count(EdgeComparison comparison, Kind kind) {
        return comparison.counts().getOrDefault(kind, 0);
    }

    private static ComparisonQuery.Side side(String prefix, Arguments asked, Optional<Long> asOf, View view) {
        Lens side = LensForm.side(prefix, asked);
        LensForm.require(side, view);
        return new ComparisonQuery.Side(asOf.map(side::at).orElse(side), asked.whole(prefix + "minVoices"));
    }

    private static ArrayNode edges(
            EdgeComparison comparison, NamedJson names, Function<EdgeDifference, Optional<EdgeStanding>> side) {
        EdgeJson json = new EdgeJson(names);
        return json.edges(comparison.differences().stream()
                .flatMap(each -> side.apply(each).stream())
                .map(EdgeStanding::edge)
                .toList());
    }

    private static ArrayNode opposite(EdgeComparison comparison, NamedJson names) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        for (EdgeDifference each : comparison.differences()) {
            ObjectNode pair = new EdgeJson(names).ends(each.name());
            Optional.ofNullable(each.before()).ifPresent(standing -> pair.set("a", DifferenceJson.standing(standing)));
            Optional.ofNullable(each.after()).ifPresent(standing -> pair.set("b", DifferenceJson.standing(standing)));
            json.add(pair);
        }
        return json;
    }
}
