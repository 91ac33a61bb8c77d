package dev.clew.fault;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Makes bad documents out of good ones, by a seed: bytes, tokens, lines and nestings changed, lost, doubled or torn. */
public final class Mutator {
    /** What breaks readers of texts: ends of numbers and of encodings, markup of every format, names that mean something. */
    private static final List<String> TOKENS = List.of(
            "\u0000",
            "\u0001",
            "\uFEFF",
            "\u202E",
            "\u2028",
            "\u0085",
            "\uD83D\uDE00",
            "\\ud800",
            "\\u0000",
            "\\U0010FFFF",
            "\\",
            "\\\"",
            "\"",
            "'",
            "\"\"\"",
            "'''",
            "<",
            ">",
            "<>",
            "<<",
            ">>",
            "{",
            "}",
            "[",
            "]",
            "(",
            ")",
            "{}",
            "[]",
            ";",
            ",",
            ".",
            ":",
            "|",
            "^^",
            "@",
            "@en",
            "@en-",
            "@-",
            "_:b",
            "#",
            "\r",
            "\n",
            "\r\n",
            "\t",
            "\u000B",
            "-1",
            "0",
            "-0",
            "1e999",
            "-1e-999",
            "1e400000000",
            "99999999999999999999",
            "2147483648",
            "9223372036854775808",
            "NaN",
            "Infinity",
            "0x7f",
            "1_000",
            "1,000",
            "00",
            "1.0000000000000000000000001",
            "true",
            "null",
            "undefined",
            "2026-02-30",
            "0000-00-00",
            "+999999999-12-31",
            "24:00:00",
            "-00:01",
            "99:99:99,999 --> 00:00:00,000",
            "WEBVTT",
            "NOTE",
            "<v ",
            "</v>",
            "<cite>",
            "<time>",
            "<!--",
            "]]>",
            "<![CDATA[",
            "<!DOCTYPE a [<!ENTITY b \"c\">]>",
            "&b;",
            "&#0;",
            "&#xD800;",
            "&#1114112;",
            "**",
            "[00:00:01]",
            "@prefix : <a> .",
            "BASE <http://elsewhere.example/>",
            "PREFIX",
            "GRAPH",
            "a",
            "<insight/../x>",
            "<http://clew.example/insight/>",
            "<file:///etc/passwd>",
            "\"@context\":\"http://127.0.0.1:9/context\",",
            "\"@context\":{\"@import\":\"http://127.0.0.1:9/c\"},",
            "\"@graph\":",
            "\"@id\":",
            "\"@type\":",
            "\"@reverse\":",
            "\"@nest\":",
            "\"@included\":[",
            "\"@list\":[",
            "\"id\":\"../../etc\",",
            "\"id\":null,",
            "\"links\":[null],",
            "\"type\":\"redirect\",",
            "> enables > ",
            " > ",
            "=HYPERLINK(\"http://elsewhere.example\")",
            "+1+1",
            "@SUM(A1)",
            "{{7*7}}",
            "${jndi:ldap://127.0.0.1/a}",
            "' OR 1=1 --",
            "%00",
            "%",
            "%2e%2e%2f",
            "xsd:integer",
            "\"1\"^^<http://www.w3.org/2001/XMLSchema#integer>",
            "javascript:alert(1)");

    private final Random random;

    /** Draws from this. */
    public Mutator(Random random) {
        this.random = random;
    }

    /** A document that differs from this one in one to five places; at most twice as long and 70 000 bytes more. */
    public byte[] mutant(byte[] good) {
        byte[] bytes = good;
        int changes = 1 + random.nextInt(random.nextInt(4) == 0 ? 5 : 2);
        for (int i = 0; i < changes; i++) {
            bytes = changed(bytes);
        }
        return Arrays.copyOf(bytes, Math.min(bytes.length, 2 * good.length + 70_000));
    }

