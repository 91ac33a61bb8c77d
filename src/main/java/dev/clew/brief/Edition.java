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
    private final Map<String, Candidate> byId = new HashMap<>();

    Edition(long since, long change, List<Candidate> candidates, boolean truncated) {
        this.since = since;
        this.change = change;
        this.truncated = truncated;
        this.claims = candidates.size();
        for (Candidate each : candidates) {
            byId.put(each.insight().id(), each);
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

    /** Whether a claim was first published after a change, which is one of this edition's. */
    boolean isNew(String insight, long after) {
        Candidate candidate = byId.get(insight);
        return candidate != null && candidate.change() > after;
    }

    List<Candidate> with(Follow follow) {
        return byFollow.getOrDefault(follow, List.of());
    }
}
