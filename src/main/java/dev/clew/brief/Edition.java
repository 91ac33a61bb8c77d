package dev.clew.brief;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that is new between two changes, weighed once for all readers. Immutable and safe for any number of threads.
 */
public final class Edition {
    private final long since;
    private final long change;
    private final boolean truncated;
    private final int claims;
    private final Map<Follow, List<Candidate>> byFollow = new HashMap<>();

    Edition(long since, long change, List<Candidate> candidates, boolean truncated) {
        this.since = since;
        this.change = change;
        this.truncated = truncated;
        this.claims = candidates.size();
        for (Candidate each : candidates) {
            each.follows()
                    .forEach(follow -> byFollow.computeIfAbsent(follow, any -> new ArrayList<>())
                            .add(each));
        }
    }

    /** What is new since this change. */
    public long since() {
        return since;
    }

    /** The last change that was looked at. */
    public long change() {
        return change;
    }

    /** How many new claims there are. */
    public int claims() {
        return claims;
    }

    /** Whether there were more changes than are looked at, so that the oldest were left out. */
    public boolean truncated() {
        return truncated;
    }

    List<Candidate> with(Follow follow) {
        return byFollow.getOrDefault(follow, List.of());
    }
}
