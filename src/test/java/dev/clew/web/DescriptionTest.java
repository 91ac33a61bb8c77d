package dev.clew.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clew.model.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code /api/openapi.json} says of the routes is so, on the library that ships. */
class DescriptionTest {
    @TempDir
    static Path directory;

    private static LibraryServer library;
    private static Calls calls;

    @BeforeAll
    static void start() throws IOException {
        library = new LibraryServer(directory, LibraryServer.shipped());
        calls = library.calls;
    }

    @AfterAll
    static void stop() {
        library.close();
    }

    @Test
    void theDescriptionNamesEveryRouteAndItsSchemasResolve() {
        JsonNode description = calls.good("/api/openapi.json", "OpenApi");
        TreeSet<String> paths = new TreeSet<>();
        description.get("paths").fieldNames().forEachRemaining(paths::add);
        assertTrue(
                paths.containsAll(List.of(
                        "/api/search",
                        "/api/suggest",
                        "/api/insights/{id}",
                        "/api/insights/{id}/related",
                        "/api/sources/{id}",
                        "/api/entities/{id}",
                        "/api/entities/{id}/edges",
                        "/api/paths",
                        "/api/library",
                        "/api/relations",
                        "/api/terms",
                        "/api/openapi.json",
                        "/insight/{id}",
                        "/change/{n}",
                        "/health/ready")),
                paths.toString());
        JsonNode schemas = description.get("components").get("schemas");
        description
                .findValuesAsText("$ref")
                .forEach(reference ->
                        assertTrue(schemas.has(reference.substring("#/components/schemas/".length())), reference));
    }

    @Test
    void everyDescribedParameterIsHeldToItsBounds() {
        String token = "Bearer " + library.token("tester", Role.ADMIN);
        JsonNode paths = calls.get("/api/openapi.json").json().get("paths");
        paths.properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    String method = operation.getKey().toUpperCase(Locale.ROOT);
                    for (JsonNode parameter : operation.getValue().get("parameters")) {
                        if (parameter.get("in").asText().equals("query")) {
                            holdToItsBounds(method, path.getKey(), parameter, token);
                        }
                    }
                }));
    }

    private static void holdToItsBounds(String method, String path, JsonNode parameter, String token) {
        JsonNode schema = parameter.get("schema");
        String beyond = beyond(schema.has("items") ? schema.get("items") : schema);
        String asked = path.replace("{id}", "compute").replaceAll("\\{[a-z]+}", "1") + "?"
                + parameter.get("name").asText() + "=" + beyond;
        Calls.Told told = calls.send(method, asked, "Authorization", token);
        assertEquals(400, told.status(), asked);
        assertTrue(told.json().get("detail").asText().startsWith("Parameter '"), asked);
    }

    /** A value that the schema does not allow. */
    private static String beyond(JsonNode schema) {
        if (schema.has("maximum")) {
            return schema.get("maximum").asLong() + 1 + "";
        }
        return schema.has("maxLength") ? "x".repeat(schema.get("maxLength").asInt() + 1) : "%20no%20such";
    }
}
