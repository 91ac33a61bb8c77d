package dev.clew.web.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.graph.PathFinder;
import dev.clew.model.ClaimType;
import dev.clew.model.Enumerations;
import dev.clew.model.Lens;
import dev.clew.model.PathAnswer;
import dev.clew.model.PathQuery;
import dev.clew.model.Relations;
import dev.clew.model.Sign;
import dev.clew.web.http.Answer;
import dev.clew.web.http.Arguments;
import dev.clew.web.http.Form;
import dev.clew.web.http.Parameter;
import dev.clew.web.http.Route;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The call for the best paths between two entities: {@code /api/paths}. */
final class PathCalls {
    private static final Form ID = new Form.Id();
    private static final int MOST_FILTERS = 50;

    private final PathFinder finder;
    private final Relations relations;
    private final Reads reads;

    PathCalls(PathFinder finder, Relations relations, Reads reads) {
        this.finder = finder;
        this.relations = relations;
        this.reads = reads;
    }

    Stream<Route> routes() {
        return Stream.of(reads.route(
                "/api/paths",
                "The best paths from one entity to another, with the claims behind every hop.",
                Stream.of(ends(), filters(), bounds()).flatMap(List::stream).toList(),
                "Paths",
                asked -> paths(asked.arguments())));
    }

    private static List<Parameter> ends() {
        return List.of(
                Parameter.required("from", ID, "The id of the entity to begin at."),
                Parameter.required("to", ID, "The id of the entity to end at."),
                Parameter.many("via", ID, PathQuery.VIA, "Ids of entities to pass, in this order."));
    }

    private static List<Parameter> filters() {
        List<String> claimTypes =
                Arrays.stream(ClaimType.values()).map(ClaimType::code).toList();
        return List.of(
                Parameter.many("avoid", ID, MOST_FILTERS, "Ids of entities that no path may pass."),
                Parameter.many("relation", ID, MOST_FILTERS, "Only hops by these relations."),
                Parameter.many(
                        "kind",
                        new Form.Choice(SearchCalls.entityKinds()),
                        10,
                        "Only entities of these kinds between the ends."),
                Parameter.optional("holder", ID, "Only claims that this entity believes."),
                Parameter.optional(
                        "sign",
                        new Form.SignForm(List.of(Sign.PLUS, Sign.MINUS)),
                        "Only paths that raise (+) or lower (-) in the end."),
                Parameter.fallback("minVoices", new Form.Whole(0, 1000), "0", "Only hops with so many voices."),
                Parameter.many(
                        "claimType", new Form.Choice(claimTypes), claimTypes.size(), "Only claims of these types."),
                Parameter.fallback(
                        "framing",
                        new Form.Choice(List.of("any", "consistent")),
                        "any",
                        "Whether a path may change the meaning of a word half-way."),
                Parameter.fallback("facts", new Form.Flag(), "false", "Whether reference facts may be hops too."));
    }

    private static List<Parameter> bounds() {
        return List.of(
                Parameter.fallback("maxHops", new Form.Whole(1, 8), "6", "Most hops of a path."),
                Parameter.fallback("k", new Form.Whole(1, 50), "5", "Most paths."),
                Parameter.fallback(
                        "direction",
                        new Form.Choice(List.of("out", "any")),
                        "out",
                        "Along the influence only (out), or either way."),
                Parameter.optional(
                        "asOf",
                        new Form.Whole(0, 999_999_999_999_999L),
                        "The number of the change whose state is meant; the newest when left out."));
    }

    private Answer paths(Arguments asked) {
        asked.texts("relation").forEach(relations::require);
        View view = reads.view();
        Reads.requireEntities(view, List.of(asked.text("from"), asked.text("to")));
        Reads.requireEntities(view, asked.texts("via"));
        Reads.requireEntities(view, asked.texts("avoid"));
        Reads.requireEntities(view, asked.optionalText("holder").stream().toList());
        PathAnswer found = finder.find(query(asked));
        ObjectNode json = new PathJson(new NamedJson(view, relations)).answer(found);
        return Answer.json(json.put("change", Math.min(found.change(), view.change())));
    }

    private static PathQuery query(Arguments asked) {
        return new PathQuery(
                new PathQuery.Ends(asked.text("from"), asked.text("to"), asked.texts("via")),
                new PathQuery.Filter(
                        new HashSet<>(asked.texts("avoid")),
                        new HashSet<>(asked.texts("relation")),
                        SearchCalls.kinds(asked),
                        asked.whole("minVoices")),
                lens(asked),
                new PathQuery.Meaning(
                        asked.value("sign", Sign.class).orElse(null),
                        Enumerations.find(PathQuery.Framings.class, asked.text("framing"))
                                .orElseThrow()),
                new PathQuery.Bounds(
                        asked.whole("maxHops"),
                        asked.whole("k"),
                        Enumerations.find(PathQuery.Direction.class, asked.text("direction"))
                                .orElseThrow()));
    }

    private static Lens lens(Arguments asked) {
        Set<ClaimType> types = asked.texts("claimType").stream()
                .flatMap(code -> Enumerations.find(ClaimType.class, code).stream())
                .collect(Collectors.toSet());
        Lens lens = Lens.CLAIMS.withFacts(asked.flag("facts").orElse(false)).withClaimTypes(types);
        Lens held = asked.optionalText("holder").map(lens::withHolder).orElse(lens);
        return asked.optionalWhole("asOf").map(held::at).orElse(held);
    }
}
