package dev.clew.insight;

import dev.clew.model.ClaimFeature;
import dev.clew.model.ClaimFeature.Kind;
import dev.clew.model.ClaimIndex;
import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.model.NearDuplicates;
import dev.clew.model.Problem;
import dev.clew.model.Relations;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The claims that belong to a claim, each with its reasons. Safe for any number of threads; the same library gives the
 * same answer, but for the last of many that are near in meaning. Costs one index query over what the claim holds, hubs left
 * out, one for what is near, and a look at some tens of candidates.
 */
public final class RelatedInsights {
    /** Most claims of an answer. */
    public static final int LIMIT_MOST = 50;
    /** Claims of an answer unless asked otherwise. */
    public static final int LIMIT_DEFAULT = 10;

    /** From this similarity on, claims are called near in meaning (ADR 56). */
    public static final double LEAST_SIMILARITY = 0.7;

    private static final int CANDIDATES_BESIDES = 30;
    private static final int NEARBY = 20;
    private static final double SPEAKS_OF_IT = 1000;
    private static final double OPPOSES_A_LINK = 500;
    private static final double HOLDS_A_LINK = 50;
    private static final double JOINS_A_PAIR = 25;
    /** How much of its score a claim keeps that an editor ranked down. */
    private static final double RANKED_DOWN_KEEPS = 0.3;

    private static final Comparator<Related> BEST_FIRST =
            Comparator.comparingDouble(Related::score).reversed().thenComparing(Related::insight);

    private final ClaimIndex claims;
    private final NearDuplicates duplicates;
    private final Relations relations;
    private final Sentences sentences;

    /**
     * Finds claims in the index.
     *
     * @param duplicates puts together those that say the same
     * @param relations give sentences their words, and links their direction
     */
    public RelatedInsights(ClaimIndex claims, NearDuplicates duplicates, Relations relations) {
        this.claims = claims;
        this.duplicates = duplicates;
        this.relations = relations;
        this.sentences = new Sentences(claims, relations);
    }

    /**
     * The claims that have a reason to be read with this one, best first, ties by id.
     *
     * @param insight its id
     * @param limit most claims, 1 to 50
     * @throws ClewException (not-found) when no such insight is published; (bad-request) for another limit
     */
    public List<Related> related(String insight, int limit) {
        requireLimit(limit);
        ClaimIndex.Profile own = claims.profile(insight)
                .orElseThrow(() -> new ClewException(
                        ErrorCode.NOT_FOUND, "No insight is published under the id '" + insight + "'."));
        Rarity rarity = new Rarity(claims.insights(), claims.counts(countable(own.features())));
        Comparison comparison = new Comparison(own, rarity, relations);
        Candidates candidates = candidates(own, rarity, limit);
        List<Related> found = candidates.profiles().values().stream()
                .filter(other -> !other.id().equals(own.id()))
                .map(other -> comparison.with(other, candidates.similarities().get(other.id())))
                .filter(Comparison.Result::hasReason)
                .map(this::related)
                .sorted(BEST_FIRST)
                .toList();
        return together(found).stream().limit(limit).toList();
    }

    /**
     * The entities that a claim is about and that bring two claims together alone: those of which few claims are. Empty
     * when no such insight is published.
     */
    public List<String> telling(String insight) {
        Set<ClaimFeature> held =
                claims.profile(insight).map(ClaimIndex.Profile::features).orElse(Set.of());
        Rarity rarity = new Rarity(claims.insights(), claims.counts(countable(held)));
        return held.stream()
                .filter(each -> each.kind() == Kind.ABOUT && !rarity.isHub(each))
                .map(ClaimFeature::value)
                .sorted()
                .toList();
    }

    /** Claims to compare, by id, and how near those are that are near in meaning. */
    private record Candidates(Map<String, ClaimIndex.Profile> profiles, Map<String, Double> similarities) {}

