package dev.clew.web.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Claims as feed readers take them.
 *
 * @param title of the feed
 * @param page where a reader finds the same
 * @param self where the feed is
 * @param entries the claims, latest change first
 */
record ClaimFeed(String title, String page, String self, List<Entry> entries) {
    /**
     * One claim.
     *
     * @param iri its address
     * @param text what it says
     * @param more what is said beyond that, such as why it was chosen; empty for nothing
     * @param by who says or believes it, by name; null when unknown
     * @param published the day its source came out; null when unknown
     * @param updated when it was written or last edited
     */
    record Entry(
            String iri,
            String text,
            String more,
            @Nullable String by,
            @Nullable Instant published,
            Instant updated) {
        /** All that is said. */
        String content() {
            return more.isEmpty() ? text : text + "\n\n" + more;
        }

        /** Its beginning. */
        String title() {
            return text.length() <= 100 ? text : text.substring(0, 99) + "…";
        }
    }

    /** Copies the list. */
    ClaimFeed {
        entries = List.copyOf(entries);
    }

    /** When the latest was written; the epoch for an empty feed. */
    Instant updated() {
        return entries.stream().map(Entry::updated).max(Instant::compareTo).orElse(Instant.EPOCH);
    }
}
