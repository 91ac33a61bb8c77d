package dev.clew.model;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which evidence counts: edges, voices and signs are recomputed from the claims that pass.
 *
 * @param holder only claims this entity believes; null for any
 * @param speaker only claims this entity says; null for any
 * @param source only claims from this source; null for any
 * @param claimTypes only claims of these types; empty for any. Questions and recommendations count for nothing even
 *     when named
 * @param facts whether facts count too; off by default
 * @param asOf the change whose state is meant; null for the newest
 */
public record Lens(
        @Nullable String holder,
        @Nullable String speaker,
        @Nullable String source,
        Set<ClaimType> claimTypes,
        boolean facts,
        @Nullable Long asOf) {
    /** Every claim, no facts, newest state. */
    public static final Lens CLAIMS = new Lens(null, null, null, Set.of(), false, null);

    /** Checks ids and change. */
    public Lens {
        Parameters.optionalId("holder", holder);
        Parameters.optionalId("speaker", speaker);
        Parameters.optionalId("source", source);
        claimTypes = Set.copyOf(claimTypes);
        if (asOf != null && asOf < 0) {
            throw Parameters.refused("asOf", asOf.toString(), "give the number of a change, from 0");
        }
    }

    /** Whether it lets every claim of its state pass; facts may be on or off. */
    public boolean passesEveryClaim() {
        return holder == null && speaker == null && source == null && claimTypes.isEmpty();
    }

    /** The same with facts on or off. */
    public Lens withFacts(boolean on) {
        return new Lens(holder, speaker, source, claimTypes, on, asOf);
    }

    /** The same for claims this entity believes. */
    public Lens withHolder(String entity) {
        return new Lens(entity, speaker, source, claimTypes, facts, asOf);
    }

    /** The same for claims of these types. */
    public Lens withClaimTypes(Set<ClaimType> types) {
        return new Lens(holder, speaker, source, types, facts, asOf);
    }

    /** The same at a change. */
    public Lens at(long change) {
        return new Lens(holder, speaker, source, claimTypes, facts, change);
    }
}