    private Candidates candidates(ClaimIndex.Profile own, Rarity rarity, int limit) {
        Map<String, ClaimIndex.Profile> profiles = new LinkedHashMap<>();
        claims.sharing(sought(own, rarity), limit + CANDIDATES_BESIDES).forEach(each -> profiles.put(each.id(), each));
        Map<String, Double> similarities = new HashMap<>();
        for (ClaimIndex.Nearby each : claims.nearby(own.id(), LEAST_SIMILARITY, NEARBY)) {
            profiles.put(each.profile().id(), each.profile());
            similarities.put(each.profile().id(), each.similarity());
        }
        return new Candidates(profiles, similarities);
    }

    /** Leaves of claims that say the same the best one, and names the others at it. */
    private List<Related> together(List<Related> found) {
        List<String> ids = found.stream()
                .limit(NearDuplicates.LIMIT_GROUPED)
                .map(Related::insight)
                .toList();
        Map<String, List<String>> saying = new HashMap<>();
        Set<String> named = new HashSet<>();
        for (List<String> group : duplicates.groups(ids)) {
            List<String> others = group.subList(1, group.size());
            saying.put(group.getFirst(), others);
            named.addAll(others);
        }
        return found.stream()
                .filter(each -> !named.contains(each.insight()))
                .map(each -> each.with(saying.getOrDefault(each.insight(), List.of())))
                .toList();
    }

    private Related related(Comparison.Result result) {
        ClaimIndex.Profile other = result.other();
        String why = sentences.why(result.reasons(), other.id());
        boolean rankedDown = other.features().stream().anyMatch(each -> each.kind() == Kind.RANKED);
        double score = rankedDown ? result.score() * RANKED_DOWN_KEEPS : result.score();
        return new Related(other.id(), other.text(), score, why, result.reasons(), List.of());
    }

    private static void requireLimit(int limit) {
        if (limit < 1 || limit > LIMIT_MOST) {
            Problem problem = new Problem("limit", "must be 1 to " + LIMIT_MOST, Integer.toString(limit));
            throw new ClewException(ErrorCode.BAD_REQUEST, problem + ".", List.of(problem));
        }
    }

    private static Set<ClaimFeature> countable(Set<ClaimFeature> features) {
        Set<Kind> kinds = EnumSet.of(Kind.ABOUT, Kind.ASSERTS, Kind.DENIES, Kind.JOINS);
        Set<ClaimFeature> countable = new HashSet<>(features);
        countable.removeIf(feature -> !kinds.contains(feature.kind()));
        return countable;
    }

    /** What to look for in other claims, and how much each weighs. */
    private static Map<ClaimFeature, Double> sought(ClaimIndex.Profile own, Rarity rarity) {
        Map<ClaimFeature, Double> weights = new HashMap<>();
        weights.put(new ClaimFeature(Kind.SUPPORTS, own.id()), SPEAKS_OF_IT);
        weights.put(new ClaimFeature(Kind.CONTRADICTS, own.id()), SPEAKS_OF_IT);
        weights.put(new ClaimFeature(Kind.REFINES, own.id()), SPEAKS_OF_IT);
        for (ClaimFeature held : own.features()) {
            String value = held.value();
            switch (held.kind()) {
                case SUPPORTS, CONTRADICTS, REFINES -> weights.put(new ClaimFeature(Kind.SELF, value), SPEAKS_OF_IT);
                case ASSERTS, DENIES -> {
                    weights.put(held, HOLDS_A_LINK + rarity.of(held));
                    weights.put(new ClaimFeature(opposite(held.kind()), value), OPPOSES_A_LINK);
                }
                case JOINS -> weights.put(held, JOINS_A_PAIR + rarity.of(held));
                case ABOUT -> {
                    if (!rarity.isHub(held)) {
                        weights.put(held, rarity.of(held));
                    }
                }
                default -> {
                    // The claim itself is no relation of its own, and a source, a holder or a number alone is no
                    // reason.
                }
            }
        }
        return weights;
    }

    /** The kind that says the contrary of a link. */
    static Kind opposite(Kind stance) {
        return stance == Kind.ASSERTS ? Kind.DENIES : Kind.ASSERTS;
    }
}
