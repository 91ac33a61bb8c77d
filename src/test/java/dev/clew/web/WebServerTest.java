package dev.clew.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.clew.desk.Desk;
import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.model.Sign;
import dev.clew.ontology.Base;
import dev.clew.store.Store;
import dev.clew.store.StoreSettings;
import dev.clew.web.http.Answer;
import dev.clew.web.http.Form;
import dev.clew.web.http.Gate;
import dev.clew.web.http.Measures;
import dev.clew.web.http.Parameter;
import dev.clew.web.http.Route;
import dev.clew.web.http.RouteTable;
import dev.clew.web.http.ServerLimits;
import dev.clew.web.http.SessionCookie;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every route gets from the server, shown on three small routes over real HTTP. */
class WebServerTest {
    private static final WebSettings SETTINGS = new WebSettings("localhost", 0, Base.DEFAULT, "test", "web-of-tests");

    @TempDir
    static Path directory;

    private static Store store;
    private static WebServer server;
    private static Calls calls;

    @BeforeAll
    static void start() {
        Route echo = Route.read("/api/echo/{id}", "Says what it understood.", parameters(), "Echo", asked -> {
            var json = JsonNodeFactory.instance.objectNode();
            json.put("id", asked.arguments().text("id"))
                    .put("k", asked.arguments().whole("k"));
            asked.arguments().value("sign", Sign.class).ifPresent(sign -> json.put("sign", sign.symbol()));
            asked.arguments().texts("via").forEach(json.withArray("via")::add);
            return Answer.json(json).with("ETag", "\"7\"");
        });
        Route fault = Route.read("/api/fault", "Fails.", List.of(), "Echo", asked -> {
            throw new IllegalStateException("secret detail");
        });
        Route overflow = Route.read("/api/overflow", "Fails worse.", List.of(), "Echo", asked -> {
            throw new LinkageError("secret error");
        });
        store = Store.open(StoreSettings.in(directory));
        server = WebServer.start(SETTINGS, new RouteTable(List.of(echo, fault, overflow)), new Measures(), beside());
        calls = new Calls(server.address());
    }

    private static WebServer.Beside beside() {
        return new WebServer.Beside(
                new Gate(Desk.on(store, Clock.systemUTC()), new SessionCookie(false)), List.of(), List.of());
    }

    private static List<Parameter> parameters() {
        return List.of(
                Parameter.path("id", new Form.Id(), "Which."),
                Parameter.fallback("k", new Form.Whole(1, 50), "5", "How many."),
                Parameter.optional("sign", new Form.SignForm(List.of(Sign.PLUS, Sign.MINUS)), "Which way."),
                Parameter.many("via", new Form.Id(), 3, "Through which."));
    }

    @AfterAll
    static void stop() {
        server.close();
        store.close();
    }

    @Test
    void whereTheBaseIsHttpsBrowsersAreToldToTakeNoOtherWay() {
        WebSettings settings =
                new WebSettings("localhost", 0, new Base("https://clew.example/"), "test", "web-of-tests");
        try (WebServer secure = WebServer.start(settings, new RouteTable(List.of()), new Measures(), beside())) {
            assertTrue(new Calls(secure.address())
                    .get("/nothing")
                    .header("Strict-Transport-Security")
                    .startsWith("max-age=31536000"));
        }
        assertEquals("", calls.get("/nothing").header("Strict-Transport-Security"));
    }

