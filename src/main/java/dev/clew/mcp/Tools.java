package dev.clew.mcp;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.model.Slug;
import dev.clew.ontology.Base;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The tools: each is one public read, with the claims that its answer rests on listed beside it. */
final class Tools {
    private static final Logger LOG = LoggerFactory.getLogger(Tools.class);
    /** More than this fills an assistant's head without helping. */
    private static final int LIMIT_CHARACTERS = 200_000;

    private static final String RESULTS = "application/sparql-results+json, application/n-triples;q=0.9";

    /** What a tool does with its checked arguments. */
    @FunctionalInterface
    private interface Work {
        OwnServer.Told ask(McpTransportContext context, Map<String, List<String>> arguments);
    }

    private final OwnServer server;
    private final Citations citations;
    private final Base base;

    Tools(OwnServer server, Citations citations, Base base) {
        this.server = server;
        this.citations = citations;
        this.base = base;
    }

    List<SyncToolSpecification> all() {
        return List.of(searchInsights(), getInsight(), getEntity(), findPaths(), related(), sparql());
    }

    private SyncToolSpecification searchInsights() {
        List<Argument> arguments = List.of(
                Argument.text("q", "Words, \"phrases\", -without; nothing finds everything, newest first."),
                Argument.text("holder", "Only claims that this entity believes, by id, such as china."),
                Argument.text("speaker", "Only claims that this entity says, by id."),
                Argument.text("entity", "Only claims that link this entity, by id, such as compute."),
                Argument.text("topic", "Only claims filed under this, by id."),
                Argument.text(
                        "claimType",
                        "report, explanation, forecast, aim, opinion, recommendation, definition or question."),
                Argument.text("from", "Only what came out on this day or later, such as 2025-01-31."),
                Argument.text("to", "Only what came out on this day or earlier."),
                Argument.whole("limit", "Most claims, 1 to 100; 20 when left out."),
                Argument.text("cursor", "The nextCursor of the last answer, for the next page."));
        return tool("search_insights", "Finds claims by words and by what they hold.", arguments, (context, asked) -> {
            Map<String, List<String>> parameters = new LinkedHashMap<>(asked);
            parameters.put("type", List.of("insight"));
            return server.get(context, "/api/search", parameters);
        });
    }

    private SyncToolSpecification getInsight() {
        return tool(
                "get_insight",
                "One claim whole: its text, who holds and who says it, its source and place, its links and numbers.",
                List.of(Argument.needed("id", "Its id or address.")),
                (context, asked) -> server.get(context, "/api/insights/" + id(asked), Map.of()));
    }

    private SyncToolSpecification getEntity() {
        return tool(
                "get_entity",
                "One thing that claims are about: names, definition, counts, and its strongest connections.",
                List.of(Argument.needed("id", "Its id or address, such as compute.")),
                (context, asked) -> server.get(context, "/api/entities/" + id(asked), Map.of()));
    }

    private SyncToolSpecification findPaths() {
        List<Argument> arguments = List.of(
                Argument.needed("from", "The entity where paths begin, by id."),
                Argument.needed("to", "The entity where they end, by id."),
                Argument.text("via", "An entity that they lead through, by id."),
                Argument.text("avoid", "An entity that they do not touch, by id."),
                Argument.text("holder", "Only what this entity believes, by id."),
                Argument.text("sign", "+ for paths that raise, - for paths that lower."),
                Argument.text("direction", "out, along the influence, or any."),
                Argument.whole("maxHops", "Most steps; 6 when left out."),
                Argument.whole("k", "Most paths, 1 to 50; 5 when left out."));
        return tool(
                "find_paths",
                "The best chains of claims from one thing to another, with the claims for and against every step. A chain is"
                        + " ours unless saidWhole; with shifts it holds only if a word means the same in two steps.",
                arguments,
                (context, asked) -> server.get(context, "/api/paths", asked));
    }

    private SyncToolSpecification related() {
        return tool(
                "related",
                "Claims that bear on one claim, each with the reasons why.",
                List.of(
                        Argument.needed("id", "The claim's id or address."),
                        Argument.whole("limit", "Most claims; 10 when left out.")),
                (context, asked) -> {
                    Map<String, List<String>> rest = new LinkedHashMap<>(asked);
                    rest.remove("id");
                    return server.get(context, "/api/insights/" + id(asked) + "/related", rest);
                });
    }

