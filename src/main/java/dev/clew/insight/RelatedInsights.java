package dev.clew.insight;

import dev.clew.model.ClaimFeature;
import dev.clew.model.ClaimFeature.Kind;
import dev.clew.model.ClaimIndex;
import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.model.Problem;
import dev.clew.model.Relations;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The claims that belong to a claim, each with its reasons. Safe for any number of threads; the same library gives the
 * same answer. Costs one index query over what the claim holds, hubs left out, and a look at some tens of candidates.
 */
public final class RelatedInsights {
    /** Most claims of an answer. */
    public static final int LIMIT_MOST = 50;
    /** Claims of an answer unless asked otherwise. */
    public static final int LIMIT_DEFAULT = 10;

    private static final int CANDIDATES_BESIDES = 30;
    private static final double SPEAKS_OF_IT = 1000;
    private static final double OPPOSES_A_LINK = 500;
    private static final double HOLDS_A_LINK = 50;
    private static final double JOINS_A_PAIR = 25;
    /** How much of its score a claim keeps that an editor ranked down. */
    private static final double RANKED_DOWN_KEEPS = 0.3;

    private static final Comparator<Related> BEST_FIRST =
            Comparator.comparingDouble(Related::score).reversed().thenComparing(Related::insight);

    private final ClaimIndex claims;
    private final Sentences sentences;

    /** Finds claims in the index; the relations give sentences their words. */
    public RelatedInsights(ClaimIndex claims, Relations relations) {
        this.claims = claims;
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
        Comparison comparison = new Comparison(own, rarity);
        return claims.sharing(sought(own, rarity), limit + CANDIDATES_BESIDES).stream()
                .filter(other -> !other.id().equals(own.id()))
                .map(comparison::with)
                .filter(Comparison.Result::hasReason)
                .map(this::related)
                .sorted(BEST_FIRST)
                .limit(limit)
                .toList();
    }

    private Related related(Comparison.Result result) {
        ClaimIndex.Profile other = result.other();
        String why = sentences.why(result.reasons(), other.id());
        boolean rankedDown = other.features().stream().anyMatch(each -> each.kind() == Kind.RANKED);
        double score = rankedDown ? result.score() * RANKED_DOWN_KEEPS : result.score();
        return new Related(other.id(), other.text(), score, why, result.reasons());
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
        for (ClaimFeature held : own.features()) {
            String value = held.value();
            switch (held.kind()) {
                case SUPPORTS, CONTRADICTS -> weights.put(new ClaimFeature(Kind.SELF, value), SPEAKS_OF_IT);
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
                case SELF, SOURCE -> {
                    // The claim itself is no relation of its own, and a source alone is no reason.
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
