package dev.clew.ingest.transcript;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Text in an encoding that nobody names: by its mark, else UTF-8 where it is that by the letter, else Windows-1252. */
final class TextBytes {
    private static final Charset WESTERN = Charset.forName("windows-1252");

    private TextBytes() {}

    static String decode(byte[] bytes) {
        String text = marked(bytes, 0xFE, 0xFF)
                ? new String(bytes, StandardCharsets.UTF_16BE)
                : marked(bytes, 0xFF, 0xFE) ? new String(bytes, StandardCharsets.UTF_16LE) : unmarked(bytes);
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return plain.replace("\r\n", "\n").replace('\r', '\n');
    }

    private static boolean marked(byte[] bytes, int first, int second) {
        return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }

    private static String unmarked(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException other) {
            return new String(bytes, WESTERN);
        }
    }
}
