package dev.clew.web.api;

import dev.clew.ledger.Ledger;
import dev.clew.model.ClaimType;
import dev.clew.model.Enumerations;
import dev.clew.model.Lens;
import dev.clew.model.RecordName;
import dev.clew.web.http.Arguments;
import dev.clew.web.http.Form;
import dev.clew.web.http.Parameter;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The parameters that say which evidence counts, the same for every call that reads edges or paths. */
final class LensForm {
    private static final Form ID = new Form.Id();
    /** As of when. */
    static final Parameter AS_OF = Parameter.optional(
            "asOf",
            new Form.ChangeOrDay(),
            "The change whose state is meant, or a day, at whose end in UTC; the newest when left out.");

    private LensForm() {}

    /** Its parameters; facts off unless they are asked for, or the other way round. */
    static List<Parameter> parameters(boolean facts) {
        return Stream.concat(Stream.of(AS_OF), sideParameters("", facts).stream())
                .toList();
    }

    /** The parameters of one of two lenses, each name begun with this. */
    static List<Parameter> sideParameters(String prefix, boolean facts) {
        Parameter counted = Parameter.fallback(
                prefix + "facts", new Form.Flag(), Boolean.toString(facts), "Whether reference facts count too.");
        return Stream.concat(claimParameters(prefix).stream(), Stream.of(counted))
                .toList();
    }

    /** Those of them that say which claims count. */
    static List<Parameter> claimParameters(String prefix) {
        List<String> claimTypes =
                Arrays.stream(ClaimType.values()).map(ClaimType::code).toList();
        return List.of(
                Parameter.optional(prefix + "holder", ID, "Only claims that this entity believes."),
                Parameter.optional(prefix + "speaker", ID, "Only claims that this entity says."),
                Parameter.optional(prefix + "source", ID, "Only claims from this source."),
                Parameter.optional(
                        prefix + "dateFrom", new Form.Day(), "Only claims from sources of this day or later."),
                Parameter.optional(
                        prefix + "dateTo", new Form.Day(), "Only claims from sources of this day or earlier."),
                Parameter.many(
                        prefix + "claimType",
                        new Form.Choice(claimTypes),
                        claimTypes.size(),
                        "Only claims of these types."),
                Parameter.many(
                        prefix + "without",
                        ID,
                        Lens.WITHOUT,
                        "Ids of insights to leave out, to see what rests on them."));
    }

    /** The lens that the arguments describe, at the moment they name. */
    static Lens read(Arguments asked, Reads reads) {
        return read(asked, reads.ledger());
    }

    /** The same, with days mapped to changes of the ledger. */
    static Lens read(Arguments asked, Ledger ledger) {
        Lens lens = side("", asked);
        return change(asked, "asOf", ledger).map(lens::at).orElse(lens);
    }

    /** The change that an argument names: by its number, or by a day, whose last change is meant (in UTC). */
    static Optional<Long> change(Arguments asked, String parameter, Ledger ledger) {
        return asked.value(parameter, Object.class).map(value -> switch (value) {
            case LocalDate day ->
                ledger.lastChangeAt(
                        day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusMillis(1));
            default -> (Long) value;
        });
    }

    /** One of two lenses. */
    static Lens side(String prefix, Arguments asked) {
        return claims(prefix, asked).withFacts(asked.flag(prefix + "facts").orElse(false));
    }

    /** The claims that count, without facts. */
    static Lens claims(String prefix, Arguments asked) {
        Set<ClaimType> types = asked.texts(prefix + "claimType").stream()
                .flatMap(code -> Enumerations.find(ClaimType.class, code).stream())
                .collect(Collectors.toSet());
        Lens.Said said = new Lens.Said(
                asked.optionalText(prefix + "holder").orElse(null),
                asked.optionalText(prefix + "speaker").orElse(null),
                asked.optionalText(prefix + "source").orElse(null),
                asked.value(prefix + "dateFrom", LocalDate.class).orElse(null),
                asked.value(prefix + "dateTo", LocalDate.class).orElse(null));
        return new Lens(said, types, new HashSet<>(asked.texts(prefix + "without")), false, null);
    }

    /**
     * Refuses a lens that names what is not published.
     *
     * @throws dev.clew.model.ClewException (not-found, gone) naming it
     */
    static void require(Lens lens, View view) {
        Stream.of(lens.said().holder(), lens.said().speaker())
                .flatMap(Stream::ofNullable)
                .forEach(id -> view.require(RecordName.entity(id)));
        Stream.ofNullable(lens.said().source()).forEach(id -> view.require(RecordName.source(id)));
        lens.without().forEach(id -> view.require(RecordName.insight(id)));
    }
}
