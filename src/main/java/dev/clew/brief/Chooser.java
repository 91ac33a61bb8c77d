package dev.clew.brief;

import dev.clew.model.NearDuplicates;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Chooses a brief from an edition: the claims with the most points of those that have something the reader follows; at most
 * two of a podcast, one of those that say the same, and one that speaks against something where there is one. The same for the
 * same edition and follows. Safe for any number of threads; costs about what the claims of the edition are many.
 */
public final class Chooser {
    private static final int MOST_OF_A_PODCAST = 2;
    private static final int GROUPED_FOR_EACH = 4;

    private final NearDuplicates duplicates;

    /** One that asks this which claims say the same. */
    public Chooser(NearDuplicates duplicates) {
        this.duplicates = duplicates;
    }

    /**
     * The brief of whoever follows some things.
     *
     * @param follows what is followed; nobody gets anything who follows nothing
     * @param limit most claims, 1 to {@value Brief#LIMIT_MOST}
     */
    public Brief choose(Edition edition, List<Follow> follows, int limit) {
        return choose(edition, Wishes.of(follows), limit);
    }

    /** The brief of a reader by what the reader wishes, as {@link #choose(Edition, List, int)}. */
    public Brief choose(Edition edition, Wishes wishes, int limit) {
        Ranking ranked = new Ranking(edition, wishes);
        Map<String, List<String>> others = sayingTheSame(ranked, limit);
        Set<String> behind = others.values().stream().flatMap(List::stream).collect(Collectors.toSet());
        List<Brief.Item> items = spread(ranked, behind, limit).stream()
                .map(each -> new Brief.Item(
                        each.insight(),
                        each.change(),
                        ranked.because(each),
                        each.isCounterView(),
                        others.getOrDefault(each.id(), List.of())))
                .toList();
        return new Brief(items, ranked.size(), edition);
    }

    /** Of those that say the same the best stands for all; looked for among the best only, since no others are shown. */
    private Map<String, List<String>> sayingTheSame(List<Candidate> ranked, int limit) {
        List<String> best = ranked.stream()
                .limit(Math.min(NearDuplicates.LIMIT_GROUPED, GROUPED_FOR_EACH * (long) limit))
                .map(Candidate::id)
                .toList();
        return duplicates.groups(best).stream()
                .collect(Collectors.toMap(List::getFirst, group -> group.subList(1, group.size())));
    }

    private static List<Candidate> spread(List<Candidate> ranked, Set<String> behind, int limit) {
        List<Candidate> chosen = new ArrayList<>();
        Iterator<Candidate> each = ranked.iterator();
        while (chosen.size() < limit && each.hasNext()) {
            Candidate next = each.next();
            if (!behind.contains(next.id()) && mayJoin(next, chosen)) {
                chosen.add(next);
            }
        }
        if (chosen.size() == limit && limit > 1 && chosen.stream().noneMatch(Candidate::isCounterView)) {
            List<Candidate> without = chosen.subList(0, limit - 1);
            ranked.stream()
                    .filter(one -> one.isCounterView() && !behind.contains(one.id()) && mayJoin(one, without))
                    .findFirst()
                    .ifPresent(counter -> chosen.set(limit - 1, counter));
        }
        return chosen;
    }

    private static boolean mayJoin(Candidate candidate, List<Candidate> chosen) {
        return chosen.stream()
                        .filter(each -> each.podcast().equals(candidate.podcast()))
                        .count()
                < MOST_OF_A_PODCAST;
    }
}