    /** The same for a text; what is no text any more reads as replacement characters. */
    public String mutant(String good) {
        return new String(mutant(good.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }

    private byte[] changed(byte[] bytes) {
        int at = random.nextInt(bytes.length + 1);
        int length = Math.min(bytes.length - at, 1 + random.nextInt(random.nextInt(4) == 0 ? 2000 : 12));
        return switch (random.nextInt(13)) {
            case 0 -> bitFlipped(bytes);
            case 1 -> spliced(bytes, at, Math.min(1, length), new byte[] {(byte) random.nextInt(256)});
            case 2 -> spliced(bytes, at, length, new byte[0]);
            case 3 -> spliced(bytes, at, 0, Arrays.copyOfRange(bytes, at, at + length));
            case 4, 5 -> spliced(bytes, at, 0, token());
            case 6, 7 -> tokenReplaced(bytes, at);
            case 8 -> Arrays.copyOf(bytes, at);
            case 9 -> lineMoved(bytes, at);
            case 10 -> spliced(bytes, at, 0, repeated());
            case 11 -> spliced(bytes, at, 0, brokenEncoding());
            default -> spliced(bytes, at, length, elsewhere(bytes, length));
        };
    }

    private byte[] bitFlipped(byte[] bytes) {
        byte[] flipped = bytes.clone();
        if (flipped.length > 0) {
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
    }

    private byte[] token() {
        return TOKENS.get(random.nextInt(TOKENS.size())).getBytes(StandardCharsets.UTF_8);
    }

    /** What stands between two marks, such as a value between quotes, gives way to a token. */
    private byte[] tokenReplaced(byte[] bytes, int at) {
        int start = at;
        while (start > 0 && !isMark(bytes[start - 1])) {
            start--;
        }
        int end = at;
        while (end < bytes.length && !isMark(bytes[end])) {
            end++;
        }
        return spliced(bytes, start, end - start, token());
    }

    private static boolean isMark(byte each) {
        return "\"<>,;:{}[] \t\n".indexOf(each) >= 0;
    }

    private byte[] lineMoved(byte[] bytes, int at) {
        int start = at;
        while (start > 0 && bytes[start - 1] != '\n') {
            start--;
        }
        int end = at;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        byte[] line = Arrays.copyOfRange(bytes, start, Math.min(end + 1, bytes.length));
        byte[] without = random.nextBoolean() ? bytes : spliced(bytes, start, line.length, new byte[0]);
        return spliced(without, random.nextInt(without.length + 1), 0, line);
    }

    private byte[] repeated() {
        String unit = List.of(
                        "[",
                        "{\"a\":",
                        "(",
                        "\"",
                        "a",
                        "9",
                        " ",
                        "\n",
                        "<b>",
                        "\\",
                        "[ a ",
                        "**",
                        "<<",
                        "\uD83D\uDE00",
                        "> ")
                .get(random.nextInt(15));
        int most = random.nextInt(8) == 0 ? 30_000 : 300;
        return unit.repeat(1 + random.nextInt(most)).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] brokenEncoding() {
        return switch (random.nextInt(5)) {
            case 0 -> new byte[] {(byte) 0xC3};
            case 1 -> new byte[] {(byte) 0xC0, (byte) 0xAF};
            case 2 -> new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80};
            case 3 -> new byte[] {(byte) 0xF4, (byte) 0x90, (byte) 0x80, (byte) 0x80};
            default -> new byte[] {(byte) 0xFF, (byte) 0xFE};
        };
    }

    private byte[] elsewhere(byte[] bytes, int length) {
        int from = random.nextInt(bytes.length - length + 1);
        return Arrays.copyOfRange(bytes, from, from + length);
    }

    private static byte[] spliced(byte[] bytes, int at, int removed, byte[] added) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + added.length);
        out.write(bytes, 0, at);
        out.writeBytes(added);
        out.write(bytes, at + removed, bytes.length - at - removed);
        return out.toByteArray();
    }
}
