package dev.clew.search;

import dev.clew.ledger.Position;
import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The index directories below one directory, numbered: the newest that can be opened and has a position counts, the
 * others are remains of a rebuild and are deleted.
 */
final class Generations {
    private static final Logger LOG = LoggerFactory.getLogger(Generations.class);
    private static final Pattern NAME = Pattern.compile("generation-(\\d{1,9})");

    private final Path directory;

    Generations(Path directory) {
        this.directory = directory;
    }

    /** Opens the newest whole generation, or a new empty one. */
    Generation open() {
        try {
            Files.createDirectories(directory);
            for (Path path : newestFirst()) {
                Generation generation = tryOpen(path);
                if (generation != null) {
                    deleteOthers(path);
                    return generation;
                }
            }
            return create();
        } catch (IOException failure) {
            throw refused(failure);
        }
    }

    private @Nullable Generation tryOpen(Path path) throws IOException {
        try {
            Generation generation = Generation.open(path);
            if (!generation.position().equals(Position.NONE)) {
                return generation;
            }
            generation.close();
        } catch (LockObtainFailedException inUse) {
            throw inUse;
        } catch (IOException | RuntimeException damaged) {
            LOG.warn("The search index in {} cannot be read and will be rebuilt: {}", path, damaged.toString());
        }
        return null;
    }

    /** A new empty generation beside the others. */
    Generation create() {
        try {
            int number = newestFirst().stream()
                            .mapToInt(Generations::number)
                            .findFirst()
                            .orElse(0)
                    + 1;
            return Generation.open(Files.createDirectories(directory.resolve("generation-" + number)));
        } catch (IOException failure) {
            throw refused(failure);
        }
    }

    /**
     * Goes back to what was last committed; readers of the failed one are to be let go once they find this one. Where that cannot be opened, as on a full disk, the failed one stays: it is written
     * no more, readers go on seeing what they saw, and it counts as damaged, so that it is built anew as soon as that succeeds.
     */
    Generation reopen(Generation failed) {
        try {
            failed.stopWriting();
            Generation again = tryOpen(failed.path());
            if (again != null) {
                return again;
            }
        } catch (IOException alsoFailed) {
            LOG.warn("Opening the search index after a failure failed too: {}", alsoFailed.toString());
        }
        failed.reportDamage();
        return failed;
    }

    /** Closes one that is written no more to its readers. */
    void letGo(Generation failed) {
        try {
            failed.letReadersGo();
        } catch (IOException failure) {
            LOG.warn("A search index that failed stays open to its readers: {}", failure.toString());
        }
    }

    /** Closes and deletes; what cannot be deleted now is deleted at the next start. */
    void drop(Generation generation) {
        try {
            generation.close();
            delete(generation.path());
        } catch (IOException failure) {
            LOG.warn("An old search index stays in {} until the next start: {}", generation.path(), failure.toString());
        }
    }

    private void deleteOthers(Path kept) throws IOException {
        for (Path path : newestFirst()) {
            if (!path.equals(kept)) {
                delete(path);
            }
        }
    }

    private List<Path> newestFirst() throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(
                            path -> NAME.matcher(path.getFileName().toString()).matches())
                    .sorted(Comparator.comparingInt(Generations::number).reversed())
                    .toList();
        }
    }

    private static int number(Path path) {
        return Integer.parseInt(path.getFileName().toString().substring("generation-".length()));
    }

    private static void delete(Path path) throws IOException {
        try (Stream<Path> below = Files.walk(path)) {
            for (Path each : below.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }

    private ClewException refused(IOException failure) {
        return new ClewException(
                ErrorCode.DATA_DIRECTORY,
                "The search index in " + directory + " cannot be opened: " + failure.getMessage()
                        + ". Close the other program that uses it, or make the directory writable.",
                failure);
    }
}
