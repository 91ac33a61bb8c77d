package dev.clew.exchange;

import dev.clew.model.ClewException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/** Whether a file is UTF-8 to its end; what is not is refused with its place, never read as something else. */
final class TextEncoding {
    private static final int BUFFER_BYTES = 1 << 16;

    private final String shownName;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER_BYTES);
    private final CharBuffer characters = CharBuffer.allocate(BUFFER_BYTES);
    private long before;
    private long line = 1;

    private TextEncoding(String shownName) {
        this.shownName = shownName;
    }

    /** Whether these bytes are UTF-8 by the letter; the reader of JSON also takes forms that are longer than need be. */
    static boolean isUtf8(byte[] text, int offset, int length) {
        int plain = offset;
        while (plain < offset + length && text[plain] >= 0) {
            plain++;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text, plain, offset + length - plain));
            return true;
        } catch (CharacterCodingException broken) {
            return false;
        }
    }

    /**
     * Reads the file once.
     *
     * @throws ClewException (invalid) naming line and byte of the first that is not UTF-8
     */
    static void requireUtf8(ImportFile file) throws IOException {
        try (InputStream in = Files.newInputStream(file.path())) {
            new TextEncoding(file.shownName()).read(in);
        }
    }

    private void read(InputStream in) throws IOException {
        boolean ended = false;
        while (!ended) {
            int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
            ended = count < 0;
            bytes.position(bytes.position() + Math.max(count, 0)).flip();
            decode(ended);
            before += bytes.position();
            bytes.compact();
        }
    }

    private void decode(boolean ended) {
        CoderResult result = decoder.decode(bytes, characters, ended);
        characters.flip();
        line += characters.chars().filter(c -> c == '\n').count();
        characters.clear();
        if (result.isError()) {
            int found = bytes.get(bytes.position()) & 0xFF;
            throw ClewException.invalid(
                    "line " + line,
                    "of " + shownName + " is not in UTF-8, at byte " + (before + bytes.position() + 1)
                            + " of the file: save it as UTF-8 (a spreadsheet calls it CSV UTF-8)",
                    "0x" + Integer.toHexString(found));
        }
    }
}
