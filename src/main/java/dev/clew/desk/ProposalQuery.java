package dev.clew.desk;

import org.jspecify.annotations.Nullable;

/**
 * Which proposals to list, oldest first.
 *
 * @param state only these; null for every state
 * @param by only of this account; empty for all
 * @param origin only of this origin; null for all
 * @param run only of this import; null for all
 * @param page how many, and where the last page ended
 */
public record ProposalQuery(
        Proposal.@Nullable State state,
        String by,
        Proposal.Origin.@Nullable Kind origin,
        @Nullable Long run,
        Page page) {
    /**
     * A part of the list.
     *
     * @param after the number of the last proposal of the page before; 0 for the first page
     * @param limit most proposals, 1 to {@value Proposals#LIMIT_PAGE}
     */
    public record Page(long after, int limit) {}

    /** Those of one state, from the first on. */
    public static ProposalQuery of(Proposal.State state, int limit) {
        return new ProposalQuery(state, "", null, null, new Page(0, limit));
    }
}
