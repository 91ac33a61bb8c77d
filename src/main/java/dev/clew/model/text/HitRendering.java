package dev.clew.model.text;

import dev.clew.model.RecordName;
import dev.clew.model.RecordType;
import dev.clew.model.SearchAnswer.Hit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Shows a record as a hit.
 *
 * @param highlighter of the query's words
 */
public record HitRendering(Highlighter highlighter) {
    /**
     * What is shown of a record.
     *
     * @param name the record
     * @param head claim, label or title
     * @param more quote, definition, note, as far as there are any
     * @param otherNames of an entity its aliases, of a claim all names of what it names
     */
    public record Face(RecordName name, String head, List<String> more, Supplier<Stream<String>> otherNames) {}

    /**
     * The hit.
     *
     * @param score how well it matches
     * @param similarity how near its meaning is; null when only its words matched
     */
    public Hit hit(Face face, double score, @Nullable Double similarity) {
        boolean claim = face.name().type() == RecordType.INSIGHT;
        List<String> own = own(face, claim);
        return new Hit(
                face.name(),
                face.head(),
                highlighter.best(own),
                score,
                highlighter
                        .matchedName(
                                claim ? own : List.of(face.head()),
                                face.otherNames().get())
                        .orElse(null),
                similarity);
    }

    /** Its texts, most telling first: a label is shown anyway, so a definition goes before it. */
    private static List<String> own(Face face, boolean claim) {
        List<String> texts = new ArrayList<>(face.more());
        texts.add(claim ? 0 : texts.size(), face.head());
        return texts;
    }
}
