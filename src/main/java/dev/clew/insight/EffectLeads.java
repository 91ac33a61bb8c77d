package dev.clew.insight;

import dev.clew.model.Edges;
import dev.clew.model.Lens;
import dev.clew.model.LinkGraph;
import dev.clew.model.Testimony;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Leads where the graph has an edge that something speaks against.
 *
 * @param edges the edges
 * @param graph what claims say of them
 */
record EffectLeads(Edges edges, LinkGraph graph) {
    /** Of the claims that take one stance on one pair, so many are held against others. */
    private static final int CLAIMS_A_STANCE = 40;

    Stream<Lead> of(@Nullable String entity) {
        return edges.contested(entity).stream().map(this::lead);
    }

    private Lead lead(Edges.Pair pair) {
        Lead.Place place = new Lead.Place(Lead.Place.EFFECT, pair.voices(), pair.from() + " " + pair.to());
        return new Lead(place, () -> couples(pair), question -> isOf(pair, question));
    }

    private static boolean isOf(Edges.Pair pair, Question question) {
        return switch (question) {
            case Question.Effect effect ->
                effect.from().equals(pair.from()) && effect.to().equals(pair.to());
            case Question.Holds holds ->
                List.of(pair.from(), pair.to()).containsAll(List.of(holds.subject(), holds.object()));
            default -> false;
        };
    }

    private Lead.Couples couples(Edges.Pair pair) {
        List<Testimony> said = graph.read(Lens.CLAIMS, view -> testimonies(view, pair));
        Map<String, List<Testimony>> stances = new LinkedHashMap<>();
        said.forEach(each ->
                stances.computeIfAbsent(stance(each), any -> new ArrayList<>()).add(each));
        boolean cut = stances.values().stream().anyMatch(each -> each.size() > CLAIMS_A_STANCE);
        List<Testimony> some = stances.values().stream()
                .flatMap(each -> each.stream().limit(CLAIMS_A_STANCE))
                .toList();
        Lead.Couples couples = Lead.Couples.of(opposed(some));
        return new Lead.Couples(couples.list(), cut || couples.cut());
    }

    private static List<Testimony> testimonies(LinkGraph.View view, Edges.Pair pair) {
        int from = view.node(pair.from());
        int to = view.node(pair.to());
        return from < 0 || to < 0
                ? List.of()
                : view.testimonies(from, to).stream()
                        .filter(Testimony::counts)
                        .filter(each -> each.from().equals(pair.from())
                                && each.evidence().claimType() != null)
                        .sorted(Comparator.comparing(each -> each.evidence().id()))
                        .toList();
    }

    private static String stance(Testimony each) {
        return each.stance().sign().isDirected()
                ? each.stance().toString()
                : each.edge().relation() + each.stance().denied();
    }

    private static List<Lead.Couple> opposed(List<Testimony> said) {
        List<Lead.Couple> couples = new ArrayList<>();
        for (int i = 0; i < said.size(); i++) {
            for (int j = i + 1; j < said.size(); j++) {
                Testimony one = said.get(i);
                Testimony other = said.get(j);
                boolean dispute = LinkDisputes.opposition(one, other) != null
                        && one.along().scopesMeet(other.along())
                        && !one.evidence().id().equals(other.evidence().id());
                if (dispute) {
                    couples.add(
                            Lead.Couple.of(one.evidence().id(), other.evidence().id()));
                }
            }
        }
        return couples;
    }
}
