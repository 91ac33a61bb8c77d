package dev.clew.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.desk.Actor;
import dev.clew.desk.Desk;
import dev.clew.model.Role;
import dev.clew.ontology.Base;
import dev.clew.store.Store;
import dev.clew.store.StoreSettings;
import dev.clew.web.http.Answer;
import dev.clew.web.http.Gate;
import dev.clew.web.http.Measures;
import dev.clew.web.http.Route;
import dev.clew.web.http.RouteTable;
import dev.clew.web.http.SessionCookie;
import dev.clew.web.http.Takes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every route that writes gets from the server, shown on two small routes over real HTTP. */
class BodiesAndRolesTest {
    private static final int LIMIT_BYTES = 1000;

    @TempDir
    static Path directory;

    private static Store store;
    private static Desk desk;
    private static WebServer server;
    private static Calls calls;
    private static String curator;
    private static String reader;

    @BeforeAll
    static void start() {
        store = Store.open(StoreSettings.in(directory));
        desk = Desk.on(store, Clock.systemUTC());
        Takes json =
                Takes.json(List.of(), "Echo").reading(Takes.Header.IF_MATCH).reading(Takes.Header.IDEMPOTENCY_KEY);
        Route told = new Route(
                new Route.Address("PUT", "/api/told", Role.CURATOR),
                "Says what it was told.",
                json,
                Route.Produces.json("Echo"),
                BodiesAndRolesTest::told);
        Takes bytes = new Takes(List.of(), Set.of(), new Takes.Content(List.of("text/csv"), "", LIMIT_BYTES));
        Route count = new Route(
                new Route.Address("POST", "/api/count", Role.ANYBODY),
                "Counts bytes.",
                bytes,
                Route.Produces.json("Echo"),
                BodiesAndRolesTest::counted);
        server = WebServer.start(
                new WebSettings("localhost", 0, Base.DEFAULT, "test", "web-of-tests"),
                new RouteTable(List.of(told, count)),
                new Measures(),
                new WebServer.Beside(new Gate(desk, new SessionCookie(false)), List.of(), List.of()));
        calls = new Calls(server.address());
        curator = token("cora", Role.CURATOR);
        reader = token("rita", Role.READER);
    }

    private static String token(String name, Role role) {
        desk.accounts().add(name, role, Actor.COMMAND_LINE);
        return desk.tokens().issue(name, "a test", Actor.COMMAND_LINE).secret();
    }

