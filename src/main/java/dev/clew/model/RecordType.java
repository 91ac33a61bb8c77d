package dev.clew.model;

import java.util.Optional;

/** The types of record; each names the first part of its records' addresses. */
public enum RecordType {
    /** A claim. */
    INSIGHT,
    /** A thing claims are about. */
    ENTITY,
    /** Where claims come from. */
    SOURCE;

    /** The written form: {@code insight}, {@code entity} or {@code source}. */
    public String code() {
        return Enumerations.code(this);
    }

    /** The type with this written form. */
    public static Optional<RecordType> find(String code) {
        return Enumerations.find(RecordType.class, code);
    }
}
