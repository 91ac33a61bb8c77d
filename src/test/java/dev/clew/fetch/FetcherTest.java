package dev.clew.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is fetched from elsewhere, within which limits, and what is never connected to; on a real server of this machine. */
class FetcherTest {
    private static final FetchLimits SMALL = new FetchLimits(Duration.ofSeconds(2), 1_000, 2);
    private static final String ANY = "*/*";
    /** Some twenty kilobytes that unpack to twenty million. */
    private static final byte[] BOMB = gzipped(new byte[20_000_000]);

    private final AtomicInteger connections = new AtomicInteger();
    private HttpServer server;
    private Fetcher open;
    private Fetcher closed;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        open = new Fetcher(SMALL, true);
        closed = new Fetcher(SMALL, false);
    }

    @AfterEach
    void stop() {
        open.close();
        closed.close();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        connections.incrementAndGet();
        switch (exchange.getRequestURI().getPath()) {
            case "/moved" -> redirect(exchange, 301, "/moved-again");
            case "/moved-again" -> redirect(exchange, 308, "/here");
            case "/for-now" -> redirect(exchange, 302, "/here");
            case "/circle" -> redirect(exchange, 301, "/circle");
            case "/to-a-file" -> redirect(exchange, 301, "file:///etc/passwd");
            case "/large" -> body(exchange, new byte[2_000]);
            case "/bomb" -> {
                exchange.getResponseHeaders().add("Content-Encoding", "gzip");
                body(exchange, BOMB);
            }
            case "/here" -> here(exchange);
            default -> exchange.sendResponseHeaders(404, -1);
        }
        exchange.close();
    }

    private static void redirect(HttpExchange exchange, int status, String to) throws IOException {
        exchange.getResponseHeaders().add("Location", to);
        exchange.sendResponseHeaders(status, -1);
    }

    private static void here(HttpExchange exchange) throws IOException {
        if ("\"one\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            exchange.sendResponseHeaders(304, -1);
            return;
        }
        exchange.getResponseHeaders().add("ETag", "\"one\"");
        exchange.getResponseHeaders().add("Last-Modified", "Thu, 26 Nov 2026 08:00:00 GMT");
        exchange.getResponseHeaders().add("Content-Type", "text/plain");
        body(exchange, "What is here.".getBytes(StandardCharsets.UTF_8));
    }

    private static void body(HttpExchange exchange, byte[] bytes) throws IOException {
        exchange.sendResponseHeaders(200, bytes.length);
        try {
            exchange.getResponseBody().write(bytes);
        } catch (IOException readerLeft) {
            // A fetch that has reached its limit reads no further.
            exchange.close();
        }
    }

    private static byte[] gzipped(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + server.getAddress().getPort() + path);
    }

    private Fetched fetch(String path) {
        return open.fetch(at(path), ANY, Fetched.Marks.NONE);
    }

    private ClewException refused(String path) {
        return assertThrows(ClewException.class, () -> fetch(path));
    }

    @Test
    void whatIsFetchedComesWithTheMarksToAskByNextTime() {
        Fetched first = fetch("/here");
        assertEquals("What is here.", new String(first.body(), StandardCharsets.UTF_8));
        assertEquals("text/plain", first.type());
        assertEquals(new Fetched.Marks("\"one\"", "Thu, 26 Nov 2026 08:00:00 GMT"), first.marks());
        Fetched second = open.fetch(at("/here"), ANY, first.marks());
        assertFalse(second.changed());
        assertEquals(0, second.body().length);
    }

    @Test
    void onlyPermanentRedirectsSayWhereToAskFromNowOn() {
        assertEquals(at("/here"), fetch("/moved").moved());
        assertEquals(null, fetch("/for-now").moved());
        assertEquals(at("/here"), fetch("/for-now").address());
        assertTrue(refused("/circle").getMessage().contains("limit of 2 redirects"));
    }

    @Test
    void limitsOfBytesHoldAfterDecompressing() {
        assertEquals(ErrorCode.TOO_LARGE, refused("/large").code());
        assertEquals(ErrorCode.TOO_LARGE, refused("/bomb").code());
    }

    @Test
    void whatCannotBeHadSaysWhy() throws IOException {
        assertTrue(refused("/nowhere").getMessage().endsWith("was answered 404 instead of 200."));
        ClewException unknown = assertThrows(
                ClewException.class, () -> open.fetch(URI.create("http://nobody.invalid/"), ANY, Fetched.Marks.NONE));
        assertEquals("<http://nobody.invalid/> cannot be fetched: its host is not known.", unknown.getMessage());
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            URI hanging = URI.create("http://localhost:" + silent.getLocalPort() + "/");
            long begun = System.nanoTime();
            ClewException slow = assertThrows(ClewException.class, () -> open.fetch(hanging, ANY, Fetched.Marks.NONE));
            assertEquals(ErrorCode.FETCH_FAILED, slow.code());
            assertTrue(Duration.ofNanos(System.nanoTime() - begun).compareTo(Duration.ofSeconds(4)) < 0);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "ftp://example.org/",
                "jar:http://example.org/a!/b",
                "data:,x",
                "feed",
                "//x"
            })
    void onlyHttpAndHttpsAreFetched(String address) {
        assertEquals(
                ErrorCode.FETCH_REFUSED,
                assertThrows(ClewException.class, () -> open.fetch(URI.create(address), ANY, Fetched.Marks.NONE))
                        .code());
    }

    @Test
    void aRedirectIsHeldToTheSameRules() {
        assertEquals(ErrorCode.FETCH_REFUSED, refused("/to-a-file").code());
        assertEquals(
                ErrorCode.FETCH_REFUSED,
                assertThrows(
                                ClewException.class,
                                () -> open.fetch(URI.create("http://ada:secret@example.org/"), ANY, Fetched.Marks.NONE))
                        .code());
    }

    static Stream<String> spellings() {
        return PrivateSpellings.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void noSpellingOfAPrivateAddressIsConnectedTo(String host) {
        URI address;
        try {
            address = new URI("http://" + host + ":" + server.getAddress().getPort() + "/here");
        } catch (java.net.URISyntaxException noAddress) {
            return;
        }
        ErrorCode code = assertThrows(ClewException.class, () -> closed.fetch(address, ANY, Fetched.Marks.NONE))
                .code();
        assertTrue(List.of(ErrorCode.FETCH_REFUSED, ErrorCode.FETCH_FAILED).contains(code), code.code());
        assertEquals(0, connections.get());
    }

    @Test
    void theTableOfSpellingsIsLong() {
        assertTrue(PrivateSpellings.ALL.stream().distinct().count() >= 100);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "93.184.216.34",
                "172.32.0.1",
                "100.128.0.1",
                "2606:4700::1111",
                "2a00:1450::1"
            })
    void publicAddressesPass(String literal) throws IOException {
        assertTrue(AddressRule.isPublic(InetAddress.getByName(literal)));
    }
}
