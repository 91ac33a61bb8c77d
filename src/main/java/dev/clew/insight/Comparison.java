package dev.clew.insight;

import dev.clew.model.ClaimFeature;
import dev.clew.model.ClaimFeature.Kind;
import dev.clew.model.ClaimIndex;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Compares claims with one claim.
 *
 * @param own the claim
 * @param rarity of what it holds
 */
record Comparison(ClaimIndex.Profile own, Rarity rarity) {
    private static final int SPEAKS_OF_IT = 3;
    private static final int HOLDS_A_LINK = 2;
    private static final int IS_ABOUT_THE_SAME = 1;
    private static final double SOURCE_WEIGHT = 0.01;

    /**
     * What was found.
     *
     * @param other the other claim
     * @param reasons strongest first; empty when there is none
     * @param score of the reasons
     */
    record Result(ClaimIndex.Profile other, List<Reason> reasons, double score) {
        boolean hasReason() {
            return !reasons.isEmpty();
        }
    }

    Result with(ClaimIndex.Profile other) {
        List<Reason> spoken = spoken(other);
        List<Reason.SharedLink> links = links(other);
        List<ClaimFeature> pairs = pairs(other, links);
        List<ClaimFeature> entities = entities(other, named(links, pairs));
        if (spoken.isEmpty() && links.isEmpty() && pairs.isEmpty() && entities.isEmpty()) {
            return new Result(other, List.of(), 0);
        }
        List<Reason> reasons = new ArrayList<>(spoken);
        reasons.addAll(links);
        pairs.forEach(pair -> reasons.add(pair(pair)));
        entities.forEach(entity -> reasons.add(new Reason.SharedEntity(entity.value())));
        sources(other).forEach(reasons::add);
        return new Result(other, reasons, tier(spoken, links, pairs) + share(weight(other)));
    }

    private static int tier(List<Reason> spoken, List<Reason.SharedLink> links, List<ClaimFeature> pairs) {
        if (!spoken.isEmpty() || links.stream().anyMatch(link -> link.stance() == Reason.Stance.OPPOSED)) {
            return SPEAKS_OF_IT;
        }
        return links.isEmpty() && pairs.isEmpty() ? IS_ABOUT_THE_SAME : HOLDS_A_LINK;
    }

    /** The sum of what both hold, added in one order so that equal claims score equally. */
    private double weight(ClaimIndex.Profile other) {
        double shared = shared(other.features())
                .filter(feature -> feature.kind() != Kind.SOURCE)
                .mapToDouble(rarity::of)
                .sum();
        return sources(other).isEmpty() ? shared : shared + SOURCE_WEIGHT;
    }

    private static double share(double weight) {
        return weight / (1 + weight);
    }

    private Stream<ClaimFeature> shared(Set<ClaimFeature> features) {
        return own.features().stream()
                .filter(features::contains)
                .sorted(Comparator.comparing(ClaimFeature::kind).thenComparing(ClaimFeature::value));
    }

    private Stream<ClaimFeature> shared(ClaimIndex.Profile other, Kind kind) {
        return shared(other.features()).filter(feature -> feature.kind() == kind);
    }

    private List<Reason> spoken(ClaimIndex.Profile other) {
        List<Reason> spoken = new ArrayList<>();
        if (own.features().contains(new ClaimFeature(Kind.CONTRADICTS, other.id()))) {
            spoken.add(new Reason.Contradicts(own.id(), other.id()));
        }
        if (other.features().contains(new ClaimFeature(Kind.CONTRADICTS, own.id()))) {
            spoken.add(new Reason.Contradicts(other.id(), own.id()));
        }
        if (own.features().contains(new ClaimFeature(Kind.SUPPORTS, other.id()))) {
            spoken.add(new Reason.Supports(own.id(), other.id()));
        }
        if (other.features().contains(new ClaimFeature(Kind.SUPPORTS, own.id()))) {
            spoken.add(new Reason.Supports(other.id(), own.id()));
        }
        return spoken;
    }

    private List<Reason.SharedLink> links(ClaimIndex.Profile other) {
        return own.features().stream()
                .filter(feature -> feature.kind() == Kind.ASSERTS || feature.kind() == Kind.DENIES)
                .sorted(Comparator.comparing(ClaimFeature::value).thenComparing(ClaimFeature::kind))
                .flatMap(held -> links(held, other.features()))
                .sorted(Comparator.comparing(Reason.SharedLink::stance).reversed())
                .toList();
    }

    private static Stream<Reason.SharedLink> links(ClaimFeature held, Set<ClaimFeature> others) {
        Stream.Builder<Reason.SharedLink> links = Stream.builder();
        if (others.contains(held)) {
            boolean asserted = held.kind() == Kind.ASSERTS;
            links.add(link(held, asserted ? Reason.Stance.BOTH_ASSERT : Reason.Stance.BOTH_DENY));
        }
        if (others.contains(new ClaimFeature(RelatedInsights.opposite(held.kind()), held.value()))) {
            links.add(link(held, Reason.Stance.OPPOSED));
        }
        return links.build();
    }

    private static Reason.SharedLink link(ClaimFeature held, Reason.Stance stance) {
        String[] parts = held.value().split(" ", -1);
        return new Reason.SharedLink(parts[0], parts[1], parts[2], stance);
    }

    /** Pairs that both join, unless a shared link already says so. */
    private List<ClaimFeature> pairs(ClaimIndex.Profile other, List<Reason.SharedLink> links) {
        return shared(other, Kind.JOINS)
                .filter(pair -> links.stream().noneMatch(link -> pair.value().equals(joined(link))))
                .toList();
    }

    private static String joined(Reason.SharedLink link) {
        return link.subject() + " " + link.object();
    }

    private static Reason.SharedPair pair(ClaimFeature pair) {
        String[] parts = pair.value().split(" ", -1);
        return new Reason.SharedPair(parts[0], parts[1]);
    }

    /** What shared links and pairs already name. */
    private static Set<String> named(List<Reason.SharedLink> links, List<ClaimFeature> pairs) {
        Set<String> named = new HashSet<>();
        links.forEach(link -> named.addAll(List.of(link.subject(), link.object())));
        pairs.forEach(pair -> named.addAll(List.of(pair.value().split(" ", -1))));
        return named;
    }

    /** What else both are about, rarest first; hubs only beside something that is none. */
    private List<ClaimFeature> entities(ClaimIndex.Profile other, Set<String> named) {
        List<ClaimFeature> shared = shared(other, Kind.ABOUT)
                .filter(entity -> !named.contains(entity.value()))
                .sorted(Comparator.comparingDouble(rarity::of).reversed().thenComparing(ClaimFeature::value))
                .toList();
        boolean explained = !named.isEmpty() || shared.stream().anyMatch(entity -> !rarity.isHub(entity));
        return explained ? shared : List.of();
    }

    private List<Reason> sources(ClaimIndex.Profile other) {
        return shared(other, Kind.SOURCE)
                .<Reason>map(source -> new Reason.SameSource(source.value()))
                .toList();
    }
}