    @Test
    void parametersArriveCheckedAndWithTheirDefaults() {
        assertEquals(
                "{\"id\":\"a-1\",\"k\":5,\"sign\":\"+\",\"via\":[\"b\",\"c\",\"d\"]}",
                calls.get("/api/echo/a-1?sign=%2B&via=b,c&via=d").text());
        assertEquals("+", calls.get("/api/echo/a?sign=+").json().get("sign").asText());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/echo/a?k=1000000000|Parameter 'k' must be a whole number from 1 to 50; it was '1000000000'.",
                "/api/echo/a?k=x|Parameter 'k' must be a whole number from 1 to 50; it was 'x'.",
                "/api/echo/a?k=-1|Parameter 'k' must be a whole number from 1 to 50; it was '-1'.",
                "/api/echo/a?k=1&k=2|Parameter 'k' takes at most 1 value.",
                "/api/echo/a?via=b,c,d,e|Parameter 'via' takes at most 3 values.",
                "/api/echo/a?sign=z|Parameter 'sign' must be one of +, - (write + as %2B in an address); it was 'z'.",
                "/api/echo/a?nonsense=1|Unknown parameter 'nonsense'. Known parameters: k, sign, via.",
                "/api/fault?x=1|Unknown parameter 'x'. It takes none.",
            })
    void badParametersAreRefusedInASentence(String path, String sentence) {
        Calls.Told told = calls.get(path);
        assertEquals(400, told.status());
        assertEquals("application/problem+json", told.header("Content-Type"));
        assertEquals("Bad request", told.json().get("title").asText());
        assertEquals("bad-request", told.json().get("code").asText());
        assertEquals(sentence, told.json().get("detail").asText());
        assertFalse(told.json().get("problems").isEmpty());
        assertEquals(told.header("X-Request-Id"), told.json().get("requestId").asText());
    }

    @Test
    void anIdThatIsNoneIsRefused() {
        Calls.Told told = calls.get("/api/echo/Not%20an%20id");
        assertEquals(400, told.status());
        assertTrue(told.json().get("detail").asText().startsWith("Parameter 'id' must be an id"), told.text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/echo/a?via=%zz",
                "/api/echo/a?via=%",
                "/api/echo/a?%ff=1",
                "/api/echo/..%2fx",
                "/../pom.xml"
            })
    void malformedAddressesAreRefusedWithoutATrace(String path) throws IOException {
        String told = raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertTrue(told.startsWith("HTTP/1.1 400"), told);
        assertTrue(told.contains("application/problem+json"), told);
        assertFalse(told.contains("java.") || told.contains("jetty"), told);
    }

    @Test
    void aFaultIsToldByItsRequestIdOnly() {
        for (String path : List.of("/api/fault", "/api/overflow")) {
            Calls.Told told = calls.get(path);
            assertEquals(500, told.status(), path);
            assertEquals("internal", told.json().get("code").asText());
            assertEquals(
                    told.header("X-Request-Id"), told.json().get("requestId").asText());
            assertFalse(told.text().contains("secret") || told.text().contains("Exception"), told.text());
        }
    }

    @Test
    void anAddressThatIsTooLongIsRefused() throws IOException {
        Calls.Told told = calls.get("/api/echo/a?via=" + "x".repeat(ServerLimits.ADDRESS_CHARACTERS));
        assertEquals(414, told.status());
        assertEquals("address-too-long", told.json().get("code").asText());
        String raw = raw("GET /api/echo/a?via=" + "x".repeat(10_000_000) + " HTTP/1.1\r\nHost: x\r\n\r\n");
        assertTrue(raw.startsWith("HTTP/1.1 414"), raw);
        assertTrue(raw.contains("The address with its query is longer than 65536 bytes."), raw);
        assertTrue(raw.contains("X-Content-Type-Options: nosniff"), raw);
    }

    /** Sends bytes as they are; an answer may come before all of them are taken. */
    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket("localhost", server.port())) {
            socket.setSoTimeout(10_000);
            Thread.ofVirtual().start(() -> write(socket, request));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void write(Socket socket, String request) {
        try {
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException closedEarly) {
            assertTrue(request.length() > 65_536, "only an oversized request may be cut off");
        }
    }

    @Test
    void wrongMethodsAreToldWhatIsAllowed() {
        for (String method : List.of("POST", "PUT", "DELETE", "PATCH")) {
            Calls.Told told = calls.send(method, "/api/echo/a");
            assertEquals(405, told.status(), method);
            assertEquals("GET, HEAD, OPTIONS", told.header("Allow"));
            assertEquals("method-not-allowed", told.json().get("code").asText());
        }
        assertEquals(200, calls.send("HEAD", "/api/echo/a").status());
        assertEquals("", calls.send("HEAD", "/api/echo/a").text());
    }

    @Test
    void otherSitesMayReadTheApi() {
        assertEquals("*", calls.get("/api/echo/a").header("Access-Control-Allow-Origin"));
        assertEquals("*", calls.get("/api/echo/a?k=x").header("Access-Control-Allow-Origin"));
        Calls.Told asked = calls.send("OPTIONS", "/api/echo/a", "Access-Control-Request-Method", "GET");
        assertEquals(204, asked.status());
        assertEquals("GET, HEAD, OPTIONS", asked.header("Access-Control-Allow-Methods"));
    }

    @Test
    void pagesOfOtherSitesMayReadEveryHeaderOfOurOwn() throws IOException {
        List<String> exposed = List.of(
                calls.get("/api/echo/a").header("Access-Control-Expose-Headers").split(", "));
        Set<String> sent = new TreeSet<>();
        try (var files = Files.walk(Path.of("src/main/java/dev/clew/web"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Matcher header =
                        Pattern.compile("\\.with\\(\"(Clew-[A-Za-z-]+)\"").matcher(Files.readString(file));
                header.results().forEach(found -> sent.add(found.group(1)));
            }
        }
        assertTrue(sent.contains("Clew-Records"), sent::toString);
        sent.removeAll(exposed);
        assertEquals(Set.of(), sent);
    }

    @Test
    void whoAlreadyHasTheAnswerIsToldSo() {
        assertEquals(304, calls.get("/api/echo/a", "If-None-Match", "\"7\"").status());
        assertEquals(
                304, calls.get("/api/echo/a", "If-None-Match", "\"6\", W/\"7\"").status());
        assertEquals(200, calls.get("/api/echo/a", "If-None-Match", "\"6\"").status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/echo/a", "/api/fault", "/api/none", "/none", "/assets/index-BdQ3x9aZ.js"})
    void everyAnswerCarriesTheSecurityHeaders(String path) {
        Calls.Told told = calls.get(path);
        assertTrue(told.header("Content-Security-Policy").startsWith("default-src 'self'; "), path);
        assertFalse(told.header("Content-Security-Policy").contains("unsafe"), path);
        assertEquals("nosniff", told.header("X-Content-Type-Options"));
        assertEquals("DENY", told.header("X-Frame-Options"));
        assertEquals("strict-origin-when-cross-origin", told.header("Referrer-Policy"));
        assertFalse(told.header("X-Request-Id").isEmpty());
        assertEquals("", told.header("Server"));
    }

    @Test
    void pagesAndTheirFilesAreServedWithTheRightCaching() {
        Calls.Told page = calls.get("/", "Accept", "text/html");
        assertEquals(200, page.status());
        assertEquals("text/html;charset=utf-8", page.header("Content-Type").toLowerCase(Locale.ROOT));
        assertEquals("no-cache", page.header("Cache-Control"));
        assertEquals("Accept-Encoding", page.header("Vary"));
        assertEquals(304, calls.get("/", "If-None-Match", page.header("ETag")).status());
        Calls.Told script = calls.get("/assets/index-BdQ3x9aZ.js");
        assertEquals("public, max-age=31536000, immutable", script.header("Cache-Control"));
        assertEquals("no-cache", calls.get("/favicon.svg").header("Cache-Control"));
        assertEquals(page.text(), calls.get("/paths?from=a&to=b").text());
    }

    @Test
    void unknownPlacesAreNotFound() {
        Calls.Told page = calls.get("/nowhere", "Accept", "text/html,*/*;q=0.8");
        assertEquals(404, page.status());
        assertTrue(page.header("Content-Type").startsWith("text/html"));
        for (String path : List.of("/nowhere", "/api/nowhere", "/assets/none.js", "/META-INF/x.json")) {
            Calls.Told told = calls.get(path, "Accept", path.equals("/api/nowhere") ? "text/html" : "*/*");
            assertEquals(404, told.status(), path);
            assertEquals("application/problem+json", told.header("Content-Type"), path);
        }
    }

    @Test
    void aTakenPortIsSaidSo() {
        WebSettings taken = new WebSettings("localhost", server.port(), Base.DEFAULT, "test", "web-of-tests");
        ClewException refused = assertThrows(
                ClewException.class, () -> WebServer.start(taken, new RouteTable(List.of()), new Measures(), beside()));
        assertEquals(ErrorCode.CANNOT_LISTEN, refused.code());
        assertTrue(refused.getMessage().startsWith("Cannot listen at localhost port " + server.port()));
    }

    @Test
    void anUnknownHostIsSaidSo() {
        WebSettings nowhere = new WebSettings("no-such-host.invalid", 0, Base.DEFAULT, "test", "web");
        ClewException refused = assertThrows(
                ClewException.class,
                () -> WebServer.start(nowhere, new RouteTable(List.of()), new Measures(), beside()));
        assertTrue(refused.getMessage().contains("no such host"), refused.getMessage());
    }

    @Test
    void everyAddressThatThePagesKnowAnswersWithThem() throws IOException {
        String app = Files.readString(Path.of("web/src/app.tsx"));
        List<String> places = Pattern.compile("<Route path=\"([^\"]+)\"")
                .matcher(app)
                .results()
                .map(found -> found.group(1))
                .filter(place -> !place.matches("/(insight|entity|source)/:id"))
                .map(place -> place.replace("/x/:id", "/x/abcdef012345").replace(":id", "compute"))
                .toList();
        assertTrue(places.size() > 25, places::toString);
        for (String place : places) {
            assertEquals(200, calls.get(place).status(), place);
        }
    }
}
