package dev.clew.fetch;

import dev.clew.model.ClewException;
import java.time.Duration;

/**
 * How much one fetch may take.
 *
 * @param time from the first lookup to the last byte, redirects included; 1 s to 10 min
 * @param bytes most bytes of the body, counted after it is decompressed; 1 to 500 000 000
 * @param redirects how many redirects are followed, 0 to 20
 */
public record FetchLimits(Duration time, int bytes, int redirects) {
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int LARGEST_BYTES = 500_000_000;
    private static final int MOST_REDIRECTS = 20;

    /** Thirty seconds, twenty million bytes, five redirects. */
    public static final FetchLimits DEFAULT = new FetchLimits(Duration.ofSeconds(30), 20_000_000, 5);

    /** Checks the ranges. */
    public FetchLimits {
        if (time.compareTo(Duration.ofSeconds(1)) < 0 || time.compareTo(LONGEST) > 0) {
            throw ClewException.invalid("time", "must be 1 s to 10 min", time.toString());
        }
        if (bytes < 1 || bytes > LARGEST_BYTES) {
            throw ClewException.invalid("bytes", "must be 1 to " + LARGEST_BYTES, Integer.toString(bytes));
        }
        if (redirects < 0 || redirects > MOST_REDIRECTS) {
            throw ClewException.invalid("redirects", "must be 0 to " + MOST_REDIRECTS, Integer.toString(redirects));
        }
    }
}
