package dev.clew.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clew.ontology.ExampleQueries;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An assistant's own client uses the library over HTTP. */
class McpToolsTest {
    private static final String BASE = "http://clew.example/";

    @TempDir
    static Path directory;

    private static LibraryServer library;
    private static McpSyncClient assistant;

    @BeforeAll
    static void start() throws IOException {
        library = new LibraryServer(directory, LibraryServer.shipped());
        String address = library.calls.address();
        assistant = McpClient.sync(HttpClientStreamableHttpTransport.builder(address.substring(0, address.length() - 1))
                        .endpoint("/mcp")
                        .build())
                .build();
        assistant.initialize();
    }

    @AfterAll
    static void stop() {
        assistant.close();
        library.close();
    }

    private static McpSchema.CallToolResult called(String tool, Map<String, Object> arguments) {
        return assistant.callTool(
                McpSchema.CallToolRequest.builder(tool).arguments(arguments).build());
    }

    private static String text(McpSchema.CallToolResult result) {
        return ((McpSchema.TextContent) result.content().getFirst()).text();
    }

    private static JsonNode good(String tool, Map<String, Object> arguments) throws IOException {
        McpSchema.CallToolResult result = called(tool, arguments);
        assertFalse(Boolean.TRUE.equals(result.isError()), text(result));
        return new ObjectMapper().readTree(text(result));
    }

    private static List<String> cites(JsonNode answer) {
        List<String> cited = StreamSupport.stream(answer.get("cites").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        assertFalse(cited.isEmpty(), answer.toString());
        for (String iri : cited) {
            assertTrue(iri.startsWith(BASE + "insight/"), iri);
            assertEquals(
                    200, library.calls.get("/" + iri.substring(BASE.length())).status(), iri);
        }
        return cited;
    }

    @Test
    void theToolsAreThoseOfTheContractAndOnlyRead() {
        assertEquals("clew", assistant.getServerInfo().name());
        assertTrue(assistant.getServerInstructions().contains("cites"));
        List<McpSchema.Tool> tools = assistant.listTools().tools();
        assertEquals(
                Set.of("search_insights", "get_insight", "get_entity", "find_paths", "related", "sparql"),
                tools.stream().map(McpSchema.Tool::name).collect(Collectors.toSet()));
        assertTrue(tools.stream().allMatch(tool -> tool.annotations().readOnlyHint()));
        assertTrue(tools.stream().noneMatch(tool -> tool.description().isBlank()));
    }

    @Test
    void everyToolCitesTheClaimsBehindItsAnswer() throws IOException {
        JsonNode found = good("search_insights", Map.of("q", "chips", "limit", 5));
        assertEquals(5, cites(found).size());
        String id = found.get("hits").get(0).get("id").asText();
        JsonNode claim = good("get_insight", Map.of("id", BASE + "insight/" + id));
        assertTrue(cites(claim).contains(BASE + "insight/" + id));
        cites(good("get_entity", Map.of("id", "compute")));
        JsonNode paths = good("find_paths", Map.of("from", "compute", "to", "alliance", "via", "sovereignty", "k", 2));
        assertTrue(cites(paths).contains(BASE + "insight/kratsios-owned-hardware"));
        assertTrue(cites(good("related", Map.of("id", "kratsios-owned-hardware", "limit", 3)))
                        .size()
                >= 3);
    }

    @Test
    void aQueryIsAnsweredWithRowsOrTriples() throws IOException {
        String rows = "SELECT ?i { ?i a <https://w3id.org/clew/ontology#Insight> } ORDER BY ?i LIMIT 3";
        JsonNode answer = good("sparql", Map.of("query", rows));
        assertEquals(3, answer.get("results").get("bindings").size());
        assertEquals(3, cites(answer).size());
        McpSchema.CallToolResult triples =
                called("sparql", Map.of("query", "DESCRIBE <" + BASE + "insight/kratsios-owned-hardware>"));
        String cited = ((McpSchema.TextContent) triples.content().get(1)).text();
        assertTrue(cited.startsWith("cites: ") && cited.contains(BASE + "insight/kratsios-owned-hardware"), cited);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "get_insight|id|Not an id|'Not an id' is no id: give 1 to 80 lower-case letters",
                "get_insight|id|no-such-claim|There is no insight 'no-such-claim'.",
                "get_insight|name|x|Unknown argument 'name'. Known: id.",
                "find_paths|from|compute|The argument 'to' is needed: The entity where they end, by id.",
                "search_insights|limit|5000|Parameter 'limit' must be a whole number from 1 to 100; it was '5000'.",
                "sparql|query|SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }|SERVICE is not offered",
                "sparql|query|SELECT {|The query is malformed at line 1",
            })
    void aBadArgumentIsAToolErrorInOurWords(String tool, String argument, String value, String sentence) {
        McpSchema.CallToolResult result = called(tool, Map.of(argument, value));
        assertTrue(Boolean.TRUE.equals(result.isError()), text(result));
        assertTrue(text(result).startsWith(sentence), text(result));
    }

    @Test
    void theVocabularyAndTheExamplesAreResources() {
        List<McpSchema.Resource> resources = assistant.listResources().resources();
        assertEquals(3 + ExampleQueries.NAMES.size(), resources.size());
        for (McpSchema.Resource resource : resources) {
            McpSchema.ResourceContents content =
                    assistant.readResource(resource).contents().getFirst();
            assertFalse(((McpSchema.TextResourceContents) content).text().isBlank(), resource.uri());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "http://evil.example,403",
        "http://localhost.evil.example,403",
        "null,403",
        "http://localhost:3000,200",
        "http://clew.example,200"
    })
    void pagesOfOtherSitesAreTurnedAway(String origin, int status) {
        String ping = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";
        Calls.Told told = library.calls.send(
                "POST",
                "/mcp",
                BodyPublishers.ofString(ping),
                "Origin",
                origin,
                "Content-Type",
                "application/json",
                "Accept",
                "application/json, text/event-stream");
        assertEquals(status, told.status(), told.text());
    }

    @Test
    void aMethodThatNobodyKnowsIsRefusedAsTheSendersMistake() {
        for (String method : List.of("-1", "BREW", "PUT", "TRACK")) {
            Calls.Told told = library.calls.send(method, "/mcp");
            assertEquals(405, told.status(), method);
            assertEquals("POST", told.header("Allow"));
        }
    }
}
