package dev.clew.web.api;

import dev.clew.model.Enumerations;
import dev.clew.model.Lens;
import dev.clew.model.PathQuery;
import dev.clew.model.Sign;
import dev.clew.web.http.Arguments;
import dev.clew.web.http.Form;
import dev.clew.web.http.Parameter;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/** The parameters that say which paths are wanted. */
final class PathForm {
    private static final Form ID = new Form.Id();
    private static final int MOST_FILTERS = 50;
    /** A path by all its entities. */
    static final Parameter NODES = Parameter.many(
            "nodes",
            ID,
            9,
            "The path over exactly these entities, in order, instead of the best; its ends are theirs.");

    private static final Parameter VIA =
            Parameter.many("via", ID, PathQuery.VIA, "Ids of entities to pass, in this order.");

    private PathForm() {}

    /** Everything that a question for paths takes, lens included. */
    static List<Parameter> parameters() {
        return Stream.of(
                        ends(),
                        List.of(NODES),
                        filters(),
                        meaning(),
                        bounds("6", "5"),
                        List.of(direction()),
                        LensForm.parameters(false))
                .flatMap(List::stream)
                .toList();
    }

    /** Everything beside ends and lens, for a call that compares paths. */
    static List<Parameter> kept() {
        return Stream.of(List.of(VIA, NODES), filters(), meaning(), bounds("6", "10"), List.of(direction()))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Parameter> ends() {
        return List.of(
                Parameter.required("from", ID, "The id of the entity to begin at."),
                Parameter.required("to", ID, "The id of the entity to end at."),
                VIA);
    }

    /** What paths may use. */
    static List<Parameter> filters() {
        return List.of(
                Parameter.many("avoid", ID, MOST_FILTERS, "Ids of entities that no path may pass."),
                Parameter.many("relation", ID, MOST_FILTERS, "Only hops by these relations."),
                Parameter.many(
                        "kind",
                        new Form.Choice(SearchCalls.entityKinds()),
                        10,
                        "Only entities of these kinds between the ends."),
                Parameter.fallback("minVoices", new Form.Whole(0, 1000), "0", "Only hops with so many voices."));
    }

    /** Which readings are wanted. */
    static List<Parameter> meaning() {
        return List.of(
                Parameter.optional(
                        "sign",
                        new Form.SignForm(List.of(Sign.PLUS, Sign.MINUS)),
                        "Only those that raise (+) or lower (-) in the end."),
                Parameter.fallback(
                        "framing",
                        new Form.Choice(List.of("any", "consistent")),
                        "any",
                        "Whether the meaning of a word may change half-way."));
    }

    /** How far, and how many. */
    static List<Parameter> bounds(String maxHops, String k) {
        return List.of(
                Parameter.fallback("maxHops", new Form.Whole(1, 8), maxHops, "Most hops."),
                Parameter.fallback("k", new Form.Whole(1, 50), k, "Most answers."));
    }

    private static Parameter direction() {
        return Parameter.fallback(
                "direction",
                new Form.Choice(List.of("out", "any")),
                "out",
                "Along the influence only (out), or either way.");
    }

    /** The question that the arguments ask. */
    static PathQuery read(Arguments asked, Lens lens) {
        PathQuery.Ends ends = new PathQuery.Ends(asked.text("from"), asked.text("to"), asked.texts("via"));
        PathQuery.Direction direction = Enumerations.find(PathQuery.Direction.class, asked.text("direction"))
                .orElseThrow();
        return new PathQuery(ends, filter(asked), lens, meaning(asked), bounds(asked, direction));
    }

    static PathQuery.Filter filter(Arguments asked) {
        return new PathQuery.Filter(
                new HashSet<>(asked.texts("avoid")),
                new HashSet<>(asked.texts("relation")),
                SearchCalls.kinds(asked),
                asked.whole("minVoices"));
    }

    static PathQuery.Meaning meaning(Arguments asked) {
        return new PathQuery.Meaning(
                asked.value("sign", Sign.class).orElse(null),
                Enumerations.find(PathQuery.Framings.class, asked.text("framing"))
                        .orElseThrow());
    }

    static PathQuery.Bounds bounds(Arguments asked, PathQuery.Direction direction) {
        return new PathQuery.Bounds(asked.whole("maxHops"), asked.whole("k"), direction);
    }
}
