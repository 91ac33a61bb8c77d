package dev.clew.search.meaning;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.VectorUtil;

/**
 * The vectors of one model in a Lucene index of their own, each under the key of its text: a graph for finding near ones
 * (HNSW, Malkov and Yashunin 2016) over vectors of one byte a number.
 *
 * <p>One thread writes, merges included; any number read what was last published. A vector takes about 2 KB of disk and,
 * while it is sought through, 400 bytes of the page cache.
 */
final class VectorStore implements AutoCloseable {
    private static final String KEY = "key";
    private static final String VECTOR = "vector";
    private static final double BUFFER_MEGABYTES = 32;
    /** Up to so many keys are looked up one by one; more are compared with every vector's key. */
    private static final int KEYS_LOOKED_UP = 1024;

    private final FSDirectory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final Set<Long> known = ConcurrentHashMap.newKeySet();
    private final LastAsked<Question, Answer> answers = new LastAsked<>();

    private VectorStore(FSDirectory directory, IndexWriter writer) throws IOException {
        this.directory = directory;
        this.writer = writer;
        this.searchers = new SearcherManager(writer, null);
    }

    /**
     * Opens the vectors in the directory.
     *
     * @param identity of the model; vectors of another are removed
     * @throws IOException when what is there cannot be read
     */
    static VectorStore open(Path path, String identity) throws IOException {
        FSDirectory directory = FSDirectory.open(path);
        try {
            IndexWriterConfig config = new IndexWriterConfig(new KeywordAnalyzer())
                    .setCodec(new VectorCodec())
                    .setMergeScheduler(new SerialMergeScheduler())
                    .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                    .setCommitOnClose(false);
            IndexWriter writer = new IndexWriter(directory, config);
            try {
                return opened(directory, writer, identity);
            } catch (IOException | RuntimeException unreadable) {
                writer.rollback();
                throw unreadable;
            }
        } catch (IOException | RuntimeException unreadable) {
            directory.close();
            throw unreadable;
        }
    }

    private static VectorStore opened(FSDirectory directory, IndexWriter writer, String identity) throws IOException {
        if (!identity.equals(identity(writer))) {
            writer.deleteAll();
        }
        writer.setLiveCommitData(Map.of("model", identity).entrySet());
        writer.commit();
        VectorStore store = new VectorStore(directory, writer);
        store.eachKey(store.known::add);
        return store;
    }

    private static String identity(IndexWriter writer) {
        Iterable<Map.Entry<String, String>> data = writer.getLiveCommitData();
        if (data != null) {
            for (Map.Entry<String, String> entry : data) {
                if (entry.getKey().equals("model")) {
                    return entry.getValue();
                }
            }
        }
        return "";
    }

