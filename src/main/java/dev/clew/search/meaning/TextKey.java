package dev.clew.search.meaning;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The key under which a text's vector is kept: the first 64 bits of its SHA-256, so that two of a million texts share one
 * with a chance of one to thirty million. Equal texts share a vector.
 */
public final class TextKey {
    private TextKey() {}

    /** The key of a text. */
    public static long of(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(hash).getLong();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java runtime has SHA-256", impossible);
        }
    }
}
