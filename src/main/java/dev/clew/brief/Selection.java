package dev.clew.brief;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is chosen of a ranking: whatever is taken, no podcast has more than two, no two say the same, and none says what the
 * reader was sent. For one thread.
 */
final class Selection {
    private static final int MOST_OF_A_PODCAST = 2;

    private final Ranking ranked;
    private final Sameness sameness;
    private final TreeMap<Integer, Candidate> chosen = new TreeMap<>();
    private final Map<String, Integer> podcasts = new HashMap<>();
    /** What says the same as a chosen one, by the id of that one. */
    private final Map<String, Set<String>> others = new LinkedHashMap<>();

    Selection(Ranking ranked, Sameness sameness) {
        this.ranked = ranked;
        this.sameness = sameness;
    }

    /** Takes the best that may be taken beside what is there, until there are so many. */
    Selection filled(int limit) {
        for (int rank = 0; rank < ranked.size() && chosen.size() < limit; rank++) {
            offer(rank);
        }
        return this;
    }

    /** Takes this one, unless something chosen before forbids it. */
    Selection offer(int rank) {
        Candidate candidate = ranked.get(rank);
        boolean hasRoom = podcasts.getOrDefault(candidate.podcast(), 0) < MOST_OF_A_PODCAST;
        if (!hasRoom || chosen.containsKey(rank) || sameness.wasSent(candidate)) {
            return this;
        }
        Optional<String> same = sameness.among(others.keySet(), candidate.id());
        if (same.isPresent()) {
            others.computeIfAbsent(same.get(), any -> new LinkedHashSet<>()).add(candidate.id());
        } else {
            chosen.put(rank, candidate);
            podcasts.merge(candidate.podcast(), 1, Integer::sum);
            others.put(candidate.id(), new LinkedHashSet<>());
        }
        return this;
    }

    boolean hasCounterView() {
        return chosen.values().stream().anyMatch(Candidate::isCounterView);
    }

    /** The rank of the best claim that speaks against something, and may be taken when nothing else is there. */
    Optional<Integer> counterView() {
        for (int rank = 0; rank < ranked.size(); rank++) {
            if (ranked.get(rank).isCounterView() && !sameness.wasSent(ranked.get(rank))) {
                return Optional.of(rank);
            }
        }
        return Optional.empty();
    }

    /**
     * What was chosen, best first.
     *
     * @param best ids of the best, in their order, among which others that say the same are looked for
     */
    List<Brief.Item> items(List<String> best) {
        return chosen.values().stream().map(each -> item(each, best)).toList();
    }

    private Brief.Item item(Candidate candidate, List<String> best) {
        Set<String> same = new LinkedHashSet<>(others.getOrDefault(candidate.id(), Set.of()));
        same.addAll(sameness.behind(candidate.id(), best));
        return new Brief.Item(
                candidate.insight(),
                candidate.change(),
                ranked.because(candidate),
                candidate.isCounterView(),
                List.copyOf(same));
    }
}
