package dev.clew.model.text;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.model.Problem;
import dev.clew.model.SearchQuery;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of hits ended.
 *
 * <p>It names the state of the index that the page was read from, the last hit's key in the order of hits, and the query.
 * While that state is kept (of the embedded index five minutes, at most sixteen states; of others not at all), following pages are read from it and nothing is
 * missed or repeated whatever is written. Later they are read from the newest state, after the same key: by day nothing
 * is missed or repeated then either; by relevance a hit may be, if the scores around the key have changed.
 *
 * @param token of the state; the change that was shown where none is kept
 * @param key of the last hit: its day, or its score as bits; the number of hits before where the name is empty
 * @param name of the last hit; empty where hits are counted
 */
public record Cursor(long token, int key, String name) {
    /** The engine that needs nothing beside. */
    public static final String EMBEDDED = "";

    private static final int QUERY_BYTES = 8;

    /** Whether it counts hits instead of naming the last. */
    public boolean isPlace() {
        return name.isEmpty();
    }

    /**
     * The written form, for following pages of this query only.
     *
     * @param engine what gave it, which alone can go on
     */
    public String write(SearchQuery query, String engine) {
        byte[] last = name.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(QUERY_BYTES + Long.BYTES + Integer.BYTES + last.length);
        bytes.put(digest(query, engine)).putLong(token).putInt(key).put(last);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /**
     * Reads the cursor of a query; null when it has none.
     *
     * @param engine what is asked
     * @throws ClewException (bad-request) when it is no cursor, or of another query or engine
     */
    public static @Nullable Cursor read(SearchQuery query, String engine) {
        String written = query.page().cursor();
        if (written == null) {
            return null;
        }
        ByteBuffer bytes = ByteBuffer.wrap(decoded(written));
        if (bytes.remaining() < QUERY_BYTES + Long.BYTES + Integer.BYTES) {
            throw refused("is not one that an answer gave: leave it out to begin again", written);
        }
        byte[] of = new byte[QUERY_BYTES];
        bytes.get(of);
        if (!MessageDigest.isEqual(of, digest(query, engine))) {
            throw refused("belongs to another query or engine: repeat what it was given for, or leave it out", written);
        }
        long token = bytes.getLong();
        int key = bytes.getInt();
        return new Cursor(token, key, StandardCharsets.UTF_8.decode(bytes).toString());
    }

    private static byte[] decoded(String written) {
        try {
            return Base64.getUrlDecoder().decode(written);
        } catch (IllegalArgumentException malformed) {
            throw refused("is not one that an answer gave: leave it out to begin again", written);
        }
    }

    /** Tells queries apart: everything but how many hits and from where. */
    private static byte[] digest(SearchQuery query, String engine) {
        String whole = String.join(
                "\n",
                query.text(),
                new TreeMap<>(query.filters()).toString(),
                query.period().toString(),
                query.evidence().toString(),
                query.page().sort().name(),
                query.mode().name() + engine);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(whole.getBytes(StandardCharsets.UTF_8));
            return java.util.Arrays.copyOf(hash, QUERY_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java runtime has SHA-256", impossible);
        }
    }

    public static ClewException refused(String message, String value) {
        Problem problem = new Problem("cursor", message, value);
        return new ClewException(ErrorCode.BAD_REQUEST, problem + ".", List.of(problem));
    }
}
