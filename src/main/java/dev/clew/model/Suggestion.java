package dev.clew.model;

import org.jspecify.annotations.Nullable;

/**
 * An entity that may be meant.
 *
 * @param id its id
 * @param label its label
 * @param kind its kind
 * @param matchedAlias the alias that begins so; null when the label does
 * @param insights how many insights name it
 */
public record Suggestion(
        String id, String label, EntityKind kind, @Nullable String matchedAlias, int insights) {}
