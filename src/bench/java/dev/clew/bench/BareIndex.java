package dev.clew.bench;

import dev.clew.model.Insight;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;

/** The peer: claims in one analysed field of a plain Lucene index, BM25, top 10, nothing counted. */
final class BareIndex implements AutoCloseable {
    private final FSDirectory directory;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    BareIndex(Path path, Stream<Insight> insights) throws IOException {
        directory = FSDirectory.open(path);
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(new EnglishAnalyzer()))) {
            for (Insight insight : (Iterable<Insight>) insights::iterator) {
                Document document = new Document();
                document.add(new TextField("text", insight.claim().text(), Field.Store.YES));
                writer.addDocument(document);
            }
        }
        reader = DirectoryReader.open(directory);
        searcher = new IndexSearcher(reader);
    }

    /** The ten best for any of the words, as they stand in the index. */
    int top(List<String> stems) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        stems.forEach(stem -> any.add(new TermQuery(new Term("text", stem)), Occur.SHOULD));
        try {
            return searcher.search(any.build(), 10).scoreDocs.length;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
        directory.close();
    }
}
