package dev.clew.exchange;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A file with one JSON record a line: read once from front to back, then by place. */
final class RecordLines implements AutoCloseable {
    /** The longest line that is read. */
    static final int LIMIT_LINE_BYTES = 1 << 20;

    private static final int BYTE_ORDER_MARK_BYTES = 3;

    private final String shownName;
    private final boolean hasOwnLines;
    private final FileChannel channel;
    private final InputStream stream;
    private long position;
    private long line;

    /**
     * A line of the file.
     *
     * @param place where it stands
     * @param bytes its text without the line end; null when it is longer than the limit
     */
    record Line(ImportEntry.Place place, byte @Nullable [] bytes) {}

    private RecordLines(Path file, String shownName, boolean hasOwnLines) throws IOException {
        this.shownName = shownName;
        this.hasOwnLines = hasOwnLines;
        this.channel = FileChannel.open(file, StandardOpenOption.READ);
        this.stream = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    }

    /** Opens a JSON Lines file. */
    static RecordLines of(ImportFile file) {
        return open(file.path(), file.shownName(), true);
    }

    /** Opens lines that were made of a file of another format. */
    static RecordLines madeOf(Path lines, String shownName) {
        return open(lines, shownName, false);
    }

    /** Opens lines that were made of a file of another format, each in the line where it stands there. */
    static RecordLines lineByLine(Path lines, String shownName) {
        return open(lines, shownName, true);
    }

    private static RecordLines open(Path file, String shownName, boolean hasOwnLines) {
        try {
            return new RecordLines(file, shownName, hasOwnLines);
        } catch (IOException unreadable) {
            throw unreadable(shownName, unreadable);
        }
    }

    static ClewException unreadable(String name, IOException cause) {
        return new ClewException(
                ErrorCode.NOT_FOUND, "Cannot read " + name + ": check that the file exists and may be read.", cause);
    }

    String shownName() {
        return shownName;
    }

    /** The next line that is not blank and no remark, which begins with #; null at the end. */
    @Nullable Line next() {
        try {
            while (true) {
                Line read = readLine();
                if (read == null) {
                    return null;
                }
                byte[] bytes = read.bytes();
                if (bytes == null || !isBlank(bytes) && bytes[0] != '#') {
                    return read;
                }
            }
        } catch (IOException unreadable) {
            throw unreadable(shownName, unreadable);
        }
    }

    private @Nullable Line readLine() throws IOException {
        long start = position;
        byte[] buffer = new byte[512];
        int length = 0;
        int next = stream.read();
        if (next < 0) {
            return null;
        }
        line++;
        while (next >= 0 && next != '\n') {
            position++;
            if (length < LIMIT_LINE_BYTES) {
                buffer = length == buffer.length ? Arrays.copyOf(buffer, length * 2) : buffer;
                buffer[length] = (byte) next;
            }
            length = Math.min(length + 1, LIMIT_LINE_BYTES + 1);
            next = stream.read();
        }
        position += next < 0 ? 0 : 1;
        return line(start, buffer, length);
    }

    private Line line(long start, byte[] buffer, int length) {
        long shownLine = hasOwnLines ? line : 0;
        if (length > LIMIT_LINE_BYTES) {
            return new Line(new ImportEntry.Place(this, shownLine, start, 0, 0), null);
        }
        int skip = start == 0 && startsWithByteOrderMark(buffer, length) ? BYTE_ORDER_MARK_BYTES : 0;
        byte[] bytes = Arrays.copyOfRange(buffer, skip, length);
        return new Line(
                new ImportEntry.Place(this, shownLine, start + skip, bytes.length, Arrays.hashCode(bytes)), bytes);
    }

    private static boolean startsWithByteOrderMark(byte[] buffer, int length) {
        return length >= BYTE_ORDER_MARK_BYTES
                && buffer[0] == (byte) 0xEF
                && buffer[1] == (byte) 0xBB
                && buffer[2] == (byte) 0xBF;
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte each : bytes) {
            if (each != ' ' && each != '\t' && each != '\r') {
                return false;
            }
        }
        return true;
    }

    /** The bytes at a place seen before. Safe for any number of threads. */
    byte[] read(ImportEntry.Place place) {
        ByteBuffer buffer = ByteBuffer.allocate(place.length());
        try {
            while (buffer.hasRemaining()) {
                if (channel.read(buffer, place.offset() + buffer.position()) < 0) {
                    throw changed();
                }
            }
        } catch (IOException unreadable) {
            throw unreadable(shownName, unreadable);
        }
        if (Arrays.hashCode(buffer.array()) != place.hash()) {
            throw changed();
        }
        return buffer.array();
    }

    private ClewException changed() {
        return new ClewException(
                ErrorCode.BAD_REQUEST, "The file " + shownName + " changed while it was imported: import it again.");
    }

    /** How many bytes were read from front to back. */
    long position() {
        return position;
    }

    @Override
    public void close() {
        try {
            stream.close();
            channel.close();
        } catch (IOException failed) {
            throw unreadable(shownName, failed);
        }
    }
}
