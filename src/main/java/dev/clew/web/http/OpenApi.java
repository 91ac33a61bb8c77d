package dev.clew.web.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The description of the routes in OpenAPI 3.1, made from the route table; the schemas of the answers stand in
 * {@code schemas.json} beside this class and are held against real answers by a test.
 */
public final class OpenApi {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Map<String, String> FAILURES = Map.of(
            "400", "A parameter is missing, unknown, malformed or outside its bounds.",
            "404", "Nothing is known under this name.",
            "410", "The record was published once and has been retracted.",
            "503", "A part that the answer needs is not ready yet, or the work was cut at its time limit.");

    private OpenApi() {}

    /** The schemas of the answers, by name. */
    public static ObjectNode schemas() {
        try (InputStream in = OpenApi.class.getResourceAsStream("schemas.json")) {
            if (in == null) {
                throw new IllegalStateException("schemas.json is missing from this build");
            }
            return (ObjectNode) new ObjectMapper().readTree(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("schemas.json cannot be read", unreadable);
        }
    }

    /**
     * The whole document.
     *
     * @param routes the route table
     * @param base where records have their addresses
     * @param version of this release
     */
    public static ObjectNode document(List<Route> routes, String base, String version) {
        ObjectNode document = NODES.objectNode().put("openapi", "3.1.0");
        document.set("info", info(version));
        document.putArray("servers").addObject().put("url", "/").put("description", "Records are named under " + base);
        ObjectNode paths = document.putObject("paths");
        for (Route route : routes) {
            ObjectNode path = paths.withObjectProperty(route.address().path());
            path.set(route.address().method().toLowerCase(Locale.ROOT), operation(route));
        }
        document.putObject("components").set("schemas", schemas());
        return document;
    }

    private static ObjectNode info(String version) {
        ObjectNode info = NODES.objectNode()
                .put("title", "Clew")
                .put("version", version)
                .put("summary", "Podcast claims as linked data, followed from claim to claim.");
        info.putObject("license").put("name", "Apache-2.0").put("identifier", "Apache-2.0");
        return info;
    }

    private static ObjectNode operation(Route route) {
        ObjectNode operation =
                NODES.objectNode().put("operationId", name(route)).put("summary", route.summary());
        ArrayNode parameters = operation.putArray("parameters");
        route.parameters().forEach(parameter -> parameters.add(parameter.describe()));
        ObjectNode responses = operation.putObject("responses");
        responses.set("200", good(route.produces()));
        FAILURES.forEach((status, words) -> responses.set(status, failure(words)));
        return operation;
    }

    private static String name(Route route) {
        String words = route.address().path().replaceAll("[{}]", "").replaceAll("[^A-Za-z0-9]+", "-");
        return route.address().method().toLowerCase(Locale.ROOT) + words;
    }

    private static ObjectNode good(Route.Produces produces) {
        ObjectNode response = NODES.objectNode().put("description", "The answer.");
        ObjectNode content = response.putObject("content");
        for (String mediaType : produces.mediaTypes()) {
            ObjectNode media = content.putObject(mediaType);
            if (!produces.schema().isEmpty()) {
                media.set("schema", reference(produces.schema()));
            }
        }
        return response;
    }

    private static ObjectNode failure(String words) {
        ObjectNode response = NODES.objectNode().put("description", words);
        response.putObject("content").putObject(Failures.MEDIA_TYPE).set("schema", reference("Problem"));
        return response;
    }

    private static JsonNode reference(String schema) {
        return NODES.objectNode().put("$ref", "#/components/schemas/" + schema);
    }
}
