package dev.clew.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds published insights that say what another one says. Safe for any number of threads. */
public interface NearDuplicates {
    /** From this likeness on, two claims say the same in all but a few cases. */
    double SAME = 0.8;

    /** Most claims of one answer. */
    int LIMIT_MOST = 50;

    /** Most claims that are put together at once. */
    int LIMIT_GROUPED = 100;

    /**
     * What a claim says, published or not.
     *
     * @param id of the insight, which is left out of what is found; null for one that has none yet
     * @param text the claim
     * @param links what it asserts and denies
     */
    record Wording(@Nullable String id, String text, List<Link> links) {
        /** Checks the length of the text and copies the links. */
        public Wording {
            Checks.text("text", text, Limits.TEXT_CHARACTERS);
            links = Checks.list("links", links, Limits.LINKS);
        }

        /** What an insight says. */
        public static Wording of(Insight insight) {
            return new Wording(insight.id(), insight.claim().text(), insight.links());
        }
    }

    /**
     * A claim that is alike.
     *
     * @param insight its id
     * @param text the claim
     * @param likeness 0 to 1: of its parts together; 1 for the same words
     * @param parts what is alike
     */
    record Alike(String insight, String text, double likeness, Parts parts) {}

    /**
     * In which way two claims are alike, each 0 to 1.
     *
     * @param words the share of their telling words that both have
     * @param meaning the nearness of their vectors; null when they have none yet
     * @param links the share of their links that both hold; null when one has none
     */
    record Parts(
            double words,
            @Nullable Double meaning,
            @Nullable Double links) {}

    /**
     * The published claims that are alike, most alike first, ties by id. A claim that denies what the other asserts, or
     * gives the opposite direction, says no such thing and is left out. By words and links alone while vectors are
     * missing. Takes about 10 ms on 100 000 insights.
     *
     * @param least the least likeness, 0 to 1, such as {@link #SAME}
     * @param limit most claims, 1 to {@value #LIMIT_MOST}
     */
    List<Alike> alike(Wording wording, double least, int limit);

    /**
     * Those of some claims that say the same, as groups of two or more: each begins with the claim that stands first, and
     * holds what is like that one, so that likeness is not handed on from claim to claim. Ids of unpublished claims are
     * left out. Takes about 2 ms for forty claims.
     *
     * @param insights their ids, in the order that decides who stands first; at most {@value #LIMIT_GROUPED}
     */
    List<List<String>> groups(List<String> insights);
}
