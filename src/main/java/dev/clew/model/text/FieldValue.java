package dev.clew.model.text;

import dev.clew.model.SearchField;

/**
 * A value that a record holds in a field.
 *
 * @param field the field
 * @param value an id, code or label
 */
public record FieldValue(SearchField field, String value) {
    private static final char BETWEEN = '\u001f';

    /** The one term that stands for it in the index. */
    public String term() {
        return field.code() + BETWEEN + value;
    }

    /** Reads a term. */
    public static FieldValue parse(String term) {
        int between = term.indexOf(BETWEEN);
        SearchField field = SearchField.find(term.substring(0, between)).orElseThrow();
        return new FieldValue(field, term.substring(between + 1));
    }
}
