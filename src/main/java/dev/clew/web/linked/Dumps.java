package dev.clew.web.linked;

import dev.clew.exchange.FileFormat;
import dev.clew.exchange.LibraryExport;
import dev.clew.exchange.LibraryExport.Addresses;
import dev.clew.ledger.ChangeSummary;
import dev.clew.ledger.Ledger;
import dev.clew.ledger.Position;
import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.ontology.Base;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Packed copies of the whole library, one a format, written when somebody asks and kept until the next change. They are
 * written from one read of the ledger, which holds up no writer. Safe for any number of threads.
 */
public final class Dumps {
    /** The formats that there are. */
    static final List<FileFormat> FORMATS = List.of(FileFormat.TRIG, FileFormat.N_QUADS);

    /** How long somebody waits while another's request has the copy written. */
    private static final long PATIENCE_SECONDS = 30;

    private final Ledger ledger;
    private final LibraryExport export;
    private final Path directory;
    private final Map<FileFormat, ReentrantLock> writing = new EnumMap<>(FileFormat.class);
    private final Map<FileFormat, Dump> written = new ConcurrentHashMap<>();

    /**
     * Keeps copies in this directory, which is emptied first: they are made again as fast as they are read.
     *
     * @throws ClewException (no-space) when the directory cannot be written
     */
    public Dumps(Ledger ledger, Base base, Path directory) {
        this.ledger = ledger;
        this.export = new LibraryExport(ledger, base);
        this.directory = directory;
        FORMATS.forEach(format -> writing.put(format, new ReentrantLock()));
        try {
            Files.createDirectories(directory);
            try (DirectoryStream<Path> old = Files.newDirectoryStream(directory, "*.gz")) {
                for (Path file : old) {
                    Files.delete(file);
                }
            }
        } catch (IOException failed) {
            throw noSpace(failed);
        }
    }

    /**
     * One copy.
     *
     * @param position the change that it shows at least
     * @param modified when that change was committed
     * @param file where it stands
     */
    private record Dump(Position position, Instant modified, Path file) {}

    /**
     * A copy, opened.
     *
     * @param position the change that it shows
     * @param modified when that change was committed
     * @param bytes its length
     * @param content to be closed by whoever reads it
     */
    record Opened(Position position, Instant modified, long bytes, InputStream content) {}

    /**
     * The copy at the last change.
     *
     * @throws ClewException (not-ready) when it is being written for longer than 30 seconds, (no-space) when it cannot be
     */
    Opened open(FileFormat format) {
        ReentrantLock lock = Objects.requireNonNull(writing.get(format), "a format of the list");
        try {
            if (!lock.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new ClewException(
                        ErrorCode.NOT_READY, "The copy is being written for the last change: ask again in a moment.");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ClewException(ErrorCode.NOT_READY, "The server is stopping.", interrupted);
        }
        try {
            Dump dump = current(format);
            return new Opened(
                    dump.position(), dump.modified(), Files.size(dump.file()), Files.newInputStream(dump.file()));
        } catch (IOException failed) {
            throw noSpace(failed);
        } finally {
            lock.unlock();
        }
    }

    private Dump current(FileFormat format) throws IOException {
        Dump known = written.get(format);
        if (known != null && known.position().equals(ledger.head()) && Files.exists(known.file())) {
            return known;
        }
        Path file = Files.createTempFile(directory, "dump-", ".gz");
        Dump dump = write(format, file);
        written.put(format, dump);
        if (known != null) {
            Files.deleteIfExists(known.file());
        }
        return dump;
    }

    private Dump write(FileFormat format, Path file) throws IOException {
        @Nullable Position position = null;
        try (OutputStream out =
                new GZIPOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16), 1 << 16)) {
            position = export.write(format, Addresses.UNDER_THE_BASE, out);
        } finally {
            if (position == null) {
                Files.deleteIfExists(file);
            }
        }
        return new Dump(position, at(position.n()), file);
    }

    private Instant at(long n) {
        return ledger.changesBefore(n + 1, "", 1).stream()
                .map(ChangeSummary::at)
                .findFirst()
                .orElse(Instant.EPOCH);
    }

    private static ClewException noSpace(IOException failed) {
        return new ClewException(
                ErrorCode.NO_SPACE, "The copy of the library could not be written: free some space.", failed);
    }
}
