package dev.clew.web.http;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the query of an address strictly: what is not properly encoded is refused, never dropped. */
final class QueryText {
    private QueryText() {}

    /**
     * The values by name, in the order given.
     *
     * @param query what follows the question mark; null for none
     * @throws ClewException (bad-request) for escapes that are not two hexadecimal digits or not UTF-8
     */
    static Map<String, List<String>> read(@Nullable String query) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : query == null ? new String[0] : query.split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
                values.computeIfAbsent(name, any -> new ArrayList<>()).add(value);
            }
        }
        return values;
    }

    private static String decoded(String text) {
        ByteBuffer bytes = ByteBuffer.allocate(text.length() * 3);
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '%') {
                bytes.put(escaped(text, at));
                at += 3;
            } else {
                int next = text.offsetByCodePoints(at, 1);
                String plain = c == '+' ? " " : text.substring(at, next);
                bytes.put(plain.getBytes(StandardCharsets.UTF_8));
                at = next;
            }
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException notText) {
            throw refused();
        }
    }

    private static byte escaped(String text, int at) {
        if (at + 2 >= text.length()
                || !HexFormat.isHexDigit(text.charAt(at + 1))
                || !HexFormat.isHexDigit(text.charAt(at + 2))) {
            throw refused();
        }
        return (byte) HexFormat.fromHexDigits(text, at + 1, at + 3);
    }

    private static ClewException refused() {
        return new ClewException(
                ErrorCode.BAD_REQUEST,
                "The query of the address is not properly encoded: % must be followed by two hexadecimal digits, and the"
                        + " whole must be UTF-8. A plain % is written %25.");
    }
}
