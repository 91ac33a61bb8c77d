package dev.clew.bench;

import dev.clew.model.Embedder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;

/**
 * The plain baselines: how near texts are by words (BM25 over English stems) and by meaning (cosine of sentence vectors).
 *
 * @param model makes the vectors
 */
record TextNearness(Embedder model) {
    private static final EnglishAnalyzer ANALYZER = new EnglishAnalyzer();

    /** For every question, what each text scores by words; 0 where they share none. */
    List<double[]> words(List<String> questions, List<String> texts) throws IOException {
        try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
            index(texts, directory);
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                IndexSearcher searcher = new IndexSearcher(reader);
                List<double[]> all = new ArrayList<>();
                for (String question : questions) {
                    double[] scores = new double[texts.size()];
                    Query query = new QueryBuilder(ANALYZER).createBooleanQuery("text", question);
                    if (query != null) {
                        for (ScoreDoc each : searcher.search(query, reader.numDocs()).scoreDocs) {
                            scores[each.doc] = each.score;
                        }
                    }
                    all.add(scores);
                }
                return all;
            }
        }
    }

    private static void index(List<String> texts, ByteBuffersDirectory directory) throws IOException {
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(ANALYZER))) {
            for (String text : texts) {
                Document document = new Document();
                document.add(new TextField("text", text, Field.Store.NO));
                writer.addDocument(document);
            }
        }
    }

    /** For every question, how near each text is in meaning, −1 to 1. */
    List<double[]> meanings(List<String> questions, List<String> texts) {
        List<float[]> vectors = texts.stream().map(model::embed).toList();
        return questions.stream()
                .map(model::embed)
                .map(question -> vectors.stream()
                        .mapToDouble(vector -> cosine(question, vector))
                        .toArray())
                .toList();
    }

    /** Of each pair what its second scores by words for its first, among all seconds. */
    double[] pairsByWords(List<String> firsts, List<String> seconds) throws IOException {
        List<double[]> all = words(firsts, seconds);
        double[] scores = new double[firsts.size()];
        Arrays.setAll(scores, i -> all.get(i)[i]);
        return scores;
    }

    /** Of each pair how near it is in meaning, −1 to 1. */
    double[] pairsByMeaning(List<String> firsts, List<String> seconds) {
        Map<String, float[]> known = new HashMap<>();
        double[] scores = new double[firsts.size()];
        Arrays.setAll(
                scores,
                i -> cosine(
                        known.computeIfAbsent(firsts.get(i), model::embed),
                        known.computeIfAbsent(seconds.get(i), model::embed)));
        return scores;
    }

    /** Of vectors of length 1. */
    private static double cosine(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
