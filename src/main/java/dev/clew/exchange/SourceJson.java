package dev.clew.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.model.ClewException;
import dev.clew.model.Source;
import dev.clew.model.Source.Participation;
import dev.clew.model.Source.Place;
import dev.clew.model.Source.Publication;
import dev.clew.model.SourceKind;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A source in JSON. */
final class SourceJson {
    private SourceJson() {}

    static void write(Source source, JsonObjects out) {
        Publication publication = source.publication();
        LocalDate date = publication.date();
        out.text("kind", label(source.kind()))
                .text("title", source.title())
                .text("podcast", source.podcast())
                .whole("season", source.place().season())
                .whole("number", source.place().number())
                .text("date", date == null ? null : date.toString())
                .text("url", publication.url())
                .text("enclosure", publication.enclosure())
                .whole("duration", publication.duration())
                .objects("people", source.people(), SourceJson::write)
                .text("licence", publication.licence())
                .text("note", source.note());
    }

    private static ObjectNode write(Participation participation) {
        return new JsonObjects()
                .text("person", participation.person())
                .text("role", participation.role())
                .node();
    }

    private static String label(SourceKind kind) {
        return kind.name().charAt(0) + kind.name().substring(1).toLowerCase(Locale.ROOT);
    }

    static Source read(String id, JsonFields fields) {
        return new Source(
                id,
                kind(fields.requiredText("kind")),
                fields.requiredText("title"),
                fields.text("podcast"),
                new Place(fields.whole("season"), fields.whole("number")),
                new Publication(
                        date(fields.text("date")),
                        fields.text("url"),
                        fields.text("enclosure"),
                        fields.whole("duration"),
                        fields.text("licence")),
                fields.objects(
                        "people", each -> new Participation(each.requiredText("person"), each.requiredText("role"))),
                fields.text("note"));
    }

    private static SourceKind kind(String label) {
        return Arrays.stream(SourceKind.values())
                .filter(kind -> label(kind).equals(label))
                .findFirst()
                .orElseThrow(() -> ClewException.invalid(
                        "kind",
                        "must be one of "
                                + Arrays.stream(SourceKind.values())
                                        .map(SourceJson::label)
                                        .collect(Collectors.joining(", ")),
                        label));
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException malformed) {
            throw ClewException.invalid("date", "must be a date that exists, such as 2024-02-29", String.valueOf(text));
        }
    }
}
