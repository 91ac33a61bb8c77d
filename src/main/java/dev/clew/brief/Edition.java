package dev.clew.brief;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Everything that is new between two changes, weighed once for all readers. Stays as it is, and remembers which claims say the
 * same as one of it. Safe for any number of threads.
 */
public final class Edition {
    private final long since;
    private final long change;
    private final boolean truncated;
    private final List<Candidate> candidates;
    private final Map<Follow, List<Integer>> byFollow = new HashMap<>();
    private final Map<String, Candidate> byId = new HashMap<>();
    private final Map<String, Set<String>> sameByClaim = new ConcurrentHashMap<>();

    Edition(long since, long change, List<Candidate> candidates, boolean truncated) {
        this.since = since;
        this.change = change;
        this.truncated = truncated;
        this.candidates =
                candidates.stream().sorted(Comparator.comparing(Candidate::id)).toList();
        for (int place = 0; place < this.candidates.size(); place++) {
            Candidate each = this.candidates.get(place);
            byId.put(each.id(), each);
            for (Follow follow : each.follows()) {
                byFollow.computeIfAbsent(follow, any -> new ArrayList<>()).add(place);
            }
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
        return candidates.size();
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

    /** The ids of the published claims that say the same as one of this edition, new or not; found once for all readers. */
    Set<String> sayingTheSame(Candidate candidate, Function<Candidate, Set<String>> find) {
        return sameByClaim.computeIfAbsent(candidate.id(), any -> find.apply(candidate));
    }

    /** The claim at a place; places are in the order of ids, from 0. */
    Candidate at(int place) {
        return candidates.get(place);
    }

    /** The places of the claims that have something followed. */
    List<Integer> with(Follow follow) {
        return byFollow.getOrDefault(follow, List.of());
    }
}
