package dev.clew.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Makes requests for every route of the description that mostly are as it says: what is then made worse gets far. */
final class Requests {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int LIMIT_DEPTH = 6;
    private static final List<String> IDS = List.of(
            "compute",
            "sovereignty",
            "alliance",
            "geopolitics",
            "ada",
            "brief",
            "compute-enables",
            "sovereignty-strengthens",
            "sovereignty-weakens",
            "enables",
            "strengthens",
            "nothing-of-this-name",
            "talk",
            "1",
            "2",
            "3");
    private static final List<String> WORDS = List.of(
            "compute",
            "Compute enables sovereignty.",
            "\"compute\"",
            "a*",
            "compute > enables > sovereignty",
            "2026-01-01",
            "0",
            "-1",
            "1e9",
            "true",
            "+",
            "-",
            "*:*",
            "((",
            "a AND",
            "\u00e4\u6f22\ud83d\ude00",
            "",
            " ",
            "x".repeat(3000),
            "..",
            "%",
            "'--");
    private static final List<String> PATCHES = List.of(
            "SELECT * { ?s ?p ?o } LIMIT 3",
            "ASK {}",
            "CONSTRUCT WHERE { ?s ?p ?o } LIMIT 2",
            "DESCRIBE <http://localhost:8080/entity/ada>",
            "PREFIX clew: <https://w3id.org/clew/ontology#> SELECT ?h { clew:path (\"compute\" \"alliance\") ?h }",
            "INSERT DATA { GRAPH <http://localhost:8080/entity/ada> { <http://localhost:8080/entity/ada> <http://a.example/p> 1 } }",
            "DELETE WHERE { GRAPH ?g { ?s <http://a.example/p> ?o } }");
    private static final String TURTLE =
            "@prefix clew: <https://w3id.org/clew/ontology#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
                    + "<http://localhost:8080/entity/chips> a clew:Resource ; rdfs:label \"Chips\"@en ; clew:source"
                    + " <http://localhost:8080/source/brief> .\n";
    private static final String FORM =
            "--x\r\nContent-Disposition: form-data; name=\"g\"; filename=\"g.ttl\"\r\nContent-Type: text/turtle\r\n\r\n"
                    + TURTLE + "\r\n--x--\r\n";
    private static final Map<String, String> DOCUMENTS = Map.ofEntries(
            Map.entry("text/turtle", TURTLE),
            Map.entry(
                    "application/trig",
                    "GRAPH <http://localhost:8080/entity/chips> {" + TURTLE.substring(TURTLE.indexOf('\n')) + "}"),
            Map.entry(
                    "application/n-quads",
                    "<http://localhost:8080/entity/chips> <http://a.example/p> \"a\" <http://localhost:8080/entity/chips> .\n"),
            Map.entry(
                    "application/ld+json",
                    "{\"@id\":\"http://localhost:8080/entity/chips\",\"http://a.example/p\":[{\"@value\":\"a\"}]}"),
            Map.entry("text/csv", "type,id,label,kind,source\nentity,chips,Chips,Resource,brief\n"),
            Map.entry(
                    "application/x-ndjson",
                    "{\"type\":\"entity\",\"id\":\"chips\",\"label\":\"Chips\",\"kind\":\"Resource\",\"source\":\"brief\"}\n"),
            Map.entry("text/vtt", "WEBVTT\n\n00:00:01.000 --> 00:00:03.000\n<v Ada>Compute enables sovereignty.\n"),
            Map.entry("application/srt", "1\n00:00:01,000 --> 00:00:03,000\nAda: Compute enables sovereignty.\n"),
            Map.entry("text/html", "<p><cite>Ada:</cite><time>0:01</time><p>Compute enables sovereignty.</p>"),
            Map.entry("text/markdown", "**Ada** [00:01]\nCompute enables sovereignty.\n"),
            Map.entry("text/plain", "Ada: Compute enables sovereignty.\n"));

    private final Random random;
    private final JsonNode schemas;
    private final List<Route> routes = new ArrayList<>();

    /** A route of the description. */
    private record Route(String method, String path, JsonNode operation) {}

