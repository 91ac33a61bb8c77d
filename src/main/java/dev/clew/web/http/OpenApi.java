package dev.clew.web.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.model.Role;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The description of the routes in OpenAPI 3.1, made from the route table and the schemas that its rows name.
 */
public final class OpenApi {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String PROBLEM = "Problem";
    private static final Map<String, String> FAILURES = Map.of(
            "400", "A parameter is missing, unknown, malformed or outside its bounds.",
            "404", "Nothing is known under this name.",
            "410", "The record was published once and has been retracted.",
            "503", "A part that the answer needs is not ready yet, or the work was cut at its time limit.");

    private OpenApi() {}

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
        ObjectNode components = document.putObject("components");
        components.set("schemas", Schemas.of(named(routes)));
        components.set("securitySchemes", securitySchemes());
        return document;
    }

    private static List<String> named(List<Route> routes) {
        return Stream.concat(
                        Stream.of(PROBLEM),
                        routes.stream()
                                .flatMap(route -> Stream.of(
                                        route.produces().schema(),
                                        route.takes().content().schema())))
                .filter(name -> !name.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    private static ObjectNode info(String version) {
        ObjectNode info = NODES.objectNode()
                .put("title", "Clew")
                .put("version", version)
                .put("summary", "Podcast claims as linked data, followed from claim to claim.");
        info.putObject("license").put("name", "Apache-2.0").put("identifier", "Apache-2.0");
        return info;
    }

    private static ObjectNode securitySchemes() {
        ObjectNode schemes = NODES.objectNode();
        schemes.putObject("token")
                .put("type", "http")
                .put("scheme", "bearer")
                .put("description", "A token of an account, as `user token` or the account page gives it.");
        schemes.putObject("session")
                .put("type", "apiKey")
                .put("in", "cookie")
                .put("name", SessionCookie.PLAIN)
                .put(
                        "description",
                        "The cookie of POST /api/session, by https named " + SessionCookie.SECURE
                                + "; a write must repeat the session's writeWord in the header " + Gate.WRITE_WORD
                                + ".");
        return schemes;
    }

    private static ObjectNode operation(Route route) {
        ObjectNode operation =
                NODES.objectNode().put("operationId", name(route)).put("summary", route.summary());
        ArrayNode parameters = operation.putArray("parameters");
        route.parameters().forEach(parameter -> parameters.add(parameter.describe()));
        route.takes().headers().stream().sorted().forEach(header -> parameters.add(describe(header)));
        if (!route.takes().content().mediaTypes().isEmpty()) {
            operation.set("requestBody", body(route.takes().content()));
        }
        ObjectNode responses = operation.putObject("responses");
        responses.set(Integer.toString(route.produces().status()), good(route.produces()));
        FAILURES.forEach((status, words) -> responses.set(status, failure(words)));
        whenWriting(route).forEach((status, words) -> responses.set(status, failure(words)));
        if (route.address().role() != Role.ANYBODY) {
            operation.put(
                    "description", "Needs the role " + route.address().role().code() + ".");
            ArrayNode security = operation.putArray("security");
            security.addObject().putArray("token");
            security.addObject().putArray("session");
        }
        return operation;
    }

    private static Map<String, String> whenWriting(Route route) {
        Map<String, String> failures = new TreeMap<>();
        if (route.address().role() != Role.ANYBODY) {
            failures.put("401", "Nobody said who asks, or by a token that is none.");
            failures.put("403", "The account may not do this.");
        }
        if (route.takes().headers().contains(Takes.Header.READER_KEY)) {
            failures.put("401", "Nobody said who asks: neither an account nor the key of a private link.");
        }
        if (!route.takes().content().mediaTypes().isEmpty()) {
            failures.put(
                    "413", "The body is larger than " + route.takes().content().limitBytes() + " bytes.");
            failures.put("415", "The body is in a format that is not read here.");
            failures.put("422", "The body was understood and breaks a rule; the problems name each place.");
        }
        if (route.takes().headers().contains(Takes.Header.IF_MATCH)) {
            failures.put("409", "The id is taken, or the record is still referred to.");
            failures.put("412", "The edit is based on a version that is no longer the current one.");
            failures.put("428", "The header If-Match is missing.");
        }
        return failures;
    }

    private static ObjectNode describe(Takes.Header header) {
        ObjectNode node = NODES.objectNode()
                .put("name", header.written())
                .put("in", "header")
                .put("required", header == Takes.Header.IF_MATCH)
                .put("description", header.meaning());
        node.putObject("schema").put("type", "string");
        return node;
    }

    private static ObjectNode body(Takes.Content takes) {
        ObjectNode body = NODES.objectNode()
                .put("required", true)
                .put("description", "At most " + takes.limitBytes() + " bytes.");
        ObjectNode content = body.putObject("content");
        takes.mediaTypes().forEach(mediaType -> describe(content.putObject(mediaType), takes.schema()));
        return body;
    }

    private static void describe(ObjectNode media, String schema) {
        if (!schema.isEmpty()) {
            media.set("schema", Schemas.reference(schema));
        }
    }

    private static String name(Route route) {
        String words = route.address().path().replaceAll("[{}]", "").replaceAll("[^A-Za-z0-9]+", "-");
        return route.address().method().toLowerCase(Locale.ROOT) + words;
    }

    private static ObjectNode good(Route.Produces produces) {
        ObjectNode response = NODES.objectNode().put("description", "The answer.");
        ObjectNode content = response.putObject("content");
        produces.mediaTypes().forEach(mediaType -> describe(content.putObject(mediaType), produces.schema()));
        return response;
    }

    private static ObjectNode failure(String words) {
        ObjectNode response = NODES.objectNode().put("description", words);
        response.putObject("content").putObject(Failures.MEDIA_TYPE).set("schema", Schemas.reference(PROBLEM));
        return response;
    }
}
