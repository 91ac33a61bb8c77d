package dev.clew.rdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files of a TDB2 directory: their sizes and their deletion.
 *
 * <p>TDB2 opens a directory with a missing or shortened file as if it were new there, and then answers wrongly. Its files
 * only ever grow, so the sizes noted when a store was last built or closed tell such damage.
 */
final class StoreFiles {
    private static final String SIZES = "sizes";
    /** What a mapped file takes, on paper, before it holds anything. */
    private static final long SEGMENT_BYTES = 8L * 1024 * 1024;

    private StoreFiles() {}

    /** Notes the present sizes in the directory. */
    static void recordSizes(Path store) {
        String lines = sizes(store).entrySet().stream()
                .map(file -> file.getKey() + " " + file.getValue())
                .collect(Collectors.joining("\n"));
        try {
            Files.writeString(store.resolve(SIZES), lines);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Whether every file noted is still there and not shorter; no when nothing was noted. */
    static boolean areWhole(Path store) {
        try {
            Map<String, Long> now = sizes(store);
            return Files.readAllLines(store.resolve(SIZES)).stream().allMatch(line -> isWhole(line, now));
        } catch (IOException | NumberFormatException unreadable) {
            return false;
        }
    }

    private static boolean isWhole(String line, Map<String, Long> now) {
        int space = line.lastIndexOf(' ');
        return space > 0
                && now.getOrDefault(line.substring(0, space), -1L)
                        >= Long.parseLong(line, space + 1, line.length(), 10);
    }

    /** How much the store holds, leaving out what a mapped file takes from the start. */
    static long bytes(Path store) {
        return sizes(store).values().stream()
                .mapToLong(size -> size >= SEGMENT_BYTES ? size - SEGMENT_BYTES : size)
                .sum();
    }

    private static Map<String, Long> sizes(Path store) {
        Map<String, Long> sizes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(store)) {
            for (Path file : files.filter(StoreFiles::onlyGrows).toList()) {
                sizes.put(store.relativize(file).toString(), Files.size(file));
            }
            return sizes;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean onlyGrows(Path file) {
        String name = file.getFileName().toString();
        return Files.isRegularFile(file) && !name.equals(SIZES) && !name.endsWith(".lock") && !name.endsWith(".jrnl");
    }

    /** Deletes the directory and everything in it; nothing to do when it is absent. */
    static void delete(Path directory) {
        try (Stream<Path> found = Files.walk(directory)) {
            List<Path> deepestFirst = found.sorted(Comparator.reverseOrder()).toList();
            for (Path each : deepestFirst) {
                Files.deleteIfExists(each);
            }
        } catch (NoSuchFileException absent) {
            return;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
