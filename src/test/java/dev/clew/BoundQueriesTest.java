package dev.clew;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Query text is never glued by hand: values are bound. */
class BoundQueriesTest {
    private static final String STATEMENT =
            "(?:SELECT\\b[^\"]*(?:FROM|WHERE|\\{)|INSERT\\s+(?:OR\\s+\\w+\\s+)?INTO\\b|INSERT\\s+DATA\\b"
                    + "|UPDATE\\s+\\w+\\s+SET\\b|DELETE\\s+(?:FROM|WHERE|DATA)\\b|ASK\\s*(?:WHERE\\s*)?\\{|CONSTRUCT\\s*(?:WHERE\\s*)?\\{"
                    + "|MATCH\\s*\\()";

    /** A statement's literal, then a plus with something that is neither a literal nor a constant, or a formatting call. */
    private static final Pattern GLUED = Pattern.compile(
            "(\"\"\"(?:(?!\"\"\").)*?" + STATEMENT + "(?:(?!\"\"\").)*?\"\"\"|\"[^\"\\n]*" + STATEMENT
                    + "[^\"\\n]*\"(?:\\s*\\+\\s*\"[^\"\\n]*\")*)\\s*(?:\\+\\s*(?![A-Z][A-Z_]+\\b)[^\\s\"]|\\.formatted\\(|\\.replace)",
            Pattern.DOTALL);

    /** Lucene's and Jena's ways of reading a query out of a text made of pieces. */
    private static final Pattern PARSED_FROM_PIECES = Pattern.compile(
            "(?:QueryFactory\\.create|UpdateFactory\\.create|createQuery|createUpdate|\\.parse)\\(\\s*\"[^\"\\n]*\"\\s*\\+");

    @Test
    void noStatementInTheSourcesIsGluedFromValues() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                glued(Files.readString(file)).forEach(text -> found.add(file + ": " + text));
            }
        }
        assertEquals(List.of(), found);
    }

    @Test
    void theSweepSeesWhatItIsFor() {
        assertEquals(
                1,
                glued("query(\"SELECT id FROM record WHERE id = '\" + id + \"'\")")
                        .size());
        assertEquals(
                1,
                glued("query(\"SELECT id \" + \"FROM record WHERE id = \" + id)")
                        .size());
        assertEquals(
                1,
                glued("String q = \"\"\"\n  ASK { <%s> ?p ?o }\"\"\".formatted(iri);")
                        .size());
        assertEquals(1, glued("QueryFactory.create(\"PREFIX x: \" + name)").size());
        assertEquals(
                0,
                glued("query(\"SELECT id FROM record\" + \" WHERE id = :id\").bind(\"id\", id)")
                        .size());
    }

    private static List<String> glued(String source) {
        String joined = source.replaceAll("(?<!\\\\)\"\\s*\\+\\s*\"", "");
        List<String> found = new ArrayList<>();
        for (Pattern pattern : List.of(GLUED, PARSED_FROM_PIECES)) {
            Matcher matcher = pattern.matcher(joined);
            while (matcher.find()) {
                found.add(matcher.group().strip());
            }
        }
        return found;
    }
}
