package dev.clew.model;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which evidence counts: edges, voices and signs are recomputed from the claims that pass.
 *
 * @param said whose claims, and from where and when
 * @param claimTypes only claims of these types; empty for any. Questions and recommendations count for nothing even
 *     when named
 * @param without ids of claims taken away, to see what rests on them; at most {@value #WITHOUT}
 * @param facts whether facts count too; off by default
 * @param asOf the change whose state is meant; null for the newest
 */
public record Lens(
        Said said,
        Set<ClaimType> claimTypes,
        Set<String> without,
        boolean facts,
        @Nullable Long asOf) {
    /** Every claim, no facts, newest state. */
    public static final Lens CLAIMS = new Lens(Said.BY_ANYBODY, Set.of(), Set.of(), false, null);

    /** Most claims taken away. */
    public static final int WITHOUT = 200;

    /**
     * Whose claims, from where and when.
     *
     * @param holder only claims this entity believes; null for any
     * @param speaker only claims this entity says; null for any
     * @param source only claims from this source; null for any
     * @param from only claims whose source came out on this day or later; null for any. A source without a day has none
     *     that could pass
     * @param until only claims whose source came out on this day or earlier; null for any
     */
    public record Said(
            @Nullable String holder,
            @Nullable String speaker,
            @Nullable String source,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {
        /** Anybody, anywhere, at any time. */
        public static final Said BY_ANYBODY = new Said(null, null, null, null, null);

        /** Checks the ids, and that the days are in order. */
        public Said {
            Parameters.optionalId("holder", holder);
            Parameters.optionalId("speaker", speaker);
            Parameters.optionalId("source", source);
            if (from != null && until != null && until.isBefore(from)) {
                throw Parameters.refused("dateTo", until.toString(), "give a day not before dateFrom, " + from);
            }
        }

        /** Whether a source that came out then passes. */
        public boolean passes(@Nullable LocalDate day) {
            if (from == null && until == null) {
                return true;
            }
            return day != null && (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
        }
    }

    /** Checks ids and change. */
    public Lens {
        claimTypes = Set.copyOf(claimTypes);
        without = Set.copyOf(Parameters.ids("without", without, WITHOUT));
        if (asOf != null && asOf < 0) {
            throw Parameters.refused("asOf", asOf.toString(), "give the number of a change, from 0");
        }
    }

    /** Whether it lets every claim of its state pass; facts may be on or off. */
    public boolean passesEveryClaim() {
        return said.equals(Said.BY_ANYBODY) && claimTypes.isEmpty() && without.isEmpty();
    }

    /** The same with facts on or off. */
    public Lens withFacts(boolean on) {
        return new Lens(said, claimTypes, without, on, asOf);
    }

    /** The same for what was said by or in these. */
    public Lens with(Said other) {
        return new Lens(other, claimTypes, without, facts, asOf);
    }

    /** The same for claims this entity believes. */
    public Lens withHolder(String entity) {
        return with(new Said(entity, said.speaker(), said.source(), said.from(), said.until()));
    }

    /** The same for claims of these types. */
    public Lens withClaimTypes(Set<ClaimType> types) {
        return new Lens(said, types, without, facts, asOf);
    }

    /** The same with these claims taken away. */
    public Lens without(Set<String> claims) {
        return new Lens(said, claimTypes, claims, facts, asOf);
    }

    /** The same at a change. */
    public Lens at(long change) {
        return new Lens(said, claimTypes, without, facts, change);
    }
}
