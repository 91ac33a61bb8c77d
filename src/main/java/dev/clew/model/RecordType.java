package dev.clew.model;

import java.util.Optional;

/**
 * The types of record; each names the first part of its records' addresses. Their order is the order of names: what is
 * referred to comes before what refers to it.
 */
public enum RecordType {
    /** Where claims come from. */
    SOURCE,
    /** A thing claims are about. */
    ENTITY,
    /** A claim. */
    INSIGHT;

    /** The written form: {@code insight}, {@code entity} or {@code source}. */
    public String code() {
        return Enumerations.code(this);
    }

    /** The type with this written form. */
    public static Optional<RecordType> find(String code) {
        return Enumerations.find(RecordType.class, code);
    }
}
