package dev.clew.insight;

import dev.clew.model.ClaimFeature;
import dev.clew.model.ClaimFeature.Kind;
import dev.clew.model.ClaimIndex;
import dev.clew.model.RelationType;
import dev.clew.model.Relations;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compares claims with one claim.
 *
 * @param own the claim
 * @param rarity of what it holds
 * @param relations give links their direction
 */
record Comparison(ClaimIndex.Profile own, Rarity rarity, Relations relations) {
    private static final int SPEAKS_OF_IT = 3;
    private static final int HOLDS_A_LINK = 2;
    private static final int IS_ABOUT_THE_SAME = 1;
    private static final double SOURCE_WEIGHT = 0.01;
    private static final double HOLDER_WEIGHT = 0.5;
    private static final double SIMILARITY_WEIGHT = 2;
    private static final int PERCENT = 100;
    /** What two claims may have in common without being about the same. */
    private static final Set<Kind> WEIGHED_OTHERWISE = Set.of(Kind.SOURCE, Kind.HOLDER, Kind.RANKED);

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

    /**
     * What there is between it and another claim.
     *
     * @param similarity how near they are in meaning; null when they are not near
     */
    Result with(ClaimIndex.Profile other, @Nullable Double similarity) {
        List<Reason> spoken = spoken(other);
        List<Reason.SharedLink> links = links(other);
        List<Reason.SharedPair> pairs = pairs(other, links);
        List<ClaimFeature> entities = entities(other, named(links, pairs));
        List<Reason> reasons = new ArrayList<>(spoken);
        reasons.addAll(links);
        reasons.addAll(pairs);
        holders(other, links, pairs).forEach(reasons::add);
        entities.forEach(entity -> reasons.add(new Reason.SharedEntity(entity.value())));
        if (similarity != null) {
            reasons.add(new Reason.SimilarText((int) Math.floor(Math.min(1, similarity) * PERCENT)));
        }
        if (reasons.isEmpty()) {
            return new Result(other, List.of(), 0);
        }
        sources(other).forEach(reasons::add);
        return new Result(other, reasons, tier(reasons, other) + share(weight(other, reasons, similarity)));
    }

    private int tier(List<Reason> reasons, ClaimIndex.Profile other) {
        return reasons.stream().mapToInt(reason -> tier(reason, other)).max().orElse(0);
    }

    private int tier(Reason reason, ClaimIndex.Profile other) {
        return switch (reason) {
            case Reason.Supports said -> SPEAKS_OF_IT;
            case Reason.Contradicts said -> SPEAKS_OF_IT;
            case Reason.Refines said -> SPEAKS_OF_IT;
            case Reason.SharedLink link -> link.stance() == Reason.Stance.OPPOSED ? SPEAKS_OF_IT : HOLDS_A_LINK;
            case Reason.SharedPair pair -> pair.opposed() && !meansOtherwise(pair, other) ? SPEAKS_OF_IT : HOLDS_A_LINK;
            case Reason.SharedEntity shared -> IS_ABOUT_THE_SAME;
            case Reason.SameHolder same -> 0;
            case Reason.SimilarText similar -> 0;
            case Reason.SameSource same -> 0;
        };
    }

    /** Whether the claims state different meanings of an entity of the pair, so that they dispute no effect. */
    private boolean meansOtherwise(Reason.SharedPair pair, ClaimIndex.Profile other) {
        return Stream.of(pair.entity(), pair.with()).anyMatch(entity -> {
            Set<String> here = meanings(own, entity);
            Set<String> there = meanings(other, entity);
            return !here.isEmpty() && !there.isEmpty() && Collections.disjoint(here, there);
        });
    }

    private static Set<String> meanings(ClaimIndex.Profile claim, String entity) {
        return claim.features().stream()
                .filter(feature ->
                        feature.kind() == Kind.MEANS && feature.value().startsWith(entity + " "))
                .map(ClaimFeature::value)
                .collect(Collectors.toSet());
    }

    /** The sum of what both hold, added in one order so that equal claims score equally. */
    private double weight(ClaimIndex.Profile other, List<Reason> reasons, @Nullable Double similarity) {
        double shared = shared(other.features())
                .filter(feature -> !WEIGHED_OTHERWISE.contains(feature.kind()))
                .mapToDouble(rarity::of)
                .sum();
        double near = similarity == null ? 0 : SIMILARITY_WEIGHT * similarity;
        double holder = reasons.stream().anyMatch(Reason.SameHolder.class::isInstance) ? HOLDER_WEIGHT : 0;
        return shared + near + holder + (sources(other).isEmpty() ? 0 : SOURCE_WEIGHT);
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
        if (own.features().contains(new ClaimFeature(Kind.REFINES, other.id()))) {
            spoken.add(new Reason.Refines(own.id(), other.id()));
        }
        if (other.features().contains(new ClaimFeature(Kind.REFINES, own.id()))) {
            spoken.add(new Reason.Refines(other.id(), own.id()));
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
    private List<Reason.SharedPair> pairs(ClaimIndex.Profile other, List<Reason.SharedLink> links) {
        return shared(other, Kind.JOINS)
                .filter(pair -> links.stream().noneMatch(link -> pair.value().equals(joined(link))))
                .map(pair -> pair(pair, other))
                .toList();
    }

    private static String joined(Reason.SharedLink link) {
        return link.subject() + " " + link.object();
    }

    private Reason.SharedPair pair(ClaimFeature pair, ClaimIndex.Profile other) {
        String[] parts = pair.value().split(" ", -1);
        boolean opposed = says(own, Kind.RAISES, parts) && says(other, Kind.LOWERS, parts)
                || says(own, Kind.LOWERS, parts) && says(other, Kind.RAISES, parts);
        return new Reason.SharedPair(parts[0], parts[1], opposed);
    }

    /** Whether the claim says that the first of the pair raises, or lowers, the second. */
    private boolean says(ClaimIndex.Profile claim, Kind kind, String[] pair) {
        return claim.features().stream()
                .filter(feature -> feature.kind() == kind)
                .map(feature -> feature.value().split(" ", -1))
                .anyMatch(link -> link[0].equals(pair[0]) && link[2].equals(pair[1]) && runsForward(link[1]));
    }

    private boolean runsForward(String relation) {
        return relations.find(relation).stream().anyMatch(type -> type.flow() == RelationType.Flow.FORWARD);
    }

    /** That both are believed by one holder, where both answer one question. */
    private Stream<Reason.SameHolder> holders(
            ClaimIndex.Profile other, List<Reason.SharedLink> links, List<Reason.SharedPair> pairs) {
        Optional<String[]> question = Stream.concat(
                        links.stream().map(link -> new String[] {link.subject(), link.object()}),
                        pairs.stream().map(pair -> new String[] {pair.entity(), pair.with()}))
                .findFirst();
        return shared(other, Kind.HOLDER)
                .flatMap(holder ->
                        question.stream().map(pair -> new Reason.SameHolder(holder.value(), pair[0], pair[1])));
    }

    /** What shared links and pairs already name. */
    private static Set<String> named(List<Reason.SharedLink> links, List<Reason.SharedPair> pairs) {
        Set<String> named = new HashSet<>();
        links.forEach(link -> named.addAll(List.of(link.subject(), link.object())));
        pairs.forEach(pair -> named.addAll(List.of(pair.entity(), pair.with())));
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