    private SyncToolSpecification sparql() {
        return tool(
                "sparql",
                "A SPARQL 1.1 query over the library: one named graph a record, their union by default. Read-only, bounded in"
                        + " time and rows; SERVICE is off. (?insight ?score) clew:matches (\"chips\" 20) searches texts.",
                List.of(Argument.needed("query", "The query with its prefixes; add LIMIT.")),
                (context, asked) -> {
                    List<String> query = asked.getOrDefault("query", List.of(""));
                    return server.post(context, "/sparql", Map.of("query", query), RESULTS);
                });
    }

    private SyncToolSpecification tool(String name, String description, List<Argument> arguments, Work work) {
        McpSchema.Tool tool = McpSchema.Tool.builder(name, Argument.schema(arguments))
                .description(description)
                .annotations(McpSchema.ToolAnnotations.builder()
                        .readOnlyHint(true)
                        .idempotentHint(true)
                        .destructiveHint(false)
                        .openWorldHint(false)
                        .build())
                .build();
        return new SyncToolSpecification(tool, (context, request) -> {
            try {
                Map<String, Object> given = Objects.requireNonNullElse(request.arguments(), Map.of());
                return result(work.ask(context, checked(given, arguments)));
            } catch (ClewException refused) {
                return failure(Objects.requireNonNullElse(refused.getMessage(), "The tool could not be used."));
            }
        });
    }

    private static Map<String, List<String>> checked(Map<String, Object> given, List<Argument> arguments) {
        List<String> names = arguments.stream().map(Argument::name).toList();
        Map<String, List<String>> checked = new LinkedHashMap<>();
        given.forEach((name, value) -> {
            if (!names.contains(name)) {
                throw refused("Unknown argument '" + name + "'. Known: " + String.join(", ", names) + ".");
            }
            if (value instanceof List<?> || value instanceof Map<?, ?>) {
                throw refused("The argument '" + name + "' must be one value; it was " + value + ".");
            }
            checked.put(name, List.of(String.valueOf(value)));
        });
        arguments.stream().filter(Argument::required).forEach(each -> {
            if (!checked.containsKey(each.name())) {
                throw refused("The argument '" + each.name() + "' is needed: " + each.meaning());
            }
        });
        return checked;
    }

    private String id(Map<String, List<String>> asked) {
        String given = asked.getOrDefault("id", List.of("")).getFirst();
        String id = given.startsWith(base.address()) ? given.substring(given.lastIndexOf('/') + 1) : given;
        if (!Slug.isSlug(id)) {
            throw refused(
                    "'" + given + "' is no id: give 1 to 80 lower-case letters, digits and dashes, such as compute.");
        }
        return id;
    }

    private McpSchema.CallToolResult result(OwnServer.Told told) {
        if (told.body().length() > LIMIT_CHARACTERS) {
            return failure(
                    "The answer has more than " + LIMIT_CHARACTERS + " characters: ask for less, by limit or LIMIT.");
        }
        if (told.status() != 200) {
            return failure(sentence(told));
        }
        return told.body().startsWith("{") ? cited(told.body()) : textual(told.body());
    }

    private McpSchema.CallToolResult cited(String body) {
        Map<String, Object> answer = new LinkedHashMap<>(json(body));
        answer.put("cites", citations.in(answer));
        try {
            String text = McpJsonDefaults.getMapper().writeValueAsString(answer);
            return McpSchema.CallToolResult.builder()
                    .addTextContent(text)
                    .isError(false)
                    .build();
        } catch (IOException impossible) {
            throw new IllegalStateException("what was read as JSON can be written as JSON", impossible);
        }
    }

    /** Triples, with the claims among them named apart. */
    private McpSchema.CallToolResult textual(String body) {
        return McpSchema.CallToolResult.builder()
                .addTextContent(body)
                .addTextContent("cites: " + String.join(" ", citations.inTriples(body)))
                .isError(false)
                .build();
    }

    private static McpSchema.CallToolResult failure(String sentence) {
        return McpSchema.CallToolResult.builder()
                .addTextContent(sentence)
                .isError(true)
                .build();
    }

    private static String sentence(OwnServer.Told told) {
        Object detail = told.body().startsWith("{") ? json(told.body()).get("detail") : null;
        return detail == null ? "The library answered " + told.status() + "." : detail.toString();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> json(String body) {
        try {
            return McpJsonDefaults.getMapper().readValue(body, Map.class);
        } catch (IOException malformed) {
            LOG.error("An answer of this server is no JSON", malformed);
            throw new ClewException(ErrorCode.INTERNAL, "The library's answer could not be read.", malformed);
        }
    }

    private static ClewException refused(String sentence) {
        return new ClewException(ErrorCode.BAD_REQUEST, sentence);
    }
}
