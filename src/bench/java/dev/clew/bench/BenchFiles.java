package dev.clew.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Where the parts of a bench find what the parts before them left.
 *
 * @param directory all of it
 */
record BenchFiles(Path directory) {
    /** The name of the synthetic library as JSON Lines. */
    static final String LINES = "library.jsonl";

    /** The synthetic library as JSON Lines. */
    Path lines() {
        return directory.resolve(LINES);
    }

    /** The same as N-Quads. */
    Path quads() {
        return directory.resolve("library.nq");
    }

    /** A data directory that holds the library, with everything derived. */
    Path data() {
        return directory.resolve("data");
    }

    /** How many insights a second an import took, until search and graph, then until everything showed them; a line each. */
    Path importRates() {
        return directory.resolve("import-rates");
    }

    /** The store that Jena's own loader made of the N-Quads. */
    Path loaded() {
        return directory.resolve("loaded");
    }

    /** Bytes of all files below a directory, as their lengths say. */
    static long bytes(Path directory) throws IOException {
        try (Stream<Path> below = Files.walk(directory)) {
            return below.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    /** Removes a directory with everything in it. */
    static void delete(Path directory) throws IOException {
        try (Stream<Path> below = Files.walk(directory)) {
            for (Path each : below.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
