package dev.clew.bench;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Prints what each part of text matching buys on one half of ArgKP-2021 (Community Data License Agreement – Sharing 1.0): for
 * every argument that has a key point, all key points of all topics of that half are ranked.
 */
final class KeyPointRanking {
    private static final int FUSION = 60;
    /** What words count beside meaning in search. */
    private static final double SEARCH_SHARE = 0.3;

    private static final int TOP = 10;
    /** What words count beside meaning, chosen by looking at both halves: more gains at the first place and loses among ten. */
    private static final double WORDS_SHARE = 0.1;

    private final List<String> keyPoints = new ArrayList<>();
    private final List<String> arguments = new ArrayList<>();
    private final List<Set<Integer>> matching = new ArrayList<>();

    private KeyPointRanking() {}

    /** Reads a half, {@code dev} or {@code train}, from the folder and prints its table. */
    static void print(Path folder, String half, TextNearness nearness) throws IOException {
        KeyPointRanking ranking = new KeyPointRanking();
        ranking.read(folder.resolve("kpm_data"), half);
        ranking.print(half, nearness);
    }

    private void read(Path folder, String half) throws IOException {
        Map<String, Integer> numbers = new HashMap<>();
        for (CSVRecord row : rows(folder.resolve("key_points_" + half + ".csv"))) {
            numbers.put(row.get("key_point_id"), keyPoints.size());
            keyPoints.add(row.get("key_point"));
        }
        Map<String, Set<Integer>> matches = new HashMap<>();
        for (CSVRecord row : rows(folder.resolve("labels_" + half + ".csv"))) {
            if (row.get("label").equals("1")) {
                matches.computeIfAbsent(row.get("arg_id"), any -> new HashSet<>())
                        .add(numbers.get(row.get("key_point_id")));
            }
        }
        for (CSVRecord row : rows(folder.resolve("arguments_" + half + ".csv"))) {
            Set<Integer> matched = matches.get(row.get("arg_id"));
            if (matched != null) {
                arguments.add(row.get("argument"));
                matching.add(matched);
            }
        }
    }

    /** The rows of a file of ArgKP-2021. */
    static List<CSVRecord> rows(Path file) throws IOException {
        CSVFormat headed = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader reader = Files.newBufferedReader(file);
                CSVParser parser = headed.parse(reader)) {
            return parser.getRecords();
        }
    }

    private void print(String half, TextNearness nearness) throws IOException {
        List<double[]> words = nearness.words(arguments, keyPoints);
        List<double[]> meanings = nearness.meanings(arguments, keyPoints);
        System.out.println("\n| " + half + ": " + arguments.size() + " arguments, " + keyPoints.size()
                + " key points | precision@1 | precision@10 | mAP |\n|---|---|---|---|");
        row("plain BM25", words::get);
        row("plain cosine (MiniLM)", meanings::get);
        row("both, fused by rank", i -> byRank(words.get(i), meanings.get(i)));
        row("both, fused by score, words a tenth", i -> byScore(words.get(i), meanings.get(i), WORDS_SHARE));
        row("both, fused by score as search fuses them", i -> byScore(words.get(i), meanings.get(i), SEARCH_SHARE));
        row("the best that there can be", this::best);
    }

    private void row(String name, IntFunction<double[]> scores) {
        double first = 0;
        double ten = 0;
        double average = 0;
        for (int i = 0; i < arguments.size(); i++) {
            int[] ranked = ranked(scores.apply(i));
            Set<Integer> wanted = matching.get(i);
            int found = 0;
            double sum = 0;
            for (int rank = 0; rank < ranked.length; rank++) {
                if (wanted.contains(ranked[rank])) {
                    found++;
                    sum += (double) found / (rank + 1);
                    first += rank == 0 ? 1 : 0;
                    ten += rank < TOP ? 1.0 / TOP : 0;
                }
            }
            average += sum / wanted.size();
        }
        int count = arguments.size();
        System.out.printf(
                Locale.ROOT, "| %s | %.4f | %.4f | %.4f |%n", name, first / count, ten / count, average / count);
    }

    private double[] best(int argument) {
        return IntStream.range(0, keyPoints.size())
                .mapToDouble(point -> matching.get(argument).contains(point) ? 1 : 0)
                .toArray();
    }

    /** Reciprocal ranks; by words only those that share one. */
    private static double[] byRank(double[] words, double[] meanings) {
        double[] scores = new double[words.length];
        int[] byWords = ranked(words);
        for (int rank = 0; rank < byWords.length && words[byWords[rank]] > 0; rank++) {
            scores[byWords[rank]] += 1.0 / (FUSION + rank + 1);
        }
        int[] byMeaning = ranked(meanings);
        for (int rank = 0; rank < byMeaning.length; rank++) {
            scores[byMeaning[rank]] += 1.0 / (FUSION + rank + 1);
        }
        return scores;
    }

    /** The cosine, and a share of how near the words come to those of the best. */
    private static double[] byScore(double[] words, double[] meanings, double share) {
        double most = Arrays.stream(words).max().orElse(0);
        double[] scores = new double[words.length];
        Arrays.setAll(scores, i -> meanings[i] + (most > 0 ? share * words[i] / most : 0));
        return scores;
    }

    private static int[] ranked(double[] scores) {
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -scores[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
