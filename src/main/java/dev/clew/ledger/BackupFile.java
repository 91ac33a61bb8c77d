package dev.clew.ledger;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** The file of a backup: a database packed by gzip (RFC 1952), whose checksum covers every byte of it. */
final class BackupFile {
    private static final int BUFFER_BYTES = 64 * 1024;

    private BackupFile() {}

    /** Backups hold the hashes of secrets: only their owner may read them, where the file system knows owners. */
    static void createPrivate(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
    }

    /**
     * Packs a database into a file that is there and empty, waits until the disk has it, and reads it back.
     *
     * @throws IOException when it cannot be written, or is read back as something else
     */
    static void pack(Path database, Path packed) throws IOException {
        MessageDigest written = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(database), written);
                OutputStream file = Files.newOutputStream(packed, StandardOpenOption.WRITE);
                OutputStream out = new GZIPOutputStream(new BufferedOutputStream(file, BUFFER_BYTES), BUFFER_BYTES)) {
            in.transferTo(out);
        }
        sync(packed);
        MessageDigest readBack = sha256();
        unpack(packed, OutputStream.nullOutputStream(), readBack);
        if (!Arrays.equals(written.digest(), readBack.digest())) {
            throw new IOException("what was written is not what is read back");
        }
    }

    /**
     * Unpacks the database of a backup into a file that is there and empty.
     *
     * @throws IOException when the checksum does not hold, or the file is no backup
     */
    static void unpack(Path packed, Path database) throws IOException {
        try (OutputStream out = Files.newOutputStream(database, StandardOpenOption.WRITE)) {
            unpack(packed, out, sha256());
        }
    }

    private static void unpack(Path packed, OutputStream out, MessageDigest digest) throws IOException {
        try (InputStream in =
                new DigestInputStream(new GZIPInputStream(Files.newInputStream(packed), BUFFER_BYTES), digest)) {
            in.transferTo(out);
        }
    }

    /** Whether every byte of the file is as it was written, by its checksum. Costs reading it once. */
    static boolean isWhole(Path file) {
        try {
            unpack(file, OutputStream.nullOutputStream(), sha256());
            return true;
        } catch (IOException damaged) {
            return false;
        }
    }

    /** Waits until the disk has all of it. */
    static void sync(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
