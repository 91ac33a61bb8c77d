package dev.clew.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a letter, before it has a form.
 *
 * @param opening its first sentence
 * @param claims the claims, best first
 * @param told sentences about what became of what is followed
 * @param links where its reader goes on
 * @param closing its last sentences
 */
record LetterText(String opening, List<Shown> claims, List<String> told, Links links, String closing) {
    /** Copies the lists. */
    LetterText {
        claims = List.copyOf(claims);
        told = List.copyOf(told);
    }

    /**
     * Where a reader goes on.
     *
     * @param page the address of the page
     * @param label what the page is for
     * @param leave where the letters are ended; null when there is nothing to end yet
     */
    record Links(String page, String label, @Nullable String leave) {}

    /**
     * A claim.
     *
     * @param text what it says
     * @param page its address
     * @param origin who says it where and when
     * @param listen where it can be heard; null where it cannot
     * @param also who says the same
     * @param reasons why it was chosen
     */
    record Shown(
            String text,
            String page,
            String origin,
            @Nullable String listen,
            List<String> also,
            Reasons reasons) {
        /** Copies the list. */
        Shown {
            also = List.copyOf(also);
        }
    }

    /**
     * Why a claim was chosen.
     *
     * @param counterView whether it speaks against something
     * @param each the reasons, those that count most first
     */
    record Reasons(boolean counterView, List<Reason> each) {
        /** Copies the list. */
        Reasons {
            each = List.copyOf(each);
        }

        int points() {
            return each.stream().mapToInt(Reason::points).sum();
        }
    }

    /**
     * A reason.
     *
     * @param text the reason as a sentence without a full stop
     * @param points what it counts
     * @param check where it can be seen whether it holds
     */
    record Reason(String text, int points, String check) {}
}
