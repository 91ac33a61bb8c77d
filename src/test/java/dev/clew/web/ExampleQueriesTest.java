package dev.clew.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clew.ontology.ExampleQueries;
import dev.clew.web.http.SchemaCheck;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every query that is offered to begin with finds something in the library that ships. */
class ExampleQueriesTest {
    @TempDir
    static Path directory;

    private static LibraryServer library;

    @BeforeAll
    static void start() throws IOException {
        library = new LibraryServer(directory, LibraryServer.shipped());
    }

    @AfterAll
    static void stop() {
        library.close();
    }

    static List<String> names() {
        return ExampleQueries.NAMES;
    }

    @ParameterizedTest
    @MethodSource("names")
    void theExampleFindsSomething(String name) {
        JsonNode examples = library.calls.get("/sparql/examples").json();
        assertEquals(List.of(), SchemaCheck.problems("ExampleQueries", examples));
        JsonNode example = Stream.iterate(0, i -> i + 1)
                .limit(examples.get("examples").size())
                .map(examples.get("examples")::get)
                .filter(each -> each.get("id").asText().equals(name))
                .findFirst()
                .orElseThrow();
        assertTrue(example.get("title").asText().endsWith("?"), name);
        String query = example.get("query").asText();
        boolean graph = query.contains("CONSTRUCT");
        Calls.Told told = library.calls.get(
                "/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8),
                "Accept",
                graph ? "application/n-triples" : "application/sparql-results+json");
        assertEquals(200, told.status(), query + told.text());
        if (graph) {
            assertFalse(told.text().isBlank(), query);
        } else {
            JsonNode rows = told.json().get("results").get("bindings");
            assertFalse(rows.isEmpty(), query);
            assertTrue(Stream.of(rows.get(0)).noneMatch(JsonNode::isEmpty), query + rows.get(0));
        }
    }

    @Test
    void everyFileIsOffered() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("ontology", "examples"))) {
            TreeSet<String> names = files.map(
                            file -> file.getFileName().toString().replace(".rq", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(new TreeSet<>(ExampleQueries.NAMES), names);
        }
    }
}
