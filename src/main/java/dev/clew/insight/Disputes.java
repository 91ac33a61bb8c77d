package dev.clew.insight;

import dev.clew.model.ClaimType;
import dev.clew.model.Insight;
import dev.clew.model.InsightReferences;
import dev.clew.model.Relations;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Decides whether two claims are in dispute. The gate is that both answer the same question; that they sound alike counts
 * for nothing. Immutable; safe for any number of threads.
 *
 * <p>Questions and recommendations dispute nothing. Where one record says that it supports, refines or cites the other,
 * nothing is concluded beyond what the records themselves call contradiction or rivalry. Where a record says that it
 * contradicts the other and a question is found, they dispute that question, without doubt. A forecast against a later
 * report is outdated.
 */
public final class Disputes {
    private final LinkDisputes links;
    private final MeaningDisputes meanings;

    /** Decides with the relation types of this release. */
    public Disputes(Relations relations) {
        this.links = new LinkDisputes(relations);
        this.meanings = new MeaningDisputes(relations);
    }

    /** What the two claims dispute, a conflict a question, in order; those that are only outdated among them. */
    public List<Conflict> between(DatedClaim one, DatedClaim other) {
        Insight left = one.insight();
        Insight right = other.insight();
        if (left.id().equals(right.id()) || !counts(left) || !counts(right)) {
            return List.of();
        }
        boolean contradiction = contradicts(left, right) || contradicts(right, left);
        List<Conflict> found = inferred(one, other);
        if (contradiction && !found.isEmpty()) {
            return found.stream().map(Disputes::confirmed).sorted().toList();
        }
        List<Conflict> all = new ArrayList<>(found);
        if (contradiction) {
            all.add(marked(left, right, Conflict.Kind.CONTRADICTION));
        } else if (rivals(left, right) || rivals(right, left)) {
            all.add(marked(left, right, Conflict.Kind.RIVAL));
        }
        return all.stream().sorted().toList();
    }

    private List<Conflict> inferred(DatedClaim one, DatedClaim other) {
        Insight left = one.insight();
        Insight right = other.insight();
        if (agrees(left, right) || agrees(right, left)) {
            return List.of();
        }
        return plainestOfEachQuestion(Stream.of(
                        links.between(left, right), meanings.between(left, right), NumberDisputes.between(left, right))
                .flatMap(List::stream)
                .map(each -> dated(each, one, other))
                .toList());
    }

    /** A record that says outright that both cannot be true leaves no doubt that they speak of the same. */
    private static Conflict confirmed(Conflict each) {
        return new Conflict(each.question(), each.kind(), Set.of(), each.first(), each.second());
    }

    private static boolean counts(Insight insight) {
        return insight.claim().type().counts();
    }

    private static boolean agrees(Insight one, Insight other) {
        InsightReferences named = one.references();
        return named.supports().contains(other.id())
                || named.refines().contains(other.id())
                || named.cites().contains(other.id());
    }

    private static boolean contradicts(Insight one, Insight other) {
        return one.references().contradicts().contains(other.id());
    }

    private static boolean rivals(Insight one, Insight other) {
        return one.references().rivals().contains(other.id());
    }

    private static Conflict marked(Insight one, Insight other, Conflict.Kind kind) {
        boolean ordered = one.id().compareTo(other.id()) < 0;
        Question question = new Question.Marked(ordered ? one.id() : other.id(), ordered ? other.id() : one.id());
        return Conflict.of(question, kind, Set.of(), Conflict.Side.of(one.id()), Conflict.Side.of(other.id()));
    }

    /** A forecast and a report: outdated when the report is later, open when the days are not known. */
    private static Conflict dated(Conflict found, DatedClaim one, DatedClaim other) {
        boolean forecastFirst = isForecastAndReport(one.insight(), other.insight());
        if (!forecastFirst && !isForecastAndReport(other.insight(), one.insight())) {
            return found;
        }
        LocalDate forecast = forecastFirst ? one.said() : other.said();
        LocalDate report = forecastFirst ? other.said() : one.said();
        if (forecast == null || report == null) {
            Set<Conflict.Doubt> doubts = EnumSet.of(Conflict.Doubt.TIME);
            doubts.addAll(found.doubts());
            return new Conflict(found.question(), found.kind(), doubts, found.first(), found.second());
        }
        return report.isAfter(forecast)
                ? new Conflict(found.question(), Conflict.Kind.OUTDATED, found.doubts(), found.first(), found.second())
                : found;
    }

    private static boolean isForecastAndReport(Insight one, Insight other) {
        return one.claim().type() == ClaimType.FORECAST && other.claim().type() == ClaimType.REPORT;
    }

    private static List<Conflict> plainestOfEachQuestion(List<Conflict> found) {
        Map<String, Conflict> plainest = new TreeMap<>();
        for (Conflict each : found) {
            plainest.merge(each.question().key(), each, (one, other) -> one.compareTo(other) <= 0 ? one : other);
        }
        return List.copyOf(plainest.values());
    }
}
