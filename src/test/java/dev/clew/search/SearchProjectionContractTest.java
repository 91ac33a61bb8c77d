package dev.clew.search;

import dev.clew.projection.Projection;
import dev.clew.projection.ProjectionContract;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;

/** The search projection keeps to the contract of projections. */
class SearchProjectionContractTest extends ProjectionContract {
    @Override
    protected Projection open(Path home) {
        return new SearchProjection(home);
    }

    @Override
    protected void pretendAnotherFormat(Path home) throws IOException {
        try (FSDirectory directory = FSDirectory.open(home.resolve("generation-1"));
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
            writer.setLiveCommitData(
                    Map.of("format", "999", "position", "ledger14 10 0").entrySet());
            writer.commit();
        }
    }
}
