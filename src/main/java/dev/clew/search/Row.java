package dev.clew.search;

import dev.clew.model.ClaimFeature;
import dev.clew.model.ClaimIndex;
import dev.clew.model.RecordName;
import dev.clew.model.RecordType;
import dev.clew.model.SearchField;
import dev.clew.model.text.FieldValue;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the index keeps of a record: enough to make its document again when something that it names changes.
 *
 * @param name the record
 * @param head claim, label or title
 * @param more quote, definition, note, as far as there are any
 * @param aliases an entity's other names
 * @param language the tag of the language of claim, label and aliases
 * @param values what it can be narrowed by, without what follows from its source
 * @param features what a claim holds
 * @param day the day a source came out, as yyyymmdd; 0 when unknown and for other records
 */
record Row(
        RecordName name,
        String head,
        List<String> more,
        List<String> aliases,
        String language,
        List<FieldValue> values,
        List<ClaimFeature> features,
        int day) {
    /** Copies the lists. */
    Row {
        more = List.copyOf(more);
        aliases = List.copyOf(aliases);
        values = List.copyOf(values);
        features = List.copyOf(features);
    }

    /** Its values in one field. */
    Stream<String> all(SearchField field) {
        return values.stream().filter(value -> value.field() == field).map(FieldValue::value);
    }

    /** Its value in a field that it holds at most once. */
    Optional<String> one(SearchField field) {
        return all(field).findFirst();
    }

    /** Everything by which it is called: label or title first, then aliases. */
    Stream<String> callings() {
        return Stream.concat(Stream.of(head), aliases.stream());
    }

    /** The text by which it is found by meaning: a claim, a title, or a label with its definition. */
    String meaning() {
        boolean defined = name.type() == RecordType.ENTITY && !more.isEmpty();
        return defined ? head + ": " + more.getFirst() : head;
    }

    /** What it holds as a claim; its holder is among its values. */
    ClaimIndex.Profile profile() {
        Set<ClaimFeature> held = new HashSet<>(features);
        one(SearchField.HOLDER).ifPresent(holder -> held.add(new ClaimFeature(ClaimFeature.Kind.HOLDER, holder)));
        return new ClaimIndex.Profile(name.id(), head, held);
    }

    /** The records whose naming or date its document draws in. */
    Stream<RecordName> drawsOn() {
        return Stream.concat(
                all(SearchField.ENTITY).map(RecordName::entity),
                all(SearchField.SOURCE).map(RecordName::source));
    }

    /** Whether documents that draw on it look the same with the other in its place. */
    boolean lendsTheSameAs(Row other) {
        return head.equals(other.head)
                && aliases.equals(other.aliases)
                && day == other.day
                && one(SearchField.PODCAST).equals(other.one(SearchField.PODCAST));
    }
}
