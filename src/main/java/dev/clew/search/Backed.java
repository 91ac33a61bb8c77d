package dev.clew.search;

import dev.clew.model.Backings;
import java.util.Map;

/**
 * How insights are backed, by their numbers: a byte each, for the pass that counts and ranks.
 *
 * @param change the change that is shown
 * @param byNumber voices up to 127, and a bit for contested; 0 where there is the own voice only; not to be changed
 */
record Backed(long change, byte[] byNumber) {
    /** Every insight by its own voice. */
    static final Backed NONE = new Backed(Long.MAX_VALUE, new byte[0]);

    private static final int VOICES = 127;
    private static final int CONTESTED = 128;

    static Backed of(Backings.Snapshot snapshot, InsightNumbers numbers) {
        byte[] byNumber = new byte[numbers.size()];
        for (Map.Entry<String, Backings.Backing> each : snapshot.beyondOwn().entrySet()) {
            int number = numbers.find(each.getKey());
            if (number > 0 && number < byNumber.length) {
                int voices = Math.min(VOICES, each.getValue().voices());
                byNumber[number] = (byte) (each.getValue().contested() ? voices | CONTESTED : voices);
            }
        }
        return new Backed(snapshot.change(), byNumber);
    }

    /** The voices behind an insight; none behind what is no insight, or a question or recommendation. */
    int voices(int cell) {
        int number = InsightNumbers.number(cell);
        int known = number < byNumber.length ? byNumber[number] & VOICES : 0;
        return known > 0 ? known : InsightNumbers.counts(cell) ? 1 : 0;
    }

    /** Whether an insight is contested. */
    boolean isContested(int cell) {
        int number = InsightNumbers.number(cell);
        return number < byNumber.length && (byNumber[number] & CONTESTED) != 0;
    }
}
