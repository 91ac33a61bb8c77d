package dev.clew.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;

/** Ids of records: lower-case letters, digits and dashes, 1 to 80 characters, not starting with a dash. */
public final class Slug {
    private static final int LIMIT_CHARACTERS = 80;

    private static final int WORDS_CHARACTERS = 50;
    private static final int HASH_BYTES = 4;

    private Slug() {}

    /** Whether the text is an id. */
    public static boolean isSlug(String text) {
        if (text.isEmpty() || text.length() > LIMIT_CHARACTERS || text.charAt(0) == '-') {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (!isSlugCharacter(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether the character may stand in an id; asked for every id of every record, so without a pattern. */
    public static boolean isSlugCharacter(char character) {
        return character >= 'a' && character <= 'z' || character >= '0' && character <= '9' || character == '-';
    }

    /**
     * Returns the id unchanged.
     *
     * @throws ClewException when it is not an id, naming {@code path} as the field
     */
    public static String check(String path, String id) {
        if (!isSlug(id)) {
            throw ClewException.invalid(
                    path, "must be an id of 1 to 80 lower-case letters, digits and dashes, such as compute", id);
        }
        return id;
    }

    /** An id made of a text: its first words and a hash of the whole, so that the same text has the same id. */
    public static String of(String text) {
        return of(text, text);
    }

    /** An id made of the first words of one text and a hash of another, which tells things of the same words apart. */
    public static String of(String text, String identity) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", " ")
                .strip()
                .replace(' ', '-');
        String words = plain.length() <= WORDS_CHARACTERS ? plain : plain.substring(0, WORDS_CHARACTERS + 1);
        int end = plain.length() <= WORDS_CHARACTERS ? words.length() : words.lastIndexOf('-');
        return (words.isEmpty() ? "claim" : words.substring(0, end < 0 ? WORDS_CHARACTERS : end)) + "-"
                + hash(identity);
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
