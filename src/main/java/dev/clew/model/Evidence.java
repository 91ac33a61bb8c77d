package dev.clew.model;

import org.jspecify.annotations.Nullable;

/**
 * What stands behind an edge: an insight, or a fact of an entity's own record.
 *
 * @param kind insight or fact
 * @param id the id of the insight, or of the entity whose record states the fact
 * @param source the id of the source
 * @param voice whose belief it is; null for a fact, which has no voice
 * @param claimType what kind of claim; null for a fact
 */
public record Evidence(
        Kind kind,
        String id,
        String source,
        @Nullable Voice voice,
        @Nullable ClaimType claimType) implements Comparable<Evidence> {
    /** What a piece of evidence is. */
    public enum Kind {
        /** A claim. */
        INSIGHT,
        /** A reference record. */
        FACT;

        /** The written form. */
        public String code() {
            return Enumerations.code(this);
        }
    }

    /** A claim as evidence. */
    public static Evidence insight(String id, String source, Voice voice, ClaimType claimType) {
        return new Evidence(Kind.INSIGHT, id, source, voice, claimType);
    }

    /** A fact as evidence. */
    public static Evidence fact(String entity, String source) {
        return new Evidence(Kind.FACT, entity, source, null, null);
    }

    /** Claims before facts, then by id and source. */
    @Override
    public int compareTo(Evidence other) {
        int byKind = kind.compareTo(other.kind);
        int byId = byKind != 0 ? byKind : id.compareTo(other.id);
        return byId != 0 ? byId : source.compareTo(other.source);
    }
}
