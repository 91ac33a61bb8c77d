package dev.clew.insight;

import java.util.Locale;

/**
 * How the insights of a library hang together; facts, topics and speakers are left out.
 *
 * @param insights how many there are
 * @param byLinks how many of them the largest group holds that is joined by the ends of their links alone
 * @param together the same, joined also by what insights say of each other
 */
public record Connection(int insights, int byLinks, int together) {
    /** The share that hangs together by links alone, 0 to 1; 1 of a library without insights. */
    public double share() {
        return insights == 0 ? 1 : (double) byLinks / insights;
    }

    /** In words: {@code 274 of 303 insights hang together by their links (90.4 %), 283 with what they say of each other}. */
    public String text() {
        return String.format(
                Locale.ROOT,
                "%d of %d insights hang together by their links (%.1f %%), %d with what they say of each other",
                byLinks,
                insights,
                share() * 100,
                together);
    }
}
