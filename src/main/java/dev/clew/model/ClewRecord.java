package dev.clew.model;

/**
 * A record as it is published: an insight, an entity, a source, or where an entity was merged, a redirect. Immutable; equal
 * records are equal values.
 */
public sealed interface ClewRecord permits Insight, Entity, Source, Redirect {
    /** The id, unique among records of the same type. */
    String id();

    /** The name: type and id. */
    RecordName name();

    /** What a reader sees first: the claim, the label or the title. */
    String headline();
}
