package dev.clew.ontology;

import java.util.List;
import java.util.Map;

/**
 * One term of the vocabulary, as a reader looks it up.
 *
 * @param iri its address
 * @param sort what sort of term
 * @param label its name
 * @param definition one sentence
 * @param example an example
 * @param details what else is said of it: addresses and texts by the property's address, in the order of {@link Vocabulary}
 */
public record VocabularyTerm(
        String iri, Sort sort, String label, String definition, String example, Map<String, List<String>> details) {
    /** The sorts of terms, in the order in which a reader meets them. */
    public enum Sort {
        /** What things are. */
        CLASS,
        /** What leads from a thing to another. */
        OBJECT_PROPERTY,
        /** What leads from a thing to a text, number or day. */
        DATA_PROPERTY,
        /** The values that some properties take. */
        CONSTANT,
        /** How one thing bears on another. */
        RELATION,
        /** What pages say and data does not. */
        WORD
    }

    /** Its name inside its namespace, such as {@code Insight}. */
    public String localName() {
        return iri.substring(Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1);
    }

    /** What one property says of it; empty when it says nothing. */
    public List<String> detail(String property) {
        return details.getOrDefault(property, List.of());
    }
}
