package dev.clew.model;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a search can be narrowed by and counted by.
 *
 * <p>Several values of a field that a record holds once mean any of them; of one that it may hold many times, all.
 */
public enum SearchField {
    /** Insight, entity or source. */
    TYPE("type", false),
    /** Kind of entity or source, such as {@code Nation} or {@code Episode}. */
    KIND("kind", false),
    /** An entity that an insight names anywhere. */
    ENTITY("entity", true),
    /** The relation of a link of the insight. */
    RELATION("relation", true),
    /** The sign of a link of the insight: {@code +}, {@code -} or {@code 0}. */
    SIGN("sign", true),
    /** Who believes it. */
    HOLDER("holder", false),
    /** Who says it. */
    SPEAKER("speaker", false),
    /** The source it is from. */
    SOURCE("source", false),
    /** The podcast whose episode it is from. */
    PODCAST("podcast", false),
    /** The year its source came out. */
    YEAR("year", false),
    /** What kind of claim. */
    CLAIM_TYPE("claimType", false),
    /** Plain or hedged. */
    CERTAINTY("certainty", false),
    /** A concept it is filed under. */
    TOPIC("topic", true),
    /** Whether a link of the insight is contested: {@code true} or {@code false}. */
    CONTESTED("contested", false);

    private static final SearchField[] ALL = values();

    private final String code;
    private final boolean repeated;

    SearchField(String code, boolean repeated) {
        this.code = code;
        this.repeated = repeated;
    }

    /** The written form, as in {@code claimType:forecast} and in answers. */
    public String code() {
        return code;
    }

    /** Whether one record may hold several values of it. */
    public boolean isRepeated() {
        return repeated;
    }

    /** The field with this written form, in upper or lower case. */
    public static Optional<SearchField> find(String code) {
        for (SearchField field : ALL) {
            if (field.code.equalsIgnoreCase(code)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    /** The written forms of all fields, for error sentences. */
    public static String choices() {
        return Arrays.stream(values()).map(SearchField::code).collect(Collectors.joining(", "));
    }
}
