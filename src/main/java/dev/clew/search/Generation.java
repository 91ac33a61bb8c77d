package dev.clew.search;

import dev.clew.ledger.Position;
import dev.clew.model.RecordName;
import dev.clew.model.RecordType;
import dev.clew.model.SearchField;
import dev.clew.model.text.FieldValue;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherLifetimeManager;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.FSDirectory;

/**
 * One index directory, open for one writing thread and any number of readers.
 *
 * <p>The position that readers see belongs to their reader; the durable one is in the user data of the last Lucene
 * commit. Commits are fewer than changes: what a crash loses is taken from the ledger again.
 */
final class Generation implements AutoCloseable {
    private static final String FORMAT = "5";
    private static final double BUFFER_MEGABYTES = 64;
    private static final Duration PAGES_KEPT_FOR = Duration.ofMinutes(5);
    private static final int PAGES_LIMIT = 16;

    private final Path path;
    private final FSDirectory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final SearcherLifetimeManager pages = new SearcherLifetimeManager();
    private final Names names = new Names();
    private volatile Position position;
    /** The position of what the next searcher shows; readers are told of it only when that searcher is there. */
    private volatile Position next;

    private volatile boolean damaged;

    private Generation(Path path, FSDirectory directory, IndexWriter writer) throws IOException {
        this.path = path;
        this.directory = directory;
        this.writer = writer;
        this.position = committed(writer);
        this.next = position;
        ColumnFactory columns = new ColumnFactory(() -> this.next);
        this.searchers = new SearcherManager(writer, columns);
    }

    /** Opens what is in the directory, or an empty index where there is nothing. */
    static Generation open(Path path) throws IOException {
        FSDirectory directory = FSDirectory.open(path);
        IndexWriterConfig config = new IndexWriterConfig(Language.ANALYZER)
                .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                .setCommitOnClose(false)
                .setOpenMode(IndexWriterConfig.OpenMode.CREATE_OR_APPEND);
        try {
            IndexWriter writer = new IndexWriter(directory, config);
            try {
                Generation generation = new Generation(path, directory, writer);
                generation.loadNames();
                return generation;
            } catch (IOException | RuntimeException unreadable) {
                writer.rollback();
                throw unreadable;
            }
        } catch (IOException | RuntimeException unreadable) {
            directory.close();
            throw unreadable;
        }
    }

    private static Position committed(IndexWriter writer) {
        Iterable<Map.Entry<String, String>> data = writer.getLiveCommitData();
        String format = "";
        String text = "";
        if (data != null) {
            for (Map.Entry<String, String> entry : data) {
                format = entry.getKey().equals("format") ? entry.getValue() : format;
                text = entry.getKey().equals("position") ? entry.getValue() : text;
            }
        }
        return format.equals(FORMAT) ? Position.parse(text) : Position.NONE;
    }

    private void loadNames() throws IOException {
        for (RecordType type : List.of(RecordType.SOURCE, RecordType.ENTITY)) {
            FieldValue all = new FieldValue(SearchField.TYPE, type.code());
            read((self, searcher) ->
                    Matches.eachOfMany(searcher, Matches.holding(all), row -> names.put(row.name(), row)));
        }
        read((self, searcher) -> {
            for (FieldInfo field : FieldInfos.getMergedFieldInfos(searcher.getIndexReader())) {
                if (OtherLanguages.isField(field.name)) {
                    names.languageFields().add(field.name);
                }
            }
            return names;
        });
    }

    Path path() {
        return path;
    }

    Names names() {
        return names;
    }

    /** What readers see; nothing once damage was found. */
    Position position() {
        return damaged ? Position.NONE : position;
    }

    /** Says that reading met damage, so that it must be rebuilt. */
    void reportDamage() {
        damaged = true;
    }

    /** Puts the row's document in the place of what stood under its name. */
    void write(Row row) throws IOException {
        writer.updateDocument(new Term(Fields.NAME, row.name().path()), Documents.document(row, names));
    }

    /** Adds the row's document where nothing stands under its name yet. */
    void add(Row row) throws IOException {
        writer.addDocument(Documents.document(row, names));
    }

    void delete(RecordName name) throws IOException {
        writer.deleteDocuments(new Term(Fields.NAME, name.path()));
    }

    /** Shows readers all that was written, as of this position. */
    void publish(Position reached) throws IOException {
        next = reached;
        searchers.maybeRefreshBlocking();
        position = reached;
        int[] kept = {0};
        pages.prune((ageSeconds, searcher) -> ageSeconds > PAGES_KEPT_FOR.toSeconds() || ++kept[0] > PAGES_LIMIT);
    }

    /** Makes what was published durable, with its position. */
    void commit() throws IOException {
        writer.setLiveCommitData(
                Map.of("format", FORMAT, "position", position.text()).entrySet());
        writer.commit();
    }

    /** Reads the newest state. */
    <T> T read(Reading<T> reading) throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            return reading.from(this, (PositionedSearcher) searcher);
        } finally {
            searchers.release(searcher);
        }
    }

    /** Reads the state that the token stands for; empty when it is no longer kept. */
    <T> Optional<T> readPage(long token, Reading<T> reading) throws IOException {
        IndexSearcher searcher = pages.acquire(token);
        if (searcher == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(reading.from(this, (PositionedSearcher) searcher));
        } finally {
            pages.release(searcher);
        }
    }

    /** Keeps the state for following pages, five minutes at most; returns its token. */
    long keep(PositionedSearcher searcher) throws IOException {
        return pages.record(searcher);
    }

    /** Gives up all that was not committed and lets go of the directory; what readers saw last they go on seeing. */
    void stopWriting() throws IOException {
        writer.rollback();
        directory.close();
    }

    /** Gives up all that was not committed, and closes. */
    void abandon() throws IOException {
        letReadersGo();
        stopWriting();
    }

    /** Ends what readers see. */
    void letReadersGo() throws IOException {
        pages.close();
        searchers.close();
    }

    /** Closes without a further commit. */
    @Override
    public void close() throws IOException {
        abandon();
    }
}
