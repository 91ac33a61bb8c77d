package dev.clew.ledger;

import dev.clew.ledger.Change.Author;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The SHA-256 of a change and, through the hash of the one before, of all history up to it.
 *
 * <p>Every text goes in with its length before it, so that no two histories write the same bytes.
 */
final class ChangeHash {
    private final MessageDigest digest;

    private ChangeHash(MessageDigest digest) {
        this.digest = digest;
    }

    static ChangeHash start(Position before, Instant at, Author author) {
        ChangeHash hash = new ChangeHash(sha256());
        hash.text(before.hash());
        hash.number(before.n() + 1);
        hash.number(at.toEpochMilli());
        hash.text(author.who());
        hash.text(author.why());
        return hash;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /** Adds one record; they come in the order of their names as texts. */
    void record(String name, long version, @Nullable String canonicalText) {
        text(name);
        number(version);
        number(canonicalText == null ? 0 : 1);
        text(canonicalText == null ? "" : canonicalText);
    }

    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        number(bytes.length);
        digest.update(bytes);
    }

    private void number(long number) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(number).flip());
    }
}