    private void eachKey(KeyTaker taker) throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            for (LeafReaderContext segment : searcher.getIndexReader().leaves()) {
                NumericDocValues keys = DocValues.getNumeric(segment.reader(), KEY);
                Bits live = segment.reader().getLiveDocs();
                for (int document = keys.nextDoc(); document < segment.reader().maxDoc(); document = keys.nextDoc()) {
                    if (live == null || live.get(document)) {
                        taker.take(keys.longValue());
                    }
                }
            }
        } finally {
            searchers.release(searcher);
        }
    }

    /** Whether the key's vector is here, published or not. */
    boolean has(long key) {
        return known.contains(key);
    }

    int size() {
        return known.size();
    }

    /** Puts a vector under a key that has none. */
    void add(long key, float[] vector) throws IOException {
        Document document = new Document();
        document.add(new LongPoint(KEY, key));
        document.add(new NumericDocValuesField(KEY, key));
        document.add(new KnnFloatVectorField(VECTOR, vector, VectorSimilarityFunction.DOT_PRODUCT));
        writer.addDocument(document);
        known.add(key);
    }

    /** Removes the vectors of all other keys; returns how many. */
    int retain(LongPredicate used) throws IOException {
        List<Long> unused = new ArrayList<>();
        for (Iterator<Long> keys = known.iterator(); keys.hasNext(); ) {
            Long key = keys.next();
            if (!used.test(key)) {
                unused.add(key);
                keys.remove();
            }
        }
        if (!unused.isEmpty()) {
            writer.deleteDocuments(LongPoint.newSetQuery(KEY, unused));
        }
        return unused.size();
    }

    /** Lets readers see what was added and removed. */
    void publish() throws IOException {
        searchers.maybeRefreshBlocking();
    }

    /** Makes it durable. */
    void commit() throws IOException {
        writer.commit();
    }

    private record Question(String text, int most) {}

    private record Answer(long version, List<Near> near) {}

    /**
     * The texts nearest to one of all, nearest first, ties by key; what the last questions found is kept until other
     * vectors are published.
     *
     * @param vector of the text; asked for only when it is needed
     * @param most how many; also how widely the graph is searched, so ask for five times what is shown
     */
    List<Near> nearest(String text, Supplier<float[]> vector, int most) throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            long version = ((DirectoryReader) searcher.getIndexReader()).getVersion();
            Question question = new Question(text, most);
            Answer known = answers.find(question);
            if (known != null && known.version() == version) {
                return known.near();
            }
            List<Near> near = nearest(searcher, new KnnFloatVectorQuery(VECTOR, vector.get(), most), most);
            answers.keep(question, new Answer(version, near));
            return near;
        } finally {
            searchers.release(searcher);
        }
    }

    /** The same of a vector among the texts of some keys. */
    List<Near> nearest(float[] vector, int most, Collection<Long> among) throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            return nearest(searcher, new KnnFloatVectorQuery(VECTOR, vector, most, keys(among)), most);
        } finally {
            searchers.release(searcher);
        }
    }

    private static List<Near> nearest(IndexSearcher searcher, Query query, int most) throws IOException {
        List<Near> near = new ArrayList<>();
        for (ScoreDoc each : searcher.search(query, most).scoreDocs) {
            near.add(new Near(key(searcher, each.doc), 2 * each.score - 1));
        }
        return List.copyOf(near);
    }

    /**
     * The texts nearest to one that has its vector here, itself among them, by the numbers of their whole vectors; nearest
     * first, ties by key. None when it has none.
     */
    List<Near> nearestTo(long key, int most) throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            float[] vector = vector(searcher, key);
            if (vector.length == 0) {
                return List.of();
            }
            List<Near> near = new ArrayList<>();
            for (ScoreDoc each : searcher.search(new KnnFloatVectorQuery(VECTOR, vector, most), most).scoreDocs) {
                near.add(new Near(key(searcher, each.doc), VectorUtil.dotProduct(vector, vector(searcher, each.doc))));
            }
            near.sort(Comparator.comparing(Near::similarity).reversed().thenComparing(Near::key));
            return near;
        } finally {
            searchers.release(searcher);
        }
    }

    /** The vector of a text; empty when it has none here. */
    Optional<float[]> vector(long key) throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            return Optional.of(vector(searcher, key)).filter(found -> found.length > 0);
        } finally {
            searchers.release(searcher);
        }
    }

    /** How near two texts are; empty when one has no vector here. */
    Optional<Double> similarity(long one, long other) throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            float[] first = vector(searcher, one);
            float[] second = vector(searcher, other);
            return first.length == 0 || second.length == 0
                    ? Optional.empty()
                    : Optional.of((double) VectorUtil.dotProduct(first, second));
        } finally {
            searchers.release(searcher);
        }
    }

    /** Of no length when there is none. */
    private static float[] vector(IndexSearcher searcher, long key) throws IOException {
        ScoreDoc[] found = searcher.search(LongPoint.newExactQuery(KEY, key), 1).scoreDocs;
        return found.length == 0 ? new float[0] : vector(searcher, found[0].doc);
    }

    private static float[] vector(IndexSearcher searcher, int document) throws IOException {
        List<LeafReaderContext> segments = searcher.getIndexReader().leaves();
        LeafReaderContext segment = segments.get(ReaderUtil.subIndex(document, segments));
        FloatVectorValues vectors = segment.reader().getFloatVectorValues(VECTOR);
        KnnVectorValues.DocIndexIterator at = vectors.iterator();
        at.advance(document - segment.docBase);
        return vectors.vectorValue(at.index()).clone();
    }

    private static Query keys(Collection<Long> keys) {
        return keys.size() <= KEYS_LOOKED_UP
                ? LongPoint.newSetQuery(KEY, keys)
                : NumericDocValuesField.newSlowSetQuery(
                        KEY, keys.stream().mapToLong(Long::longValue).toArray());
    }

    private static long key(IndexSearcher searcher, int document) throws IOException {
        List<LeafReaderContext> segments = searcher.getIndexReader().leaves();
        LeafReaderContext segment = segments.get(ReaderUtil.subIndex(document, segments));
        NumericDocValues keys = DocValues.getNumeric(segment.reader(), KEY);
        keys.advanceExact(document - segment.docBase);
        return keys.longValue();
    }

    @Override
    public void close() throws IOException {
        searchers.close();
        writer.commit();
        writer.close();
        directory.close();
    }

    /** Takes one key. */
    private interface KeyTaker {
        void take(long key);
    }
}
