package dev.clew.exchange;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A file that came in as a stream: kept in a temporary file, unpacked when it was packed, until it is closed. */
public final class UploadedFile implements AutoCloseable {
    private final ImportFile file;

    private UploadedFile(ImportFile file) {
        this.file = file;
    }

    /**
     * Reads the stream to its end.
     *
     * @param name how refusals name it
     * @param format how it is read
     * @throws ClewException as the stream does; too-large when it unpacks to more than 1 GiB, invalid when it is damaged,
     *     no-space when it cannot be kept
     */
    public static UploadedFile take(InputStream in, String name, FileFormat format) {
        Path path = null;
        try {
            path = Files.createTempFile("clew-upload", ".tmp");
            try (OutputStream out = Files.newOutputStream(path)) {
                Unpacking.copy(in, name, out);
            }
            return new UploadedFile(new ImportFile(path, name, format));
        } catch (IOException failed) {
            remove(path);
            throw new ClewException(
                    ErrorCode.NO_SPACE, "The file could not be kept: free some temporary space.", failed);
        } catch (RuntimeException refused) {
            remove(path);
            throw refused;
        }
    }

    private static void remove(@Nullable Path path) {
        try {
            if (path != null) {
                Files.deleteIfExists(path);
            }
        } catch (IOException stays) {
            throw RecordLines.unreadable(path.toString(), stays);
        }
    }

    /** The file, plain. */
    public ImportFile file() {
        return file;
    }

    /** The SHA-256 of what it holds, unpacked, by which the same file is known again. */
    public String hash() {
        try (InputStream in = Files.newInputStream(file.path())) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException failed) {
            throw RecordLines.unreadable(file.shownName(), failed);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    @Override
    public void close() {
        remove(file.path());
    }
}
