package dev.clew.brief;

import dev.clew.model.NearDuplicates;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Chooses a brief from an edition: the claims with the most points of those that have something the reader follows; at most
 * two of a podcast, one of those that say the same, and one that speaks against something where there is one. The same for the
 * same edition and follows. Safe for any number of threads; costs about what the matching claims are many.
 */
public final class Chooser {
    private static final int MOST_OF_A_PODCAST = 2;
    private static final int MOST_FOLLOWED_REASONS = 4;
    private static final Comparator<Brief.Item> BEST = Comparator.comparingInt(Brief.Item::score)
            .reversed()
            .thenComparing(item -> item.insight().id());

    private final NearDuplicates duplicates;

    /** One that asks this which claims say the same. */
    public Chooser(NearDuplicates duplicates) {
        this.duplicates = duplicates;
    }

    /**
     * The brief of a reader.
     *
     * @param follows what the reader follows; nobody gets anything who follows nothing
     * @param limit most claims, 1 to {@value Brief#LIMIT_MOST}
     */
    public Brief choose(Edition edition, List<Follow> follows, int limit) {
        Map<Candidate, List<Follow>> matching = new LinkedHashMap<>();
        follows.forEach(follow -> edition.with(follow)
                .forEach(each ->
                        matching.computeIfAbsent(each, any -> new ArrayList<>()).add(follow)));
        Map<String, String> podcasts = new HashMap<>();
        List<Brief.Item> ranked = new ArrayList<>();
        matching.forEach((candidate, followed) -> {
            podcasts.put(candidate.insight().id(), candidate.podcast());
            ranked.add(item(candidate, followed));
        });
        ranked.sort(BEST);
        return new Brief(spread(together(ranked), podcasts, limit), matching.size(), edition);
    }

    private static Brief.Item item(Candidate candidate, List<Follow> followed) {
        List<Because> because = new ArrayList<>();
        followed.stream()
                .limit(MOST_FOLLOWED_REASONS)
                .forEach(each -> because.add(Because.followed(each, because.isEmpty())));
        because.addAll(candidate.merits());
        because.sort(Comparator.comparingInt(Because::points).reversed());
        return new Brief.Item(candidate.insight(), candidate.change(), because, candidate.isCounterView(), List.of());
    }

    /** Of those that say the same the best stands for all. */
    private List<Brief.Item> together(List<Brief.Item> ranked) {
        List<String> ids = ranked.stream()
                .limit(NearDuplicates.LIMIT_GROUPED)
                .map(item -> item.insight().id())
                .toList();
        Map<String, List<String>> others = new HashMap<>();
        Set<String> behind = new LinkedHashSet<>();
        for (List<String> group : duplicates.groups(ids)) {
            others.put(group.getFirst(), group.subList(1, group.size()));
            behind.addAll(group.subList(1, group.size()));
        }
        return ranked.stream()
                .filter(item -> !behind.contains(item.insight().id()))
                .map(item -> new Brief.Item(
                        item.insight(),
                        item.change(),
                        item.because(),
                        item.counterView(),
                        others.getOrDefault(item.insight().id(), List.of())))
                .toList();
    }

    private static List<Brief.Item> spread(List<Brief.Item> ranked, Map<String, String> podcasts, int limit) {
        List<Brief.Item> chosen = new ArrayList<>();
        for (Brief.Item each : ranked) {
            if (chosen.size() < limit && mayJoin(each, chosen, podcasts)) {
                chosen.add(each);
            }
        }
        if (chosen.size() == limit && limit > 1 && chosen.stream().noneMatch(Brief.Item::counterView)) {
            List<Brief.Item> without = chosen.subList(0, limit - 1);
            ranked.stream()
                    .filter(each -> each.counterView() && mayJoin(each, without, podcasts))
                    .findFirst()
                    .ifPresent(counter -> chosen.set(limit - 1, counter));
        }
        return chosen;
    }

    private static boolean mayJoin(Brief.Item item, List<Brief.Item> chosen, Map<String, String> podcasts) {
        String podcast = podcasts.get(item.insight().id());
        return chosen.stream()
                        .filter(each ->
                                Objects.equals(podcasts.get(each.insight().id()), podcast))
                        .count()
                < MOST_OF_A_PODCAST;
    }
}