    /** A request before it is written: method, address, headers in turn, body. */
    record Made(String method, String address, List<String> headers, byte[] body) {}

    Requests(Random random, JsonNode description) {
        this.random = random;
        schemas = description.at("/components/schemas");
        description
                .get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> routes.add(new Route(
                                operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), operation.getValue()))));
    }

    /** How many routes there are. */
    int routes() {
        return routes.size();
    }

    /** A request for route i, counted round and round. */
    Made next(int i) {
        if (i % 12 == 11) {
            return sparql();
        }
        if (i % 60 == 5) {
            ObjectNode fresh = NODES.objectNode()
                    .put("text", "Claim " + i + ".")
                    .put("source", "brief")
                    .put("id", "claim-" + i);
            return new Made(
                    "POST", "/api/insights", List.of("Content-Type", "application/json"), bytes(fresh.toString()));
        }
        Route route = routes.get(i % routes.size());
        List<String> headers = new ArrayList<>(
                List.of("Accept", pick(List.of("application/json", "*/*", "text/html", "text/turtle"))));
        StringBuilder query = new StringBuilder();
        String path = route.path();
        for (JsonNode parameter : route.operation().path("parameters")) {
            String name = parameter.get("name").asText();
            switch (parameter.get("in").asText()) {
                case "path" -> path = path.replace("{" + name + "}", encoded(value(parameter.get("schema"))));
                case "header" -> headers.addAll(List.of(name, random.nextInt(5) == 0 ? word() : "\"1\""));
                default -> query.append(parameter(parameter));
            }
        }
        JsonNode content = route.operation().at("/requestBody/content");
        byte[] body = content.isMissingNode() ? new byte[0] : body(content, headers);
        return new Made(route.method(), path + (query.isEmpty() ? "" : "?" + query.substring(1)), headers, body);
    }

    private String parameter(JsonNode parameter) {
        if (!parameter.path("required").asBoolean() && random.nextInt(3) > 0) {
            return "";
        }
        return "&" + parameter.get("name").asText() + "=" + encoded(value(parameter.get("schema")));
    }

    private String value(JsonNode schema) {
        JsonNode of = schema.has("items") ? schema.get("items") : schema;
        return random.nextInt(6) == 0 ? word() : json(of, 0).asText();
    }

    private byte[] body(JsonNode content, List<String> headers) {
        List<String> types = new ArrayList<>();
        content.fieldNames().forEachRemaining(types::add);
        String type = pick(types);
        headers.addAll(List.of("Content-Type", type));
        if (!type.equals("application/json") || !content.get(type).has("schema")) {
            return DOCUMENTS.getOrDefault(type, TURTLE).getBytes(StandardCharsets.UTF_8);
        }
        return json(content.get(type).get("schema"), 0).toString().getBytes(StandardCharsets.UTF_8);
    }

    private Made sparql() {
        String text = pick(PATCHES);
        return switch (random.nextInt(6)) {
            case 0 ->
                new Made(
                        "GET",
                        "/sparql?query=" + encoded(text),
                        List.of("Accept", pick(List.of("*/*", "text/csv", "a/b"))),
                        new byte[0]);
            case 1 -> new Made("POST", "/sparql", List.of("Content-Type", "application/sparql-query"), bytes(text));
            case 2 ->
                new Made("POST", "/sparql/update", List.of("Content-Type", "application/sparql-update"), bytes(text));
            case 3 ->
                new Made(
                        pick(List.of("GET", "PUT", "POST", "DELETE", "HEAD", "PATCH")),
                        "/sparql/data?graph=" + encoded("http://localhost:8080/entity/" + pick(IDS)),
                        List.of(
                                "Content-Type",
                                random.nextBoolean() ? "text/turtle" : "multipart/form-data; boundary=x"),
                        bytes(random.nextBoolean() ? TURTLE : FORM));
            case 4 ->
                new Made(
                        "POST",
                        "/mcp",
                        List.of("Content-Type", "application/json", "Accept", "application/json, text/event-stream"),
                        bytes(
                                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"search\",\"arguments\":{\"query\":\"compute\"}}}"));
            default ->
                new Made(
                        pick(List.of("GET", "HEAD", "OPTIONS", "TRACE", "PROPFIND")),
                        "/" + pick(List.of("insight/", "entity/", "source/", "change/", "relation/"))
                                + encoded(pick(IDS)),
                        List.of(
                                "Accept",
                                pick(List.of("text/turtle", "application/ld+json;q=0.5, */*;q=0.1", ",,;q=x"))),
                        new byte[0]);
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A value as a schema says, with ids of this library where an id may stand. */
    private JsonNode json(JsonNode given, int depth) {
        JsonNode schema = resolved(given);
        if (random.nextInt(40) == 0 || depth > LIMIT_DEPTH) {
            return pick(List.of(
                    NODES.nullNode(), NODES.arrayNode(), NODES.objectNode(), NODES.numberNode(-1), NODES.textNode("")));
        }
        if (schema.path("description").asText().startsWith("A record ")
                || schema.path("description").asText().startsWith("The record to publish")) {
            return record();
        }
        if (schema.has("const")) {
            return schema.get("const");
        }
        if (schema.has("enum")) {
            return schema.get("enum").get(random.nextInt(schema.get("enum").size()));
        }
        for (String several : List.of("oneOf", "anyOf")) {
            if (schema.has(several)) {
                return json(
                        schema.get(several)
                                .get(random.nextInt(schema.get(several).size())),
                        depth);
            }
        }
        JsonNode type = schema.path("type");
        return switch (type.isArray() ? type.get(0).asText() : type.asText()) {
            case "object" -> object(schema, depth);
            case "array" -> array(schema, depth);
            case "integer", "number" -> NODES.numberNode(schema.path("minimum").asLong(0) + random.nextInt(4));
            case "boolean" -> NODES.booleanNode(random.nextBoolean());
            default -> NODES.textNode(text(schema));
        };
    }

    /** A whole record, new or one that is there. */
    private JsonNode record() {
        String id = random.nextBoolean() ? pick(IDS) : "new-" + random.nextInt(30);
        ObjectNode record = NODES.objectNode().put("id", id);
        switch (random.nextInt(4)) {
            case 0 ->
                record.put("type", "entity")
                        .put("label", "Chips " + id)
                        .put("kind", "Resource")
                        .put("source", "brief");
            case 1 -> record.put("type", "source").put("kind", "Document").put("title", "A title of " + id);
            default -> {
                record.put("text", "Chips enable compute, says " + id + ".")
                        .put("source", "brief")
                        .put("holder", "ada");
                record.putArray("links")
                        .addObject()
                        .put("subject", pick(IDS))
                        .put("relation", "enables")
                        .put("object", "alliance");
            }
        }
        return record;
    }

    private String text(JsonNode schema) {
        if ("date".equals(schema.path("format").asText())) {
            return "2026-03-31";
        }
        return schema.has("pattern") || random.nextInt(3) > 0 ? pick(IDS) : word();
    }

    private ObjectNode object(JsonNode schema, int depth) {
        ObjectNode object = NODES.objectNode();
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        schema.path("properties").properties().forEach(property -> {
            if (required.contains(property.getKey()) || random.nextInt(3) == 0) {
                object.set(property.getKey(), json(property.getValue(), depth + 1));
            }
        });
        if (schema.path("properties").has("text") && random.nextBoolean()) {
            object.put("text", "A claim of " + random.nextInt(100) + ".").put("source", "brief");
        }
        return object;
    }

    private ArrayNode array(JsonNode schema, int depth) {
        ArrayNode array = NODES.arrayNode();
        int count = random.nextInt(3);
        for (int i = 0; i < count; i++) {
            array.add(json(schema.path("items"), depth + 1));
        }
        return array;
    }

    private JsonNode resolved(JsonNode schema) {
        JsonNode found = schema;
        while (found.has("$ref")) {
            String reference = found.get("$ref").asText();
            found = schemas.path(reference.substring(reference.lastIndexOf('/') + 1));
        }
        return found;
    }

    private String word() {
        return pick(WORDS);
    }

    private <T> T pick(List<? extends T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
