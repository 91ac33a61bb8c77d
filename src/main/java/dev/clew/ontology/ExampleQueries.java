package dev.clew.ontology;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Queries that researchers of this library would ask, as they are packaged under {@code /ontology/examples/}. A file begins
 * with the question, then what it shows, each a comment of one line; a third, {@code # view: graph}, says how to look at the answer.
 */
public final class ExampleQueries {
    /** Their names, in the order in which they are offered. */
    public static final List<String> NAMES = List.of(
            "who-says-so",
            "claims-about-chips",
            "paths-compute-alliance",
            "what-sovereignty-means",
            "contested-connections",
            "strongest-connections",
            "claims-over-time",
            "claims-of-each-holder",
            "forecasts",
            "what-lowers-what",
            "what-is-denied",
            "reported-beliefs",
            "what-follows-from-compute",
            "nations-and-claims",
            "nato-outside-the-union",
            "allies-with-resources",
            "effects-in-numbers",
            "claims-that-disagree",
            "neighbourhood-of-sovereignty",
            "one-claim-whole",
            "latest-episodes");

    private static final String VIEW = "# view: ";

    private ExampleQueries() {}

    /** All of them, with addresses under this base; reads the files on each call. */
    public static List<ExampleQuery> under(Base base) {
        return NAMES.stream().map(name -> read(name, base)).toList();
    }

    private static ExampleQuery read(String name, Base base) {
        List<String> lines = text(name).lines().toList();
        boolean saysView = lines.get(2).startsWith(VIEW);
        String body = lines.stream().skip(saysView ? 3 : 2).collect(Collectors.joining("\n", "", "\n"));
        return new ExampleQuery(
                name,
                lines.get(0).substring(2),
                lines.get(1).substring(2),
                saysView ? lines.get(2).substring(VIEW.length()) : "table",
                prefixes(body, base) + body);
    }

    private static String prefixes(String body, Base base) {
        return KnownPrefixes.under(base).entrySet().stream()
                .filter(prefix -> Pattern.compile("\\b" + prefix.getKey() + ":")
                        .matcher(body)
                        .find())
                .map(prefix -> "PREFIX " + prefix.getKey() + ": <" + prefix.getValue() + ">\n")
                .collect(Collectors.joining());
    }

    private static String text(String name) {
        try (InputStream file = ExampleQueries.class.getResourceAsStream("/ontology/examples/" + name + ".rq")) {
            if (file == null) {
                throw new ClewException(
                        ErrorCode.INTERNAL, "The release lacks ontology/examples/" + name + ".rq: build it again.");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new ClewException(
                    ErrorCode.INTERNAL,
                    "The packaged file ontology/examples/" + name + ".rq cannot be read.",
                    unreadable);
        }
    }
}
