package dev.clew.sparql;

import dev.clew.model.ClewException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Parameters of a call as they stand in an address: {@code k=3&sign=%2B}. */
final class WrittenParameters {
    private WrittenParameters() {}

    /**
     * Reads them.
     *
     * @param refused makes the error of a sentence that says what is wrong
     * @throws ClewException what {@code refused} makes
     */
    static Map<String, List<String>> read(String text, Function<String, ClewException> refused) {
        Map<String, List<String>> parameters = new HashMap<>();
        for (String part : text.split("&")) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                parameters
                        .computeIfAbsent(decoded(part.substring(0, equals), refused), any -> new ArrayList<>())
                        .add(decoded(part.substring(equals + 1), refused));
            } else if (!part.isEmpty()) {
                throw refused.apply("'" + part + "' is no parameter with a value");
            }
        }
        return parameters;
    }

    private static String decoded(String text, Function<String, ClewException> refused) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw refused.apply("'" + text + "' is not written as in an address");
        }
    }
}
