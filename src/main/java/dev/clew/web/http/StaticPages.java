package dev.clew.web.http;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The built web pages, from a folder on the class path, kept in memory once read.
 *
 * <p>Files whose name carries a hash of their content never change and may be kept for a year; everything else is asked
 * for again by its {@code ETag}. Safe for any number of threads.
 */
public final class StaticPages {
    private static final Pattern SAFE = Pattern.compile("(/[A-Za-z0-9_][A-Za-z0-9._-]*)+");
    private static final Pattern HASHED = Pattern.compile("/assets/.*-[A-Za-z0-9_-]{8}\\.[a-z0-9]+");
    private static final Map<String, String> MEDIA_TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("map", "application/json"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("txt", "text/plain; charset=utf-8"),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("woff2", "font/woff2"));

    private final String folder;
    private final Map<String, Answer> read = new ConcurrentHashMap<>();

    /**
     * Serves this folder.
     *
     * @param folder its name on the class path, without slashes at the ends
     */
    public StaticPages(String folder) {
        this.folder = folder;
    }

    /** The file at this path, such as {@code /assets/index-BdQ3x9aZ.js}; empty when there is none. */
    public Optional<Answer> file(String path) {
        if (!SAFE.matcher(path).matches() || path.length() > 300) {
            return Optional.empty();
        }
        Answer known = read.get(path);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Answer> found = load(path);
        found.ifPresent(answer -> read.put(path, answer));
        return found;
    }

    /**
     * The page that shows every place.
     *
     * @param status 200, or what is to be told about the place
     * @throws ClewException (not-found) when the pages are not part of this build
     */
    public Answer page(int status) {
        return file("/index.html")
                .orElseThrow(() -> new ClewException(
                        ErrorCode.NOT_FOUND,
                        "This build of Clew has no web pages. Build it with Node 20 present, or ask the API at"
                                + " /api/openapi.json."))
                .withStatus(status);
    }

    /** The same page with a head that says what stands at its address. */
    public Answer page(PageHead head) {
        Answer plain = page(200);
        return answer("/index.html", plain.mediaType(), head.into(plain.body()));
    }

    private Optional<Answer> load(String path) {
        String type = MEDIA_TYPES.get(path.substring(path.lastIndexOf('.') + 1));
        if (type == null) {
            return Optional.empty();
        }
        try (InputStream in = StaticPages.class.getClassLoader().getResourceAsStream(folder + path)) {
            return in == null ? Optional.empty() : Optional.of(answer(path, type, in.readAllBytes()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the page file " + path, unreadable);
        }
    }

    private static Answer answer(String path, String type, byte[] bytes) {
        boolean hashed = HASHED.matcher(path).matches();
        return Answer.of(type, bytes)
                .with("ETag", '"' + hash(bytes) + '"')
                .with("Cache-Control", hashed ? "public, max-age=31536000, immutable" : "no-cache");
    }

    private static String hash(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