    private static Answer told(Route.Asked asked) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("name", asked.caller().name())
                .put("role", asked.caller().role().code());
        json.put("ifMatch", asked.sent().ifMatch()).put("key", asked.sent().idempotencyKey());
        json.set("body", asked.body().json());
        return Answer.json(json);
    }

    private static Answer counted(Route.Asked asked) {
        try {
            long count = asked.body().stream().transferTo(java.io.OutputStream.nullOutputStream());
            return Answer.json(JsonNodeFactory.instance.objectNode().put("bytes", count));
        } catch (IOException brokenOff) {
            throw new java.io.UncheckedIOException(brokenOff);
        }
    }

    @AfterAll
    static void stop() {
        server.close();
        store.close();
    }

    private static Calls.Told put(String body, String... headers) {
        return calls.send("PUT", "/api/told", BodyPublishers.ofString(body), headers);
    }

    @Test
    void aCallKnowsWhoAsksWhatTheySendAndOnWhichVersion() {
        Calls.Told told = put(
                "{\"a\":[1,\"é\"]}",
                "Authorization",
                "Bearer " + curator,
                "Content-Type",
                "application/json; charset=utf-8",
                "If-Match",
                "\"3\"",
                "Idempotency-Key",
                "once");
        assertEquals(
                "{\"name\":\"cora\",\"role\":\"curator\",\"ifMatch\":\"\\\"3\\\"\",\"key\":\"once\",\"body\":{\"a\":[1,\"é\"]}}",
                told.text());
        assertEquals("no-store", told.header("Cache-Control"));
    }

    private static void refused(int status, String code, String sentence, Calls.Told told) {
        assertEquals(status, told.status(), told.text());
        assertEquals("application/problem+json", told.header("Content-Type"));
        assertEquals(code, told.json().get("code").asText());
        assertTrue(told.json().get("detail").asText().startsWith(sentence), told.text());
    }

    @Test
    void nobodyIsAskedToSayWhoTheyAreBeforeTheirBodyIsLookedAt() {
        Calls.Told told = put("no json", "Content-Type", "text/plain");
        refused(401, "unauthenticated", "This needs an account with the role curator", told);
        assertEquals("Bearer realm=\"Clew\"", told.header("WWW-Authenticate"));
    }

    @Test
    void aRoleBelowTheNeededOneIsForbidden() {
        Calls.Told told = put("{}", "Authorization", "Bearer " + reader, "Content-Type", "application/json");
        refused(403, "forbidden", "This needs the role curator; rita is reader.", told);
        assertEquals("Bearer realm=\"Clew\", error=\"insufficient_scope\"", told.header("WWW-Authenticate"));
    }

    @Test
    void aTokenThatIsNoneIsRefusedEvenWhereNobodyNeedsOne() {
        for (String shown : List.of("Bearer nonsense", "Bearer clew_" + "x".repeat(43), "Basic YTpi", "Bearer")) {
            Calls.Told told = calls.send(
                    "POST",
                    "/api/count",
                    BodyPublishers.ofString("a"),
                    "Authorization",
                    shown,
                    "Content-Type",
                    "text/csv");
            refused(401, "unauthenticated", "The ", told);
        }
    }

    @Test
    void aRevokedTokenAndADisabledAccountAreRefusedAtOnce() {
        String token = token("dora", Role.CURATOR);
        String[] headers = {"Authorization", "Bearer " + token, "Content-Type", "application/json"};
        assertEquals(200, put("{}", headers).status());
        desk.accounts().setDisabled("dora", true, Actor.COMMAND_LINE);
        assertEquals(401, put("{}", headers).status());
        desk.accounts().setDisabled("dora", false, Actor.COMMAND_LINE);
        assertEquals(200, put("{}", headers).status());
        desk.tokens().revoke("dora", desk.tokens().of("dora").getFirst().number(), Actor.COMMAND_LINE);
        assertEquals(401, put("{}", headers).status());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/plain|{}|415|unsupported-format|'text/plain' is not read here: send application/json.",
                "application/json|{|400|bad-request|The body is not JSON at line 1, column",
                "application/json|{} {}|400|bad-request|The body is not JSON at line 1, column",
                "application/json|{\"a\":1,\"a\":2}|400|bad-request|The body is not JSON at line 1, column",
                "application/json|''|400|bad-request|The body is empty: send one JSON value.",
            })
    void aBodyInAnotherFormIsRefused(String type, String body, int status, String code, String sentence) {
        refused(status, code, sentence, put(body, "Authorization", "Bearer " + curator, "Content-Type", type));
    }

    @Test
    void aBodyOfBrokenTextIsRefused() {
        BodyPublisher broken = BodyPublishers.ofByteArray("{\"a\":\"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1));
        refused(
                400,
                "bad-request",
                "The body is not UTF-8",
                calls.send(
                        "PUT",
                        "/api/told",
                        broken,
                        "Authorization",
                        "Bearer " + curator,
                        "Content-Type",
                        "application/json"));
    }

    @Test
    void aBodyUpToTheLimitIsReadAndALongerOneRefusedHoweverItComes() {
        byte[] fits = new byte[LIMIT_BYTES];
        byte[] over = new byte[LIMIT_BYTES + 1];
        byte[] huge = new byte[5_000_000];
        assertEquals("{\"bytes\":1000}", count(BodyPublishers.ofByteArray(fits)).text());
        for (byte[] each : List.of(over, huge)) {
            BodyPublisher unannounced = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(each));
            for (BodyPublisher body : List.of(BodyPublishers.ofByteArray(each), unannounced)) {
                refused(413, "too-large", "The body is larger than 1000 bytes", count(body));
            }
        }
    }

    private static Calls.Told count(BodyPublisher body) {
        return calls.send("POST", "/api/count", body, "Content-Type", "text/csv");
    }
}
