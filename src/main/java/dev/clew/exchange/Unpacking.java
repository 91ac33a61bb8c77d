package dev.clew.exchange;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Copies streams, unpacking those that begin like gzip, within a bound. */
final class Unpacking {
    /** The largest file that is unpacked. */
    static final long LIMIT_UNPACKED_BYTES = 1L << 30;

    private static final int BUFFER_BYTES = 1 << 16;

    private Unpacking() {}

    /** Whether these are the first two bytes of a packed file. */
    static boolean isPacked(byte[] start) {
        return start.length == 2 && (start[0] & 0xff) == 0x1f && (start[1] & 0xff) == 0x8b;
    }

    /**
     * Copies to the end.
     *
     * @param name how a refusal names it
     * @throws ClewException too-large beyond the bound; invalid when it is packed and damaged
     */
    static void copy(InputStream in, String name, OutputStream out) throws IOException {
        PushbackInputStream source = new PushbackInputStream(in, 2);
        byte[] start = source.readNBytes(2);
        source.unread(start);
        if (!isPacked(start)) {
            source.transferTo(out);
            return;
        }
        try {
            unpack(new GZIPInputStream(source, BUFFER_BYTES), name, out);
        } catch (ZipException | EOFException damaged) {
            throw ClewException.invalid("", "is packed and damaged: pack it again", name);
        }
    }

    private static void unpack(InputStream in, String name, OutputStream out) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        long taken = 0;
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            taken += count;
            if (taken > LIMIT_UNPACKED_BYTES) {
                throw new ClewException(
                        ErrorCode.TOO_LARGE,
                        name + " unpacks to more than " + LIMIT_UNPACKED_BYTES
                                + " bytes: split it into several files.");
            }
            out.write(buffer, 0, count);
        }
    }
}
