package dev.clew.insight;

import dev.clew.model.ClaimFeature;
import dev.clew.model.ClaimFeature.Kind;
import dev.clew.model.ClaimIndex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Leads in what claims hold: numbers of one thing, definitions of one word, and what a record calls a contradiction or a
 * rival.
 *
 * @param claims finds claims by what they hold
 */
record HeldLeads(ClaimIndex claims) {
    private static final int LIMIT_VALUES = 100_000;
    /** Of the claims that give a number of one thing, or take one word in a meaning, so many are compared. */
    private static final int LIMIT_CLAIMS = 100;
    /** So many named claims are looked for by one query. */
    private static final int NAMED_AT_ONCE = 400;

    Stream<Lead> numbers(@Nullable String entity) {
        return claims.values(Kind.QUANTIFIES, 2, LIMIT_VALUES).stream()
                .filter(each -> entity == null || Arrays.asList(each.split(" ")).contains(entity))
                .map(this::number);
    }

    private Lead number(String held) {
        Lead.Place place = new Lead.Place(Lead.Place.NUMBER, 0, held);
        return new Lead(place, () -> numberCouples(held), question -> isNumber(question, held));
    }

    private static boolean isNumber(Question question, String held) {
        return switch (question) {
            case Question.Amount amount -> held.equals(amount.entity());
            case Question.Strength strength -> held.equals(strength.cause() + " " + strength.effect());
            default -> false;
        };
    }

    private Lead.Couples numberCouples(String held) {
        List<String> giving = holding(new ClaimFeature(Kind.QUANTIFIES, held));
        List<Lead.Couple> couples = new ArrayList<>();
        for (int i = 0; i < giving.size(); i++) {
            for (int j = i + 1; j < giving.size(); j++) {
                couples.add(Lead.Couple.of(giving.get(i), giving.get(j)));
            }
        }
        return bounded(couples, giving.size());
    }

    private List<String> holding(ClaimFeature feature) {
        return claims.sharing(Map.of(feature, 1.0), LIMIT_CLAIMS).stream()
                .map(ClaimIndex.Profile::id)
                .toList();
    }

    private static Lead.Couples bounded(List<Lead.Couple> all, int claims) {
        Lead.Couples couples = Lead.Couples.of(all);
        return new Lead.Couples(couples.list(), couples.cut() || claims == LIMIT_CLAIMS);
    }

    Stream<Lead> meanings(@Nullable String entity) {
        return claims.values(Kind.DEFINES, 1, LIMIT_VALUES).stream()
                .filter(each -> entity == null || each.equals(entity))
                .map(this::meaning);
    }

    private Lead meaning(String word) {
        Lead.Place place = new Lead.Place(Lead.Place.MEANING, 0, word);
        return new Lead(place, () -> meaningCouples(word), question -> question.equals(new Question.Meaning(word)));
    }

    private Lead.Couples meaningCouples(String word) {
        List<String> defining = holding(new ClaimFeature(Kind.DEFINES, word));
        Map<ClaimFeature, Double> meanings = new HashMap<>();
        claims.values(Kind.MEANS, 1, LIMIT_VALUES).stream()
                .filter(each -> each.startsWith(word + " "))
                .forEach(each -> meanings.put(new ClaimFeature(Kind.MEANS, each), 1.0));
        List<ClaimIndex.Profile> using = claims.sharing(meanings, LIMIT_CLAIMS);
        List<Lead.Couple> couples = new ArrayList<>();
        for (String each : defining) {
            using.stream()
                    .filter(other -> !other.id().equals(each))
                    .forEach(other -> couples.add(Lead.Couple.of(each, other.id())));
        }
        return bounded(couples, Math.max(defining.size(), using.size()));
    }

    Stream<Lead> marked(@Nullable String entity) {
        List<ClaimFeature> marks = Stream.of(Kind.CONTRADICTS, Kind.RIVALS)
                .flatMap(kind ->
                        claims.values(kind, 1, LIMIT_VALUES).stream().map(value -> new ClaimFeature(kind, value)))
                .toList();
        List<Lead.Couple> couples = new ArrayList<>();
        for (int from = 0; from < marks.size(); from += NAMED_AT_ONCE) {
            List<ClaimFeature> some = marks.subList(from, Math.min(marks.size(), from + NAMED_AT_ONCE));
            claims.sharing(some.stream().collect(Collectors.toMap(each -> each, each -> 1.0)), 1000)
                    .forEach(naming -> couples.addAll(couples(naming, some, entity)));
        }
        return couples.stream().distinct().map(HeldLeads::marked);
    }

    private List<Lead.Couple> couples(ClaimIndex.Profile naming, List<ClaimFeature> marks, @Nullable String entity) {
        return marks.stream()
                .filter(naming.features()::contains)
                .filter(mark -> entity == null || isAbout(naming, entity) || isAbout(mark.value(), entity))
                .map(mark -> Lead.Couple.of(naming.id(), mark.value()))
                .toList();
    }

    private boolean isAbout(String insight, String entity) {
        return claims.profile(insight).filter(each -> isAbout(each, entity)).isPresent();
    }

    private static boolean isAbout(ClaimIndex.Profile claim, String entity) {
        return claim.features().contains(new ClaimFeature(Kind.ABOUT, entity));
    }

    private static Lead marked(Lead.Couple couple) {
        Lead.Place place = new Lead.Place(Lead.Place.MARKED, 0, couple.one() + " " + couple.other());
        Lead.Couples alone = new Lead.Couples(List.of(couple), false);
        return new Lead(place, () -> alone, question -> question instanceof Question.Marked);
    }
}
