package dev.clew.brief;

import dev.clew.model.NearDuplicates;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Chooses a brief from an edition: the claims with the most points of those that have something the reader follows; at most
 * two of a podcast, one of those that say the same, and one that speaks against something where there is one. The same for the
 * same edition and follows. Safe for any number of threads; costs about what the matching claims are many.
 */
public final class Chooser {
    private static final int MOST_OF_A_PODCAST = 2;
    private static final int MOST_FOLLOWED_REASONS = 4;
    private static final int GROUPED_FOR_EACH = 4;
    private static final Comparator<Match> BEST = Comparator.comparingInt(Match::score)
            .reversed()
            .thenComparing(match -> match.candidate().insight().id());

    private final NearDuplicates duplicates;

    /** One that asks this which claims say the same. */
    public Chooser(NearDuplicates duplicates) {
        this.duplicates = duplicates;
    }

    /**
     * A new claim that has something followed.
     *
     * @param candidate the claim
     * @param followed what of it is followed, that of which more is wanted first
     * @param score its points
     */
    private record Match(Candidate candidate, List<Because> followed, int score) {
        static Match of(Candidate candidate, List<Follow> follows, Wishes wishes) {
            List<Because> followed = new ArrayList<>();
            int points = 0;
            for (Follow each : wishes.strongest(follows, MOST_FOLLOWED_REASONS)) {
                int counts = wishes.points(each, followed.isEmpty());
                followed.add(Because.followed(each, counts));
                points += counts;
            }
            return new Match(candidate, followed, points + candidate.merit());
        }

        String id() {
            return candidate.insight().id();
        }

        boolean isCounterView() {
            return candidate.isCounterView();
        }

        Brief.Item item(List<String> alsoSaidBy) {
            List<Because> because = new ArrayList<>(followed);
            because.addAll(candidate.merits());
            because.sort(Comparator.comparingInt(Because::points).reversed());
            return new Brief.Item(candidate.insight(), candidate.change(), because, isCounterView(), alsoSaidBy);
        }
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
        List<Match> ranked = ranked(edition, wishes);
        Map<String, List<String>> others = sayingTheSame(ranked, limit);
        Set<String> behind = others.values().stream().flatMap(List::stream).collect(Collectors.toSet());
        List<Match> first =
                ranked.stream().filter(match -> !behind.contains(match.id())).toList();
        List<Brief.Item> items = spread(first, limit).stream()
                .map(match -> match.item(others.getOrDefault(match.id(), List.of())))
                .toList();
        return new Brief(items, ranked.size(), edition);
    }

    private static List<Match> ranked(Edition edition, Wishes wishes) {
        // By identity: the value of a candidate is a whole claim, dear to compare.
        Map<Candidate, List<Follow>> matching = new IdentityHashMap<>();
        wishes.follows()
                .forEach(follow -> edition.with(follow).stream()
                        .filter(wishes::welcomes)
                        .forEach(each -> matching.computeIfAbsent(each, any -> new ArrayList<>())
                                .add(follow)));
        List<Match> ranked = new ArrayList<>(matching.size());
        matching.forEach((candidate, followed) -> ranked.add(Match.of(candidate, followed, wishes)));
        ranked.sort(BEST);
        return ranked;
    }

    /** Of those that say the same the best stands for all; looked for among the best only, since no others are shown. */
    private Map<String, List<String>> sayingTheSame(List<Match> ranked, int limit) {
        List<String> best = ranked.stream()
                .limit(Math.min(NearDuplicates.LIMIT_GROUPED, GROUPED_FOR_EACH * (long) limit))
                .map(Match::id)
                .toList();
        return duplicates.groups(best).stream()
                .collect(Collectors.toMap(List::getFirst, group -> group.subList(1, group.size())));
    }

    private static List<Match> spread(List<Match> ranked, int limit) {
        List<Match> chosen = new ArrayList<>();
        for (Match each : ranked) {
            if (chosen.size() < limit && mayJoin(each, chosen)) {
                chosen.add(each);
            }
        }
        if (chosen.size() == limit && limit > 1 && chosen.stream().noneMatch(Match::isCounterView)) {
            List<Match> without = chosen.subList(0, limit - 1);
            ranked.stream()
                    .filter(each -> each.isCounterView() && mayJoin(each, without))
                    .findFirst()
                    .ifPresent(counter -> chosen.set(limit - 1, counter));
        }
        return chosen;
    }

    private static boolean mayJoin(Match match, List<Match> chosen) {
        String podcast = match.candidate().podcast();
        return chosen.stream()
                        .filter(each -> each.candidate().podcast().equals(podcast))
                        .count()
                < MOST_OF_A_PODCAST;
    }
}
