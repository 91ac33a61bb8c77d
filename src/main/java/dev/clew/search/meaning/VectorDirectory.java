package dev.clew.search.meaning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.store.LockObtainFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens vectors; what cannot be read is thrown away and made again, for it is a cache. */
final class VectorDirectory {
    private static final Logger LOG = LoggerFactory.getLogger(VectorDirectory.class);

    private VectorDirectory() {}

    static VectorStore open(Path path, String identity) throws IOException {
        Files.createDirectories(path);
        try {
            return VectorStore.open(path, identity);
        } catch (LockObtainFailedException inUse) {
            throw inUse;
        } catch (IOException | RuntimeException damaged) {
            LOG.warn("The vectors in {} cannot be read and are made again: {}", path, damaged.toString());
            delete(path);
            return VectorStore.open(path, identity);
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> below = Files.walk(directory)) {
            List<Path> deepestFirst = below.sorted(Comparator.reverseOrder()).toList();
            for (Path each : deepestFirst) {
                if (!each.equals(directory)) {
                    Files.delete(each);
                }
            }
        }
    }
}
