package dev.clew.insight;

import dev.clew.model.ClewRecord;
import dev.clew.model.Insight;
import dev.clew.model.Link;
import dev.clew.model.RecordName;
import dev.clew.model.Redirect;
import dev.clew.model.Relations;
import dev.clew.model.Sign;
import dev.clew.ontology.RelationCatalogue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleBiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the sentences that say why two claims belong together, and holds each against the records of both. */
final class WhyTruth {
    private static final String NAME = "“([^”]+)”";
    private static final String LINK = NAME + " ([^“]+) " + NAME;
    private static final Pattern NAMED = Pattern.compile(NAME);
    private static final Relations RELATIONS = RelationCatalogue.load();

    private final Map<RecordName, ClewRecord> records;
    private final Map<Pattern, Check> checks = new LinkedHashMap<>();

    /** Whether a sentence holds of the claim that is read and of the other. */
    private interface Check {
        boolean holds(Matcher sentence, Insight one, Insight other);
    }

    /**
     * Over the published records.
     *
     * @param similarity gives the nearness of two texts, 0 to 1
     */
    WhyTruth(Map<RecordName, ClewRecord> records, ToDoubleBiFunction<String, String> similarity) {
        this.records = records;
        check(
                "Both hold the link: " + LINK,
                (said, one, other) -> states(said, one, false) && states(said, other, false));
        check(
                "Both deny the link: " + LINK,
                (said, one, other) -> states(said, one, true) && states(said, other, true));
        check(
                "One holds and one denies the link: " + LINK,
                (said, one, other) -> states(said, one, false) && states(said, other, true)
                        || states(said, one, true) && states(said, other, false));
        check("Both link " + NAME + " to " + NAME, (said, one, other) -> joins(said, one) && joins(said, other));
        check(
                "Both link " + NAME + " to " + NAME + ", one as raising it and one as lowering it",
                (said, one, other) -> signs(said, one, Sign.PLUS) && signs(said, other, Sign.MINUS)
                        || signs(said, one, Sign.MINUS) && signs(said, other, Sign.PLUS));
        check(
                "Both are about (" + NAME + "(?:, | and )?)+",
                (said, one, other) -> NAMED.matcher(said.group())
                        .results()
                        .map(each -> each.group(1))
                        .allMatch(label -> isAbout(label, one) && isAbout(label, other)));
        check("Both are believed by " + NAME, (said, one, other) -> believes(said, one) && believes(said, other));
        check("Both are from " + NAME, (said, one, other) -> isFrom(said, one) && isFrom(said, other));
        check("Both are near in meaning \\((\\d+) of 100\\)", (said, one, other) -> {
            double exact = 100
                    * similarity.applyAsDouble(one.claim().text(), other.claim().text());
            return Math.abs(exact - 0.5 - Integer.parseInt(said.group(1))) < 0.51;
        });
        check("It (supports|contradicts|refines) the claim you read", (said, one, other) -> refers(said, other, one));
        check("The claim you read (supports|contradicts|refines) it", (said, one, other) -> refers(said, one, other));
    }

    private void check(String sentence, Check check) {
        checks.put(Pattern.compile(sentence + "\\. ?"), check);
    }

    /** What is not true of both, or is no known sentence. */
    List<String> untrue(String why, Insight one, Insight other) {
        List<String> untrue = new ArrayList<>();
        int at = 0;
        while (at < why.length()) {
            int from = at;
            Map.Entry<Pattern, Check> known = checks.entrySet().stream()
                    .filter(each -> matcher(each.getKey(), why, from).lookingAt())
                    .findFirst()
                    .orElse(null);
            if (known == null) {
                untrue.add("unknown: " + why.substring(at));
                return untrue;
            }
            Matcher sentence = matcher(known.getKey(), why, at);
            if (sentence.lookingAt() && !known.getValue().holds(sentence, one, other)) {
                untrue.add(one.id() + " and " + other.id() + ": " + sentence.group());
            }
            at = sentence.end();
        }
        return untrue;
    }

    private static Matcher matcher(Pattern pattern, String why, int from) {
        return pattern.matcher(why).region(from, why.length());
    }

    private String label(RecordName name) {
        ClewRecord record = records.get(name);
        return record == null || record instanceof Redirect ? name.id() : record.headline();
    }

    private boolean isLabel(String entity, String label) {
        return label(RecordName.entity(entity)).equals(label);
    }

    private boolean states(Matcher said, Insight insight, boolean denied) {
        return anyLink(
                insight,
                said.group(1),
                said.group(3),
                link -> link.denied() == denied
                        && RELATIONS.require(link.relation()).wording().label().equals(said.group(2)));
    }

    private boolean joins(Matcher said, Insight insight) {
        return anyLink(insight, said.group(1), said.group(2), link -> true);
    }

    private boolean signs(Matcher said, Insight insight, Sign sign) {
        return anyLink(insight, said.group(1), said.group(2), link -> !link.denied() && link.sign() == sign);
    }

    private boolean anyLink(Insight insight, String subject, String object, Predicate<Link> such) {
        return insight.links().stream()
                .filter(link -> isLabel(link.subject().entity(), subject)
                        && isLabel(link.object().entity(), object))
                .anyMatch(such);
    }

    private boolean isAbout(String label, Insight insight) {
        return insight.entities().stream().anyMatch(entity -> isLabel(entity, label));
    }

    private boolean believes(Matcher said, Insight insight) {
        String holder = insight.belief().holder();
        return holder != null && isLabel(holder, said.group(1));
    }

    private boolean isFrom(Matcher said, Insight insight) {
        return label(RecordName.source(insight.passage().source())).equals(said.group(1));
    }

    private static boolean refers(Matcher said, Insight from, Insight to) {
        List<String> named = switch (said.group(1)) {
            case "supports" -> from.references().supports();
            case "contradicts" -> from.references().contradicts();
            default -> from.references().refines();
        };
        return named.contains(to.id());
    }

    /** Whether a reason, as ids, is true of both. */
    boolean holds(Reason reason, Insight one, Insight other) {
        return switch (reason) {
            case Reason.SharedEntity shared ->
                both(one, other, each -> each.entities().contains(shared.entity()));
            case Reason.SharedPair pair -> both(one, other, each -> links(each, pair.entity(), pair.with()));
            case Reason.SharedLink link -> both(one, other, each -> links(each, link.subject(), link.object()));
            case Reason.SameHolder same ->
                both(
                        one,
                        other,
                        each -> same.holder().equals(each.belief().holder())
                                && links(each, same.entity(), same.with()));
            case Reason.Supports said ->
                from(said.from(), one, other).references().supports().contains(said.to());
            case Reason.Contradicts said ->
                from(said.from(), one, other).references().contradicts().contains(said.to());
            case Reason.Refines said ->
                from(said.from(), one, other).references().refines().contains(said.to());
            case Reason.SimilarText similar -> similar.percent() >= 100 * RelatedInsights.LEAST_SIMILARITY - 1;
            case Reason.SameSource same ->
                both(one, other, each -> each.passage().source().equals(same.source()));
        };
    }

    private static boolean both(Insight one, Insight other, Predicate<Insight> such) {
        return Stream.of(one, other).allMatch(such);
    }

    private static Insight from(String id, Insight... claims) {
        return Arrays.stream(claims)
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static boolean links(Insight insight, String subject, String object) {
        return insight.links().stream()
                .anyMatch(link -> link.subject().entity().equals(subject)
                        && link.object().entity().equals(object));
    }
}
