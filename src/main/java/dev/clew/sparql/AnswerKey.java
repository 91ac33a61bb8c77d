package dev.clew.sparql;

import dev.clew.ledger.Position;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.fuseki.servlets.HttpAction;

/**
 * What an answer depends on: the query, the graphs, the format and the change; its digest is the answer's entity tag.
 *
 * @param digest 32 hexadecimal digits
 */
record AnswerKey(String digest) {
    private static final int DIGITS = 32;

    /** The key of a request at a change. */
    static AnswerKey of(HttpAction action, String query, Position position) {
        MessageDigest digest = sha256();
        add(digest, position.text());
        add(digest, query);
        add(digest, String.valueOf(action.getRequestHeader("Accept")));
        Map<String, String[]> others = new TreeMap<>(action.getRequestParameterMap());
        others.remove("query");
        others.remove("timeout");
        others.forEach((name, values) -> {
            add(digest, name);
            Arrays.stream(values).forEach(value -> add(digest, value));
        });
        return new AnswerKey(HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS));
    }

    /** Length first, so that no two lists of texts are the same bytes. */
    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(Integer.toString(bytes.length).getBytes(StandardCharsets.US_ASCII));
        digest.update((byte) ':');
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** The entity tag. */
    String tag() {
        return '"' + digest + '"';
    }

    /** Whether an {@code If-None-Match} names this answer. */
    boolean isNamedBy(String ifNoneMatch) {
        return Arrays.stream(ifNoneMatch.split(","))
                .map(String::strip)
                .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
                .anyMatch(tag -> tag.equals(tag()));
    }
}
