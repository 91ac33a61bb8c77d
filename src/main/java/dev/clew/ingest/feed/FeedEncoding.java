package dev.clew.ingest.feed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * In which characters XML from elsewhere is written: as its first mark shows, else as the server states, else as it declares, else UTF-8. What is no
 * character there becomes �, so that one bad byte does not cost the rest.
 */
final class FeedEncoding {
    private static final Pattern STATED = Pattern.compile("charset=\"?([A-Za-z0-9_:.\\-]{1,40})");
    private static final Pattern DECLARED =
            Pattern.compile("\\A\\s*<\\?xml[^>]{0,200}?encoding\\s{0,9}=\\s{0,9}[\"']([A-Za-z0-9_:.\\-]{1,40})");
    private static final int DECLARATION_BYTES = 400;

    private FeedEncoding() {}

    /** A reader from the first mark on: white space before it is forbidden by XML, and common in feeds. */
    static Reader reader(byte[] bytes, String type) {
        PushbackReader reader =
                new PushbackReader(new InputStreamReader(new ByteArrayInputStream(bytes), charset(bytes, type)));
        try {
            int first = reader.read();
            while (first == '\uFEFF' || Character.isWhitespace(first)) {
                first = reader.read();
            }
            if (first >= 0) {
                reader.unread(first);
            }
            return reader;
        } catch (IOException impossible) {
            throw new UncheckedIOException("bytes in memory can be read", impossible);
        }
    }

    private static Charset charset(byte[] bytes, String type) {
        Charset marked = marked(bytes);
        if (marked != null) {
            return marked;
        }
        Charset stated = named(STATED.matcher(type.toLowerCase(Locale.ROOT)));
        if (stated != null) {
            return stated;
        }
        String begin = new String(bytes, 0, Math.min(bytes.length, DECLARATION_BYTES), StandardCharsets.ISO_8859_1);
        Charset declared = named(DECLARED.matcher(begin));
        // What declares in single bytes that it is written in two is not.
        return declared == null
                        || declared.name().startsWith("UTF-16")
                        || declared.name().startsWith("UTF-32")
                ? StandardCharsets.UTF_8
                : declared;
    }

    /** By a byte order mark, or by the zero beside the first mark. */
    private static @Nullable Charset marked(byte[] bytes) {
        if (bytes.length < 2) {
            return null;
        }
        return switch ((bytes[0] & 0xff) << 8 | bytes[1] & 0xff) {
            case 0xfeff, '<' -> StandardCharsets.UTF_16BE;
            case 0xfffe, '<' << 8 -> StandardCharsets.UTF_16LE;
            case 0xefbb -> StandardCharsets.UTF_8;
            default -> null;
        };
    }

    private static @Nullable Charset named(Matcher name) {
        if (!name.find()) {
            return null;
        }
        try {
            return Charset.forName(name.group(1));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return null;
        }
    }
}
