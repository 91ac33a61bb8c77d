package dev.clew.bench;

import dev.clew.exchange.ReaderQuestion;
import dev.clew.exchange.ReaderQuestion.ByDispute;
import dev.clew.exchange.ReaderQuestion.ByPaths;
import dev.clew.exchange.ReaderQuestions;
import dev.clew.graph.PathFinder;
import dev.clew.model.ClewRecord;
import dev.clew.model.Entity;
import dev.clew.model.Evidence;
import dev.clew.model.Hop;
import dev.clew.model.Insight;
import dev.clew.model.Link;
import dev.clew.model.PathQuery;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Queries over the library that ships with the claims that answer them, as its own links say: nobody labelled them for this.
 *
 * @param name what they are
 * @param queries each with the ids of its claims
 */
record SearchedQuestions(String name, List<Asked> queries) {
    private static final int PATHS = 3;
    private static final int CLAIMS_OF_A_NAME = 3;

    /** One query. */
    record Asked(String text, Set<String> claims) {}

    /** Reads the sets out of the records, most like sentences first. */
    static List<SearchedQuestions> of(List<ClewRecord> records, PathFinder finder) {
        Map<String, String> labels = records.stream()
                .filter(Entity.class::isInstance)
                .collect(Collectors.toMap(ClewRecord::id, ClewRecord::headline, (one, same) -> one));
        List<Insight> insights = records.stream()
                .filter(Insight.class::isInstance)
                .map(Insight.class::cast)
                .toList();
        Function<Link, Stream<String>> pairs =
                link -> Stream.of(labels.get(link.subject().entity()) + " "
                        + labels.get(link.object().entity()));
        Function<Link, Stream<String>> names = link -> Stream.of(
                labels.get(link.subject().entity()), labels.get(link.object().entity()));
        return List.of(
                new SearchedQuestions("readers' questions", questions(insights, finder)),
                new SearchedQuestions("two names that a claim links", named(insights, pairs, 1)),
                new SearchedQuestions("the name of one thing", named(insights, names, CLAIMS_OF_A_NAME)));
    }

    private static List<Asked> named(List<Insight> insights, Function<Link, Stream<String>> wording, int least) {
        Map<String, Set<String>> claims = new TreeMap<>();
        for (Insight insight : insights) {
            insight.links().stream()
                    .flatMap(wording)
                    .forEach(words -> claims.computeIfAbsent(words, any -> new HashSet<>())
                            .add(insight.id()));
        }
        return claims.entrySet().stream()
                .filter(each -> each.getValue().size() >= least)
                .map(each -> new Asked(plain(each.getKey()), each.getValue()))
                .toList();
    }

    private static List<Asked> questions(List<Insight> insights, PathFinder finder) {
        Map<String, Set<String>> answers = new LinkedHashMap<>();
        for (ReaderQuestion question : ReaderQuestions.shipped()) {
            switch (question) {
                case ByPaths paths -> answers.put(question.question(), claims(paths, finder));
                case ByDispute dispute -> answers.put(question.question(), claims(dispute, insights));
                // Its answer is a table of many claims, of which none is the one that is sought.
                case ReaderQuestion.ByQuery table -> {}
            }
        }
        List<Asked> asked = new ArrayList<>();
        answers.forEach((question, claims) -> asked.add(new Asked(plain(question), claims)));
        return asked;
    }

    private static Set<String> claims(ByPaths question, PathFinder finder) {
        PathQuery query = PathQuery.between(
                        question.ends().from(), question.ends().to())
                .via(question.ends().via().toArray(String[]::new))
                .with(new PathQuery.Meaning(question.sign(), PathQuery.Framings.ANY))
                .with(new PathQuery.Bounds(6, PATHS, PathQuery.Direction.OUT));
        return finder.find(query).paths().stream()
                .flatMap(path -> path.hops().stream())
                .map(Hop::grounds)
                .flatMap(grounds -> grounds.evidence().stream())
                .filter(evidence -> evidence.kind() == Evidence.Kind.INSIGHT)
                .map(Evidence::id)
                .collect(Collectors.toSet());
    }

    private static Set<String> claims(ByDispute question, List<Insight> insights) {
        Set<String> ends = Set.of(question.from(), question.to());
        return insights.stream()
                .filter(insight -> insight.links().stream()
                        .anyMatch(link -> ends.equals(
                                Stream.of(link.subject().entity(), link.object().entity())
                                        .collect(Collectors.toSet()))))
                .map(Insight::id)
                .collect(Collectors.toSet());
    }

    /** Without what the syntax of queries would read otherwise. */
    private static String plain(String text) {
        return text.replaceAll("[^\\p{L}\\p{N} ]", " ");
    }
}
