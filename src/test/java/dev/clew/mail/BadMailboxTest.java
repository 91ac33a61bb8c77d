package dev.clew.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.clew.desk.Desk;
import dev.clew.desk.MovableClock;
import dev.clew.mail.BounceReading.Limits;
import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.store.Store;
import dev.clew.store.TestDatabases;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers of mailboxes that hang, dawdle, refuse and talk nonsense: each is given up in time, with a sentence. */
class BadMailboxTest {
    private static final Duration PATIENCE = Duration.ofMillis(600);
    private static final Limits LIMITS = new Limits(10, 100_000, Duration.ofSeconds(2));
    /** What a loaded machine may take beyond the longest that is waited, which is the time of a round and half as much again. */
    private static final Duration MARGIN = Duration.ofSeconds(20);

    @TempDir
    Path directory;

    private Store store;

    @BeforeEach
    void open() {
        store = Store.open(TestDatabases.in(directory));
    }

    @AfterEach
    void close() {
        store.close();
    }

    /** What a server does with whoever comes. */
    private interface Talk {
        void with(Socket socket) throws IOException;
    }

    private String refusal(Talk talk, BooleanSupplier stopping) throws Exception {
        try (ServerSocket listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread server = Thread.ofPlatform().daemon().start(() -> {
                try (Socket socket = listening.accept()) {
                    talk.with(socket);
                } catch (IOException gone) {
                    // The other side has left.
                }
            });
            String refusal = refusal(listening.getLocalPort(), "imap", stopping);
            assertTrue(server.join(MARGIN), "the connection is still open");
            return refusal;
        }
    }

    private String refusal(int port, String scheme, BooleanSupplier stopping) {
        Mailbox mailbox = Mailbox.parse(scheme + "://clew:secret@127.0.0.1:" + port + "/INBOX")
                .withPatience(PATIENCE);
        BounceReading reading = new BounceReading(
                mailbox, Desk.on(store, new MovableClock()).reading().bounces(), LIMITS);
        long start = System.nanoTime();
        ClewException refused = assertThrows(ClewException.class, () -> reading.read(stopping));
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        assertEquals(ErrorCode.FETCH_FAILED, refused.code());
        assertTrue(took.compareTo(MARGIN) < 0, took::toString);
        return String.valueOf(refused.getMessage());
    }

    private static void say(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private static void untilItLeaves(Socket socket) throws IOException {
        socket.getInputStream().readAllBytes();
    }

    /** Answers each command with OK, after what it says to the first that begins so. */
    private static void answering(Socket socket, String command, String answer) throws IOException {
        say(socket, "* OK [CAPABILITY IMAP4rev1] here\r\n");
        BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ", 2);
            if (words.length > 1 && words[1].startsWith(command)) {
                say(socket, answer);
            }
            say(socket, words[0] + " OK done\r\n");
        }
    }

    @Test
    void aServerThatSaysNothingIsGivenUp() throws Exception {
        String refusal = refusal(BadMailboxTest::untilItLeaves, () -> false);
        assertTrue(refusal.contains("it said nothing for 0.6 seconds"), refusal);
    }

    @Test
    void aServerThatNeverGetsToTheEndIsGivenUp() throws Exception {
        String refusal = refusal(
                socket -> {
                    say(socket, "* OK ");
                    while (true) {
                        say(socket, "x".repeat(100));
                    }
                },
                () -> false);
        assertTrue(
                refusal.contains("it sent more than 21000000 bytes")
                        || refusal.contains("it took more than 3.0 seconds"),
                refusal);
    }

    @Test
    void aServerThatTalksNonsenseIsGivenUp() throws Exception {
        refusal(socket -> say(socket, "HTTP/1.1 400 Bad Request\r\n\r\n"), () -> false);
        refusal(socket -> say(socket, "\0\1\2\r\n{}{}()((((\r\n".repeat(1_000)), () -> false);
        refusal(socket -> answering(socket, "SELECT", "* 9 EXISTS\r\n"), () -> false);
        refusal(socket -> answering(socket, "SELECT", "* OK [UIDVALIDITY x] )(\r\n* FETCH\r\n"), () -> false);
        refusal(socket -> answering(socket, "UID FETCH", "* 1 FETCH (UID 1 BODY[] {2147483000}\r\n"), () -> false);
    }

    @Test
    void whatAServerAnnouncesIsNotMadeRoomForWithoutEnd() throws Exception {
        String selected =
                "* 1 EXISTS\r\n* OK [UIDVALIDITY 7] good\r\n* OK [UIDNEXT 2] next\r\n* 1 FETCH (BODY[] {2147483000}\r\n";
        refusal(socket -> answering(socket, "SELECT", selected), () -> false);
    }

    @Test
    void aServerThatIsNotThereIsSaidToBeSo() throws Exception {
        int free;
        try (ServerSocket taken = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            free = taken.getLocalPort();
        }
        refusal(free, "imap", () -> false);
    }

    @Test
    void nobodyIsWaitedForWhenThisServerStops() throws Exception {
        CountDownLatch heard = new CountDownLatch(1);
        String refusal = refusal(
                socket -> {
                    say(socket, "* OK ");
                    heard.countDown();
                    untilItLeaves(socket);
                },
                () -> heard.getCount() == 0);
        assertTrue(refusal.contains("this server stops"), refusal);
    }

    @Test
    void aServerWhoseCertificateNobodyVouchesForIsNotToldThePassword() {
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAPS));
        mail.start();
        try {
            String refusal = refusal(mail.getImaps().getPort(), "imaps", () -> false);
            assertTrue(refusal.contains("PKIX"), refusal);
        } finally {
            mail.stop();
        }
    }
}
