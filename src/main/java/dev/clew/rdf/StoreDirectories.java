package dev.clew.rdf;

import dev.clew.ledger.Position;
import dev.clew.ontology.Base;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The numbered store directories of a projection: the one that counts is the highest with a valid mark, because a mark is
 * written last; every other is what a crash left behind.
 */
final class StoreDirectories {
    private static final Logger LOG = LoggerFactory.getLogger(StoreDirectories.class);
    private static final Pattern NAME = Pattern.compile("store-(\\d{1,9})");

    private final Path parent;
    private final Base base;
    /** TDB2 remembers a directory that it failed to close, so no number is used twice. */
    private int lastNumber;

    StoreDirectories(Path parent, Base base) {
        this.parent = parent;
        this.base = base;
    }

    /** An open store with its mark. */
    record Opened(RdfStore store, StoreMark mark) {}

    /** Opens the store that counts, or a new empty one, and deletes all others. */
    Opened open() {
        Opened opened = list().stream()
                .sorted(Comparator.comparing(StoreDirectories::number).reversed())
                .flatMap(directory -> tryOpen(directory).stream())
                .findFirst()
                .orElseGet(this::create);
        for (Path directory : list()) {
            if (!directory.equals(opened.store().directory())) {
                StoreFiles.delete(directory);
            }
        }
        return opened;
    }

    /** Opens a directory; empty, with the reason logged, when it is damaged, unfinished or not ours to read. */
    Optional<Opened> tryOpen(Path directory) {
        if (!StoreFiles.areWhole(directory)) {
            LOG.warn("The RDF store {} is unfinished or lacks part of its files; it will be rebuilt", directory);
            return Optional.empty();
        }
        try {
            return opened(directory);
        } catch (RuntimeException | InternalError damage) {
            LOG.warn("The RDF store {} cannot be read; it will be rebuilt", directory, damage);
            return Optional.empty();
        }
    }

    private Optional<Opened> opened(Path directory) {
        RdfStore store = RdfStore.open(directory, base);
        Optional<StoreMark> mark = store.readMark();
        if (mark.isEmpty()) {
            LOG.warn("The RDF store {} is of another format or base; it will be rebuilt", directory);
            store.retire();
        }
        return mark.map(found -> new Opened(store, found));
    }

    /** A new empty store that counts as having seen nothing. */
    Opened create() {
        RdfStore store = createUnmarked();
        store.write(dataset -> {
            StoreMark.EMPTY.write(dataset, base);
            return Position.NONE;
        });
        StoreFiles.recordSizes(store.directory());
        return new Opened(store, StoreMark.EMPTY);
    }

    /** A new empty store in a directory of the next number that does not count until it gets a mark. */
    RdfStore createUnmarked() {
        int highest = list().stream().mapToInt(StoreDirectories::number).max().orElse(0);
        lastNumber = Math.max(lastNumber, highest) + 1;
        return RdfStore.open(parent.resolve("store-" + lastNumber), base);
    }

    private List<Path> list() {
        try {
            Files.createDirectories(parent);
            try (Stream<Path> found = Files.list(parent)) {
                return found.filter(path ->
                                NAME.matcher(path.getFileName().toString()).matches())
                        .toList();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static int number(Path directory) {
        return Integer.parseInt(directory.getFileName().toString().substring("store-".length()));
    }
}
