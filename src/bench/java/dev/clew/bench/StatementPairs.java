package dev.clew.bench;

import dev.clew.insight.RelatedInsights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Prints what can be concluded of two raw statements, on 770 pairs of the 1960 campaign (Menini and others 2018, CC BY 4.0),
 * labelled support, attack or no relation. Each baseline takes a pair for related from a threshold on, and every related pair
 * for support; the threshold is the best one on the pairs of the other topic, so that none has seen what it is held against.
 * What Clew concludes is asked of its own parts, see {@link StatementLibrary}.
 */
final class StatementPairs {
    private static final List<String> LABELS = List.of("no_relation", "support", "attack");

    private final List<Pair> pairs;
    private final TextNearness nearness;

    /**
     * One labelled pair.
     *
     * @param topic what both speak of
     * @param label what people said of them
     * @param one a statement
     * @param other another
     */
    private record Pair(String topic, String label, String one, String other) {
        static Pair of(String line) {
            String[] cells = line.split("\t", -1);
            return new Pair(cells[1], cells[2], cells[3], cells[4]);
        }

        Stream<String> both() {
            return Stream.of(one, other);
        }

        boolean isRelated() {
            return !label.equals("no_relation");
        }
    }

    private StatementPairs(List<Pair> pairs, TextNearness nearness) {
        this.pairs = pairs;
        this.nearness = nearness;
    }

    /** Reads the pairs of a folder and prints the table. */
    static void print(Path folder, TextNearness nearness) throws IOException {
        List<Pair> pairs = Files.readAllLines(folder.resolve("pairs.tsv")).stream()
                .skip(1)
                .map(Pair::of)
                .toList();
        new StatementPairs(pairs, nearness).print();
    }

    private void print() throws IOException {
        double[] words = nearness.pairsByWords(firsts(), others());
        double[] meanings = nearness.pairsByMeaning(firsts(), others());
        String[] none = pairs.stream().map(any -> LABELS.getFirst()).toArray(String[]::new);
        String[] clew = byClew();
        System.out.println("\n| " + pairs.size()
                + " pairs of statements | accuracy | macro F1 | F1 of related |\n|---|---|---|---|");
        row("majority class: no relation", none);
        row("plain BM25 from a threshold on: support", byThreshold(words));
        row("plain cosine from a threshold on: support", byThreshold(meanings));
        row("Clew, by the links that its scan finds", clew);
        near(meanings);
    }

    private List<String> firsts() {
        return pairs.stream().map(Pair::one).toList();
    }

    private List<String> others() {
        return pairs.stream().map(Pair::other).toList();
    }

    /** Asks the product of each pair, with all of the statements in its library. */
    private String[] byClew() throws IOException {
        List<String> statements = pairs.stream().flatMap(Pair::both).distinct().toList();
        try (StatementLibrary library = new StatementLibrary(statements)) {
            System.out.println("\nClew reads " + library.counts() + '.');
            return pairs.stream()
                    .map(pair -> library.concluded(pair.one(), pair.other()))
                    .toArray(String[]::new);
        }
    }

    private String[] byThreshold(double[] scores) {
        String[] called = new String[scores.length];
        for (String topic : new TreeSet<>(pairs.stream().map(Pair::topic).toList())) {
            double threshold = best(scores, pair -> !pair.topic().equals(topic));
            for (int i = 0; i < called.length; i++) {
                if (pairs.get(i).topic().equals(topic)) {
                    called[i] = called(scores[i], threshold);
                }
            }
        }
        return called;
    }

    private static String called(double score, double threshold) {
        return score >= threshold ? "support" : LABELS.getFirst();
    }

    /** The threshold of the best accuracy on some of the pairs. */
    private double best(double[] scores, Predicate<Pair> among) {
        double best = Double.MAX_VALUE;
        long most = -1;
        for (double threshold : DoubleStream.concat(Arrays.stream(scores), DoubleStream.of(Double.MAX_VALUE))
                .sorted()
                .toArray()) {
            long right = 0;
            for (int i = 0; i < scores.length; i++) {
                if (among.test(pairs.get(i))
                        && called(scores[i], threshold).equals(pairs.get(i).label())) {
                    right++;
                }
            }
            if (right > most) {
                most = right;
                best = threshold;
            }
        }
        return best;
    }

    private void row(String name, String[] called) {
        int right = 0;
        for (int i = 0; i < called.length; i++) {
            right += called[i].equals(pairs.get(i).label()) ? 1 : 0;
        }
        double macro = LABELS.stream()
                .mapToDouble(label -> f1(called, label::equals))
                .average()
                .orElseThrow();
        System.out.printf(
                Locale.ROOT,
                "| %s | %.3f | %.3f | %.3f |%n",
                name,
                (double) right / called.length,
                macro,
                f1(called, label -> !label.equals(LABELS.getFirst())));
    }

    private double f1(String[] called, Predicate<String> meant) {
        double both = 0;
        double either = 0;
        for (int i = 0; i < called.length; i++) {
            boolean wanted = meant.test(pairs.get(i).label());
            boolean given = meant.test(called[i]);
            both += wanted && given ? 2 : 0;
            either += (wanted ? 1 : 0) + (given ? 1 : 0);
        }
        return either == 0 ? 0 : both / either;
    }

    /** What "near in meaning" is worth: how many such pairs are related at all, and how many of these are attacks. */
    private void near(double[] meanings) {
        int near = 0;
        int related = 0;
        int attacks = 0;
        for (int i = 0; i < meanings.length; i++) {
            if (meanings[i] >= RelatedInsights.LEAST_SIMILARITY) {
                near++;
                related += pairs.get(i).isRelated() ? 1 : 0;
                attacks += pairs.get(i).label().equals("attack") ? 1 : 0;
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%nNear in meaning (%.1f or more) are %d of %d pairs; %d of these are related, %d by attack.%n",
                RelatedInsights.LEAST_SIMILARITY,
                near,
                meanings.length,
                related,
                attacks);
    }
}
