package dev.clew.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.clew.ledger.Position;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.store.AlreadyClosedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerationsTest {
    private static final Position POSITION = new Position("test", 1, "one");

    @TempDir
    Path directory;

    private static int records(Generation generation) throws IOException {
        return generation.read((self, searcher) -> searcher.getIndexReader().numDocs());
    }

    @Test
    void whoReadsOneThatFailedReadsOnUntilItIsLetGo() throws Exception {
        Generations generations = new Generations(directory);
        Generation failed = generations.create();
        failed.publish(POSITION);
        failed.commit();
        try (Generation again = generations.reopen(failed)) {
            assertNotSame(failed, again);
            assertEquals(POSITION, again.position());
            assertEquals(0, records(failed));
            generations.letGo(failed);
            assertThrows(AlreadyClosedException.class, () -> records(failed));
            assertEquals(0, records(again));
        }
    }
}
