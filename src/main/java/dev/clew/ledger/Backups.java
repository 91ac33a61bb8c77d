package dev.clew.ledger;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A directory of backups: makes them under names that tell when and up to which change, and keeps the latest. Safe for any
 * number of threads; one backup is made at a time.
 */
public final class Backups {
    /** Most backups that can be kept. */
    public static final int LIMIT_KEPT = 1_000;

    private static final Pattern NAME = Pattern.compile("clew-(\\d{8}T\\d{6}Z)-change-(\\d{1,18})\\.sqlite\\.gz");
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    /** After so long, a file that is still unfinished belongs to a process that was killed. */
    private static final Duration UNFINISHED = Duration.ofDays(1);

    private final Store store;
    private final Settings settings;
    private final Clock clock;
    /** What was found, by name, so that a file is read again only when it changed. */
    private final Map<String, Seen> seen = new HashMap<>();

    private volatile @Nullable Made latest;
    private volatile @Nullable String failure;

    private record Seen(long bytes, Instant changed, boolean whole) {}

    /**
     * Where backups stand, how many stay, and how often one is made.
     *
     * @param directory made when it is missing
     * @param keep how many of the latest stay when another was made, 1 to {@value #LIMIT_KEPT}
     * @param every how old the latest may be before the schedule makes another; null when it makes none
     */
    public record Settings(
            Path directory, int keep, @Nullable Duration every) {
        /** Checks the bounds. */
        public Settings {
            if (keep < 1 || keep > LIMIT_KEPT) {
                throw ClewException.invalid("keep", "must be from 1 to " + LIMIT_KEPT, Integer.toString(keep));
            }
        }
    }

    /**
     * One backup.
     *
     * @param name of its file
     * @param at when it was made
     * @param change the last change in it
     * @param bytes its size
     * @param isWhole whether its checksum holds; one that is not is never counted among those that stay
     */
    public record Made(String name, Instant at, long change, long bytes, boolean isWhole) {}

    /**
     * How backups stand, without a look at the disk.
     *
     * @param every how often one is made; null when none is
     * @param latest the latest whole one that was seen; null when none was
     * @param failure why the latest try failed; null when it did not
     */
    public record Standing(
            @Nullable Duration every,
            @Nullable Made latest,
            @Nullable String failure) {}

    /** The backups in this directory, of this database. */
    public Backups(Store store, Settings settings, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    /** How they stand, as the last look or try left it. */
    public Standing standing() {
        return new Standing(settings.every(), latest, failure);
    }

    /** Where they are. */
    public Path directory() {
        return settings.directory();
    }

    /**
     * Makes one now and removes the oldest beyond those that stay.
     *
     * @throws ClewException as {@link Backup#make}; (conflict) when one was made in this very second
     */
    public synchronized Made make() {
        try {
            Made made = makeNow();
            failure = null;
            return made;
        } catch (ClewException failed) {
            failure = failed.getMessage();
            throw failed;
        }
    }

    private Made makeNow() {
        Instant now = clock.instant();
        Backup.Written written = Backup.make(
                store,
                settings.directory(),
                position -> settings.directory()
                        .resolve("clew-" + WHEN.format(now) + "-change-" + position.n() + ".sqlite.gz"));
        List<Made> all = list();
        String name = written.file().getFileName().toString();
        all.stream()
                .filter(each -> each.isWhole() && !each.name().equals(name))
                .skip(settings.keep() - 1L)
                .forEach(old -> remove(old.name()));
        removeUnfinished(now);
        return all.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ClewException(
                        ErrorCode.NO_SPACE,
                        "The backup " + written.file() + " was removed while it was made: make another one."));
    }

    private void removeUnfinished(Instant now) {
        for (Path file : files()) {
            String name = file.getFileName().toString();
            if (name.startsWith(".clew-") && name.endsWith(Backup.UNFINISHED) && isOld(file, now)) {
                remove(name);
            }
        }
    }

    private boolean isOld(Path file, Instant now) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(UNFINISHED));
        } catch (IOException failed) {
            throw unusable(failed);
        }
    }

    private void remove(String name) {
        try {
            Files.deleteIfExists(settings.directory().resolve(name));
        } catch (IOException failed) {
            throw unusable(failed);
        }
    }

    /** All of them, latest first. Reads each file once, and again when it changed. */
    public synchronized List<Made> list() {
        List<Made> all = files().stream()
                .map(this::read)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(Made::at).thenComparing(Made::name).reversed())
                .toList();
        latest = all.stream().filter(Made::isWhole).findFirst().orElse(null);
        return all;
    }

    private List<Path> files() {
        if (!Files.isDirectory(settings.directory())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(settings.directory())) {
            return files.toList();
        } catch (IOException failed) {
            throw unusable(failed);
        }
    }

    private Optional<Made> read(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (!name.matches()) {
            return Optional.empty();
        }
        Instant at = WHEN.parse(name.group(1), Instant::from);
        try {
            long bytes = Files.size(file);
            Instant changed = Files.getLastModifiedTime(file).toInstant();
            Seen known = seen.get(name.group());
            if (known == null || known.bytes() != bytes || !known.changed().equals(changed)) {
                known = new Seen(bytes, changed, BackupFile.isWhole(file));
                seen.put(name.group(), known);
            }
            return Optional.of(new Made(name.group(), at, Long.parseLong(name.group(2)), bytes, known.whole()));
        } catch (IOException failed) {
            throw unusable(failed);
        }
    }

    private ClewException unusable(IOException cause) {
        return new ClewException(
                ErrorCode.NO_SPACE,
                "Cannot use the directory of backups " + settings.directory() + ": " + cause.getMessage()
                        + ". Make it readable and writable.",
                cause);
    }
}
