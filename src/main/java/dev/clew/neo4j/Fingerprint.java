package dev.clew.neo4j;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** A hash over everything in the property graph but its position. */
final class Fingerprint {
    private Fingerprint() {}

    static String of(Statements statements) {
        List<String> lines = Stream.concat(
                        statements.read(Cypher.ALL_NODES, Map.of()).stream(),
                        statements.read(Cypher.ALL_RELATIONSHIPS, Map.of()).stream())
                .map(Fingerprint::line)
                .sorted()
                .toList();
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            lines.forEach(each -> digest.update(each.getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("every JDK has SHA-256", never);
        }
    }

    private static String line(Record record) {
        TreeMap<String, Object> parts = new TreeMap<>();
        record.asMap(value -> value).forEach((key, value) -> parts.put(key, ordered(key, value)));
        return parts + "\n";
    }

    private static Object ordered(String key, Value value) {
        if (key.endsWith("abels")) {
            return new TreeSet<>(value.asList(Value::asString));
        }
        return value.hasType(org.neo4j.driver.types.TypeSystem.getDefault().MAP())
                ? new TreeMap<>(value.asMap())
                : value.asObject();
    }
}
