package dev.clew.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.clew.brief.DailyRun.Outcome;
import dev.clew.desk.Delivery.Letter;
import dev.clew.model.ClewException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SmtpPostTest {
    private static final URI LEAVE = URI.create("https://clew.example/reading/leave?key=clewr_x");
    private static final Letter LETTER = message("ada@example.org", "Five new claims – 26 November")
            .letter("<7.2026-11-26@clew.example>", Instant.parse("2026-11-26T07:00:00Z"));

    private static Message message(String to, String subject) {
        return new Message("clew@example.org", to, subject, "„Čhello“ in plain words", "<p>„Čhello“</p>", LEAVE);
    }

    private static SmtpPost post(int port) {
        return new SmtpPost(new MailServer("127.0.0.1", port, MailServer.Security.NONE, null, Duration.ofMillis(500)));
    }

    private static String lines(String content) {
        return content.replace("\r\n", "\n").strip();
    }

    @Test
    void whatIsKeptArrivesAsItIsEachTimeWithBothFormsAndOneClickToLeave() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            SmtpPost post = post(server.getSmtp().getPort());
            assertEquals(
                    Outcome.Kind.TAKEN, post.send("ada@example.org", LETTER).kind());
            assertEquals(
                    Outcome.Kind.TAKEN, post.send("ada@example.org", LETTER).kind());
            MimeMessage[] arrived = server.getReceivedMessages();
            assertEquals(2, arrived.length);
            for (MimeMessage each : arrived) {
                assertEquals("<7.2026-11-26@clew.example>", each.getMessageID());
                assertEquals("Five new claims – 26 November", each.getSubject());
                assertEquals("<" + LEAVE + ">", each.getHeader("List-Unsubscribe", null));
                assertEquals("List-Unsubscribe=One-Click", each.getHeader("List-Unsubscribe-Post", null));
                MimeMultipart forms = (MimeMultipart) each.getContent();
                assertEquals(
                        "„Čhello“ in plain words",
                        forms.getBodyPart(0).getContent().toString().strip());
                assertTrue(forms.getBodyPart(1).isMimeType("text/html"));
                String raw = new String(each.getRawInputStream().readAllBytes(), StandardCharsets.US_ASCII);
                assertTrue(lines(LETTER.content()).endsWith(lines(raw)));
            }
        } finally {
            server.stop();
        }
    }

    @Test
    void whatTheServerSaysDecidesWhatIsDoneNext() throws Exception {
        assertEquals(Outcome.Kind.REFUSED, answer("550 no such user", "250 ok").kind());
        assertEquals(Outcome.Kind.LATER, answer("451 greylisted", "250 ok").kind());
        assertEquals(Outcome.Kind.LATER, answer("250 ok", "451 full").kind());
        assertEquals(Outcome.Kind.LATER, answer("250 ok", "").kind(), "dies in mid-message");
        assertEquals(Outcome.Kind.TAKEN, answer("250 ok", "250 ok").kind());
    }

    @Test
    void aServerThatIsNotThereOrNeverSpeaksIsGivenUpInTime() throws IOException {
        int free;
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            free = silent.getLocalPort();
            assertEquals(
                    Outcome.Kind.UNREACHABLE,
                    post(free).send("ada@example.org", LETTER).kind());
        }
        assertEquals(
                Outcome.Kind.UNREACHABLE,
                post(free).send("ada@example.org", LETTER).kind());
    }

    @Test
    void aServerThatHangsAfterItWasToldTheAddressIsWaitedForOnce() throws Exception {
        long start = System.nanoTime();
        assertEquals(Outcome.Kind.HUNG, answer("", "250 ok").kind());
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        assertTrue(took.compareTo(Duration.ofMillis(500)) >= 0, took::toString);
    }

    @Test
    void noMessageCarriesAnotherHeader() {
        assertThrows(ClewException.class, () -> message("ada@example.org\r\nBcc: eve@example.org", "a"));
        assertThrows(ClewException.class, () -> message("ada@example.org", "a\r\nBcc: eve@example.org"));
        assertFalse(LETTER.content().chars().anyMatch(each -> each > 127));
    }

    /**
     * What comes of a server that says this of the address and that of the message; where it says nothing, it hangs after the
     * address and hangs up after the message.
     */
    private static Outcome answer(String toAddress, String toMessage) throws Exception {
        try (ServerSocket listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread server = Thread.ofPlatform().start(() -> talk(listening, toAddress, toMessage));
            Outcome outcome = post(listening.getLocalPort()).send("ada@example.org", LETTER);
            server.join();
            return outcome;
        }
    }

    private static void talk(ServerSocket listening, String toAddress, String toMessage) {
        try (Socket socket = listening.accept();
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            say(socket, "220 here");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String word = line.toUpperCase(Locale.ROOT);
                if (word.startsWith("DATA")) {
                    say(socket, "354 go on");
                    while (!".".equals(line)) {
                        line = in.readLine();
                    }
                    if (toMessage.isEmpty()) {
                        return;
                    }
                    say(socket, toMessage);
                } else if (!word.startsWith("RCPT")) {
                    say(socket, "250 ok");
                } else if (!toAddress.isEmpty()) {
                    say(socket, toAddress);
                }
            }
        } catch (IOException gone) {
            // The other side has left.
        }
    }

    private static void say(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }
}
