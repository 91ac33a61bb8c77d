package dev.clew.model;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How many independent voices stand on which side.
 *
 * @param voicesFor voices for it
 * @param voicesAgainst voices that deny it, or claim the opposite of the same entities in a meaning and scope that can
 *     be the same
 * @param contestedBy why it is contested; null when it is not
 * @param opposed whether a claim of the opposite sign stands against it, in whatever meaning or scope
 * @param byType how many of the voices for it made a claim of each type; one voice may count under several
 */
public record Support(
        int voicesFor,
        int voicesAgainst,
        @Nullable Contest contestedBy,
        boolean opposed,
        Map<ClaimType, Integer> byType) {
    /** Copies the counts, in the order of the types. */
    public Support {
        byType = Collections.unmodifiableMap(new TreeMap<>(byType));
    }

    /** Whether anything speaks against it, in whatever meaning. */
    public boolean isContested() {
        return contestedBy != null;
    }

    /** For minus against: how firmly it stands. */
    public int margin() {
        return voicesFor - voicesAgainst;
    }
}
