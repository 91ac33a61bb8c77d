package dev.clew.desk;

import dev.clew.model.ClewException;
import dev.clew.model.Slug;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A feed that is subscribed to, and how it does.
 *
 * @param number by which it is named
 * @param address of the feed
 * @param wish what is wanted of it
 * @param by the account that subscribed
 * @param podcast the id of the podcast whose episodes it lists; null until it was read once
 * @param health how it does
 * @param episodes how many of its episodes became sources
 */
public record Subscription(
        long number,
        String address,
        Wish wish,
        String by,
        @Nullable String podcast,
        Health health,
        long episodes) {
    /** Most characters of an address. */
    public static final int LIMIT_ADDRESS_CHARACTERS = 2_000;

    /**
     * What is wanted of a feed.
     *
     * @param podcast the id of the published podcast that its episodes belong to; null to make one of what the feed says
     * @param latest how many episodes are taken at first, the latest ones, 0 to 1000; whatever comes later is taken
     * @param scanned whether transcripts are scanned for claims, which wait for review
     * @param rules which episodes are taken
     * @param paused whether it is read only when somebody asks
     */
    public record Wish(@Nullable String podcast, int latest, boolean scanned, Rules rules, boolean paused) {
        /** The ten latest, all scanned. */
        public static final Wish DEFAULT = new Wish(null, 10, true, Rules.ALL, false);

        /** Most episodes taken at first. */
        public static final int LIMIT_LATEST = 1_000;

        /** Checks id and number. */
        public Wish {
            if (podcast != null) {
                Slug.check("podcast", podcast);
            }
            if (latest < 0 || latest > LIMIT_LATEST) {
                throw ClewException.invalid("latest", "must be 0 to " + LIMIT_LATEST, Integer.toString(latest));
            }
        }
    }

    /**
     * Which episodes are taken, by words in title, categories or description; letters' case counts for nothing.
     *
     * @param included only those with one of these; empty for all
     * @param excluded none with one of these
     */
    public record Rules(List<String> included, List<String> excluded) {
        /** Every episode. */
        public static final Rules ALL = new Rules(List.of(), List.of());

        private static final int LIMIT_WORDS = 50;
        private static final int LIMIT_WORD_CHARACTERS = 80;

        /** Checks the words. */
        public Rules {
            included = checked("included", included);
            excluded = checked("excluded", excluded);
        }

        private static List<String> checked(String path, List<String> words) {
            if (words.size() > LIMIT_WORDS) {
                throw ClewException.invalid(
                        path, "must have at most " + LIMIT_WORDS + " words", Integer.toString(words.size()));
            }
            return words.stream()
                    .map(word -> {
                        if (word.isBlank() || word.length() > LIMIT_WORD_CHARACTERS || word.contains("\n")) {
                            throw ClewException.invalid(
                                    path, "must be words of 1 to " + LIMIT_WORD_CHARACTERS + " characters", word);
                        }
                        return word.strip();
                    })
                    .toList();
        }

        /** Whether an episode with these texts is taken. */
        public boolean take(List<String> texts) {
            String all = String.join("\n", texts).toLowerCase(Locale.ROOT);
            return (included.isEmpty() || included.stream().anyMatch(word -> has(all, word)))
                    && excluded.stream().noneMatch(word -> has(all, word));
        }

        private static boolean has(String all, String word) {
            return all.contains(word.toLowerCase(Locale.ROOT));
        }
    }

    /**
     * How a feed does.
     *
     * @param next when it is read again
     * @param polled when it was read last, with or without success; null for never
     * @param succeeded when it could be read last; null for never
     * @param failures how often in a row it could not be
     * @param message what was wrong, or of note; empty for nothing
     */
    public record Health(
            Instant next,
            @Nullable Instant polled,
            @Nullable Instant succeeded,
            int failures,
            String message) {}
}
