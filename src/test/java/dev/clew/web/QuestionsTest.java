package dev.clew.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clew.exchange.ReaderQuestion;
import dev.clew.exchange.ReaderQuestion.ByDispute;
import dev.clew.exchange.ReaderQuestion.ByPaths;
import dev.clew.exchange.ReaderQuestion.ByQuery;
import dev.clew.exchange.ReaderQuestion.Ends;
import dev.clew.exchange.ReaderQuestions;
import dev.clew.model.Sign;
import dev.clew.web.http.SchemaCheck;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The questions that a reader brings: each keeps its answer, asked over HTTP of the library that ships. */
class QuestionsTest {
    @TempDir
    static Path directory;

    private static LibraryServer server;

    @BeforeAll
    static void start() throws IOException {
        server = new LibraryServer(directory, LibraryServer.shipped());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static JsonNode good(String path) {
        Calls.Told told = server.calls.get(path);
        assertEquals(200, told.status(), told.text());
        return told.json();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static List<ByPaths> paths() {
        return of(ByPaths.class);
    }

    static List<ByDispute> disputes() {
        return of(ByDispute.class);
    }

    static List<ByQuery> queries() {
        return of(ByQuery.class);
    }

    private static <Q extends ReaderQuestion> List<Q> of(Class<Q> kind) {
        return ReaderQuestions.shipped().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("paths")
    void aPathAnswersIt(ByPaths question) {
        Ends ends = question.ends();
        Sign sign = question.sign();
        JsonNode found = good("/api/paths?from=" + ends.from() + "&via=" + String.join(",", ends.via()) + "&to="
                        + ends.to() + "&framing=" + (question.consistent() ? "consistent" : "any")
                        + (sign == null ? "" : "&sign=" + encoded(sign.symbol())))
                .get("paths");
        assertTrue(!found.isEmpty(), question.id());
        assertTrue(sign == null || found.get(0).get("sign").asText().equals(sign.symbol()), question.id());
    }

    @ParameterizedTest
    @MethodSource("disputes")
    void evidenceOfBothSidesAnswersIt(ByDispute question) {
        JsonNode edges = good("/api/entities/" + question.from()
                        + "/edges?direction=out&facts=false&denied=true&limit=200")
                .get("edges");
        assertTrue(
                StreamSupport.stream(edges.spliterator(), false)
                        .filter(edge -> edge.at("/object/id").asText().equals(question.to()))
                        .anyMatch(edge -> edge.get("contested").asBoolean()),
                question.id() + " " + edges);
        assertTrue(
                !good("/api/paths?from=" + question.from() + "&to=" + question.to() + "&maxHops=1")
                        .get("paths")
                        .isEmpty(),
                question.id());
    }

    @ParameterizedTest
    @MethodSource("queries")
    void rowsAnswerIt(ByQuery question) {
        JsonNode asked = StreamSupport.stream(
                        good("/api/questions").get("questions").spliterator(), false)
                .filter(each -> each.get("id").asText().equals(question.id()))
                .findFirst()
                .orElseThrow();
        Calls.Told told = server.calls.get(
                "/sparql?query=" + encoded(asked.get("query").asText()), "Accept", "application/sparql-results+json");
        assertEquals(200, told.status(), told.text());
        assertTrue(told.json().at("/results/bindings").size() >= 3, question.id() + " " + told.text());
    }

    @Test
    void thereIsEnoughToDisputeFor() {
        assertTrue(good("/api/library").get("contested").asInt() >= 20);
        assertTrue(good("/api/conflicts?limit=200").get("conflicts").size() >= 26);
    }

    @Test
    void thereAreAtLeastTwentyEachWithAPage() {
        JsonNode answer = good("/api/questions");
        assertEquals(List.of(), SchemaCheck.problems("Questions", answer));
        JsonNode questions = answer.get("questions");
        assertEquals(ReaderQuestions.shipped().size(), questions.size());
        assertTrue(questions.size() >= 20);
        for (JsonNode question : questions) {
            Calls.Told page = server.calls.get(question.get("href").asText(), "Accept", "text/html");
            assertEquals(200, page.status(), question.toString());
        }
    }
}
