package dev.clew.brief;

import dev.clew.model.NearDuplicates;
import dev.clew.model.NearDuplicates.Alike;
import dev.clew.model.NearDuplicates.Wording;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which claims say the same, for one brief. The best are compared all at once, since most briefs are made of them; what lies
 * deeper is compared when its turn comes, with what was chosen. For one thread.
 */
final class Sameness {
    private final NearDuplicates duplicates;
    private final Edition edition;
    private final Set<String> had;
    private final Set<String> best;
    /** The best of each group of the best that say the same, by each id of the group. */
    private final Map<String, String> firsts = new HashMap<>();

    /**
     * Compares the best.
     *
     * @param had ids of claims that the reader was sent
     * @param best ids, best first, at most {@value NearDuplicates#LIMIT_GROUPED}
     */
    Sameness(NearDuplicates duplicates, Edition edition, Set<String> had, List<String> best) {
        this.duplicates = duplicates;
        this.edition = edition;
        this.had = had;
        this.best = new HashSet<>(best);
        duplicates.groups(best).forEach(group -> group.forEach(id -> firsts.put(id, group.getFirst())));
    }

    /** Whether the reader was sent a claim that says the same. */
    boolean wasSent(Candidate candidate) {
        return !had.isEmpty() && !Collections.disjoint(edition.sayingTheSame(candidate, this::alike), had);
    }

    private Set<String> alike(Candidate candidate) {
        return duplicates
                .alike(Wording.of(candidate.insight()), NearDuplicates.SAME, NearDuplicates.LIMIT_MOST)
                .stream()
                .map(Alike::insight)
                .collect(Collectors.toSet());
    }

    /** Which of some chosen claims says the same as another one. */
    Optional<String> among(Collection<String> chosen, String id) {
        String first = firsts.getOrDefault(id, id);
        if (!first.equals(id) && chosen.contains(first)) {
            return Optional.of(first);
        }
        if (chosen.isEmpty() || isFirst(id) && chosen.stream().allMatch(this::isFirst)) {
            return Optional.empty();
        }
        List<String> compared = new ArrayList<>(chosen);
        compared.add(id);
        return duplicates.groups(compared).stream()
                .filter(group -> group.contains(id))
                .map(List::getFirst)
                .findFirst();
    }

    /** Whether it is one of the best that says what no better one says; of such no two say the same. */
    private boolean isFirst(String id) {
        return best.contains(id) && firsts.getOrDefault(id, id).equals(id);
    }

    /** Those of the best that say the same as a chosen one, which is the best of them. */
    List<String> behind(String chosen, List<String> inOrder) {
        return inOrder.stream()
                .filter(id -> !id.equals(chosen) && chosen.equals(firsts.get(id)))
                .toList();
    }
}
