package dev.clew.ingest.extract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What language models answered, a file for each, under the hash of what was asked: the same is not asked, and not paid, twice. May be
 * deleted at any time. Safe for any number of threads.
 */
public final class KeptAnswers {
    /** Most answers that are kept; beyond, the oldest quarter goes. */
    public static final int LIMIT_ANSWERS = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(KeptAnswers.class);
    private static final String ENDING = ".json";

    private final Path directory;

    /** Keeps them in a directory, which is made with the first. */
    public KeptAnswers(Path directory) {
        this.directory = directory;
    }

    /** What all parts of a question are kept under. */
    static String key(String... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String each : parts) {
                byte[] bytes = each.getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    Optional<String> find(String key) {
        Path file = directory.resolve(key + ENDING);
        try {
            return Files.isRegularFile(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException unreadable) {
            LOG.warn("An answer that was kept cannot be read and is asked again: {}", unreadable.getMessage());
            return Optional.empty();
        }
    }

    /** Keeps an answer; where that cannot be, it is asked again the next time. */
    void keep(String key, String answer) {
        try {
            Files.createDirectories(directory);
            Path part = Files.createTempFile(directory, key, ".part");
            Files.writeString(part, answer);
            Files.move(part, directory.resolve(key + ENDING), StandardCopyOption.REPLACE_EXISTING);
            makeRoom();
        } catch (IOException full) {
            LOG.warn("An answer of the language model cannot be kept: {}", full.getMessage());
        }
    }

    private void makeRoom() throws IOException {
        List<Path> kept;
        try (Stream<Path> all = Files.list(directory)) {
            kept = all.toList();
        }
        if (kept.size() > LIMIT_ANSWERS) {
            List<Path> oldest = kept.stream()
                    .sorted(Comparator.comparingLong(file -> file.toFile().lastModified()))
                    .limit(LIMIT_ANSWERS / 4)
                    .toList();
            for (Path each : oldest) {
                Files.deleteIfExists(each);
            }
        }
    }
}
