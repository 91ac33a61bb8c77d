package dev.clew.ledger;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.InflaterInputStream;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * The canonical text of a version as the database keeps it: packed (RFC 1950) in the column {@code packed}, because the
 * addresses in it repeat and it shrinks to a fifth. Versions of earlier releases stand in {@code content} as they are;
 * {@code content} is null for a retraction, and empty where the text is packed.
 */
final class VersionText {
    /** What stands in the column {@code content} of a packed version. */
    static final String ELSEWHERE = "";

    private VersionText() {}

    /** The packed form of a text. */
    static byte[] pack(String text) {
        byte[] plain = text.getBytes(StandardCharsets.UTF_8);
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            deflater.setInput(plain);
            deflater.finish();
            byte[] packed = new byte[plain.length / 2 + 64];
            int length = 0;
            while (!deflater.finished()) {
                packed = length == packed.length ? Arrays.copyOf(packed, 2 * length) : packed;
                length += deflater.deflate(packed, length, packed.length - length);
            }
            return Arrays.copyOf(packed, length);
        } finally {
            deflater.end();
        }
    }

    /** The text in the first row of what is asked for; empty when there is none, or a retraction. */
    static Optional<String> first(Query asked) {
        return asked.map((row, context) -> Optional.ofNullable(read(row)))
                .findFirst()
                .flatMap(text -> text);
    }

    /** The text in a row that has the columns {@code content} and {@code packed}; null when it is a retraction. */
    static @Nullable String read(ResultSet row) throws SQLException {
        byte @Nullable [] packed = row.getBytes("packed");
        return packed == null ? row.getString("content") : unpack(packed);
    }

    private static String unpack(byte[] packed) {
        try (InflaterInputStream plain = new InflaterInputStream(new ByteArrayInputStream(packed))) {
            return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException damaged) {
            throw new ClewException(
                    ErrorCode.DATA_DIRECTORY,
                    "The database holds a record that cannot be unpacked: restore a backup.",
                    damaged);
        }
    }
}
