package dev.clew.bench;

import dev.clew.embedding.MiniLm;
import dev.clew.embedding.ModelFiles;
import dev.clew.model.Embedder;
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
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;

/**
 * Prints what each part of text matching buys on the development half of ArgKP-2021 (Community Data License Agreement –
 * Sharing 1.0): for every argument that has a key point, all key points of all topics are ranked by plain BM25, by the
 * plain cosine of sentence vectors, and by both fused as search fuses them (reciprocal ranks, constant 60).
 */
public final class ClaimsEvaluation {
    private static final int FUSION = 60;
    private static final int TOP = 10;

    private final List<String> keyPoints = new ArrayList<>();
    private final List<String> arguments = new ArrayList<>();
    private final List<Set<Integer>> matching = new ArrayList<>();

    private ClaimsEvaluation() {}

    /** Takes the folder {@code claims-argkp}, {@code ../shared/data/claims-argkp} by default; says so where it is absent. */
    public static void main(String[] given) throws IOException {
        Path folder = Path.of(given.length > 0 ? given[0] : "../shared/data/claims-argkp");
        if (!Files.isDirectory(folder)) {
            System.out.println("Skipped: there is no " + folder + ". Give the folder of ArgKP-2021 as the argument.");
            return;
        }
        ClaimsEvaluation evaluation = new ClaimsEvaluation();
        evaluation.read(folder.resolve("kpm_data"));
        evaluation.print();
    }

    private void read(Path folder) throws IOException {
        Map<String, Integer> numbers = new HashMap<>();
        for (CSVRecord row : rows(folder.resolve("key_points_dev.csv"))) {
            numbers.put(row.get("key_point_id"), keyPoints.size());
            keyPoints.add(row.get("key_point"));
        }
        Map<String, Set<Integer>> matches = new HashMap<>();
        for (CSVRecord row : rows(folder.resolve("labels_dev.csv"))) {
            if (row.get("label").equals("1")) {
                matches.computeIfAbsent(row.get("arg_id"), any -> new HashSet<>())
                        .add(numbers.get(row.get("key_point_id")));
            }
        }
        for (CSVRecord row : rows(folder.resolve("arguments_dev.csv"))) {
            Set<Integer> matched = matches.get(row.get("arg_id"));
            if (matched != null) {
                arguments.add(row.get("argument"));
                matching.add(matched);
            }
        }
    }

    private static List<CSVRecord> rows(Path file) throws IOException {
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

    private void print() throws IOException {
        List<int[]> text = byText();
        List<int[]> meaning = byMeaning();
        List<int[]> fused = IntStream.range(0, arguments.size())
                .mapToObj(i -> fused(text.get(i), meaning.get(i)))
                .toList();
        System.out.println("| " + arguments.size() + " arguments, " + keyPoints.size()
                + " key points | precision@1 | precision@10 | mAP |\n|---|---|---|---|");
        row("plain BM25", text);
        row("plain cosine (MiniLM)", meaning);
        row("both, fused by rank", fused);
    }

    private void row(String name, List<int[]> rankings) {
        double first = 0;
        double ten = 0;
        double average = 0;
        for (int i = 0; i < rankings.size(); i++) {
            Set<Integer> wanted = matching.get(i);
            int found = 0;
            double sum = 0;
            for (int rank = 0; rank < rankings.get(i).length; rank++) {
                if (wanted.contains(rankings.get(i)[rank])) {
                    found++;
                    sum += (double) found / (rank + 1);
                    first += rank == 0 ? 1 : 0;
                    ten += rank < TOP ? 1.0 / TOP : 0;
                }
            }
            average += sum / wanted.size();
        }
        int count = rankings.size();
        System.out.printf(
                Locale.ROOT, "| %s | %.3f | %.3f | %.3f |%n", name, first / count, ten / count, average / count);
    }

    /** Ranks by BM25 those that share a word. */
    private List<int[]> byText() throws IOException {
        EnglishAnalyzer analyzer = new EnglishAnalyzer();
        try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
            try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
                for (String keyPoint : keyPoints) {
                    Document document = new Document();
                    document.add(new TextField("text", keyPoint, Field.Store.NO));
                    writer.addDocument(document);
                }
            }
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                IndexSearcher searcher = new IndexSearcher(reader);
                List<int[]> rankings = new ArrayList<>();
                for (String argument : arguments) {
                    var query = new QueryBuilder(analyzer).createBooleanQuery("text", argument);
                    ScoreDoc[] found =
                            query == null ? new ScoreDoc[0] : searcher.search(query, reader.numDocs()).scoreDocs;
                    rankings.add(Arrays.stream(found).mapToInt(each -> each.doc).toArray());
                }
                return rankings;
            }
        }
    }

    private List<int[]> byMeaning() throws IOException {
        Path natives = Files.createTempDirectory("clew-evaluation");
        try (Embedder model = MiniLm.load(ModelFiles.SHIPPED, natives)) {
            List<float[]> points = keyPoints.stream().map(model::embed).toList();
            return arguments.stream()
                    .map(model::embed)
                    .map(argument -> ranked(points.stream()
                            .mapToDouble(point -> cosine(argument, point))
                            .toArray()))
                    .toList();
        } finally {
            BenchFiles.delete(natives);
        }
    }

    /** Of vectors of length 1. */
    private static double cosine(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    private int[] fused(int[] one, int[] other) {
        double[] scores = new double[keyPoints.size()];
        for (int[] each : List.of(one, other)) {
            for (int rank = 0; rank < each.length; rank++) {
                scores[each[rank]] += 1.0 / (FUSION + rank + 1);
            }
        }
        return ranked(scores);
    }

    private static int[] ranked(double[] scores) {
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -scores[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
