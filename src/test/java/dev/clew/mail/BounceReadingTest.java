package dev.clew.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.clew.desk.Bounces.Position;
import dev.clew.desk.Delivery.Letter;
import dev.clew.desk.Delivery.Made;
import dev.clew.desk.Desk;
import dev.clew.desk.MovableClock;
import dev.clew.desk.Reader;
import dev.clew.mail.BounceReading.Limits;
import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.store.Store;
import dev.clew.store.TestDatabases;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Notices in a mailbox of a real IMAP server, and what comes of them. */
class BounceReadingTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-25");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir
    Path directory;

    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    private GreenMailUser owner;
    private Store store;
    private Desk.Reading reading;

    @BeforeEach
    void open() {
        mail.start();
        owner = mail.setUser("clew@example.org", "clew", "se:c/ret");
        store = Store.open(TestDatabases.in(directory));
        reading = Desk.on(store, new MovableClock()).reading();
    }

    @AfterEach
    void close() {
        store.close();
        mail.stop();
    }

    private Mailbox mailbox() {
        return Mailbox.parse(
                        "imap://clew:se%3Ac%2Fret@127.0.0.1:" + mail.getImap().getPort() + "/INBOX")
                .withPatience(PATIENCE);
    }

    private String round(Limits limits) {
        return new BounceReading(mailbox(), reading.bounces(), limits).read(() -> false);
    }

    private String round() {
        return round(Limits.DEFAULT);
    }

    /** A reader to whom a letter of this name was sent. */
    private Reader sent(String address, String name) {
        Reader reader = reading.readers()
                .confirm(reading.readers().ask(address, List.of()).orElseThrow().secret())
                .reader();
        reading.deliveries().keep(reader, DAY, new Made(new Letter(name, "the letter"), List.of(), 7));
        reading.deliveries()
                .sent(reading.deliveries().find(reader.number(), DAY).orElseThrow());
        return reader;
    }

    private List<String> reached() {
        return reading.readers().reached(0, 10).stream().map(Reader::address).toList();
    }

    private void arrives(String message) throws Exception {
        owner.deliver(new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(message.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8))));
    }

    private static String notice(String address, String action, String status, String name) {
        return Notices.of(address, action, status, name);
    }

    private List<Boolean> seen() throws FolderException {
        return mail.getManagers().getImapHostManager().getInbox(owner).getMessages().stream()
                .map(each -> each.getFlags().contains(Flags.Flag.SEEN))
                .toList();
    }

    @Test
    void aLetterThatCameBackForGoodStopsItsAddressAndItsNoticeIsReadOnce() throws Exception {
        Reader ada = sent("ada@example.org", "<ada@clew.example>");
        sent("bob@example.org", "<bob@clew.example>");
        arrives("From: eve@example.org\nSubject: hello\n\nIs this <ada@clew.example> for me?");
        arrives(notice("ada@example.org", "failed", "5.1.1", "<ada@clew.example>"));
        assertEquals(
                "1 notices read, 1 of letters from here, 1 addresses get nothing until they are confirmed again.",
                round());
        assertEquals(List.of("bob@example.org"), reached());
        assertEquals(
                "5.1.1, smtp; 550 5.1.1 <ada@example.org>: Recipient address rejected: User unknown",
                reading.readers().find(ada.number()).orElseThrow().bounce());
        assertEquals(List.of(false, true), seen(), "what is no notice is left as it was");
        assertEquals(
                "0 notices read, 0 of letters from here, 0 addresses get nothing until they are confirmed again.",
                round());
    }

    @Test
    void whatIsPutOffOrDeliveredChangesNothing() throws Exception {
        sent("ada@example.org", "<ada@clew.example>");
        arrives(notice("ada@example.org", "delayed", "4.4.1", "<ada@clew.example>"));
        arrives(notice("ada@example.org", "failed", "4.2.2", "<ada@clew.example>"));
        arrives(notice("ada@example.org", "delayed", "5.1.1", "<ada@clew.example>"));
        arrives(notice("ada@example.org", "delivered", "2.0.0", "<ada@clew.example>"));
        arrives(notice("ada@example.org", "failed", "5.1", "<ada@clew.example>"));
        assertEquals(
                "5 notices read, 5 of letters from here, 0 addresses get nothing until they are confirmed again.",
                round());
        assertEquals(List.of("ada@example.org"), reached());
        assertEquals(List.of(true, true, true, true, true), seen());
    }

    @Test
    void aNoticeThatDoesNotNameALetterToThatAddressSilencesNobodyAndIsLeftAlone() throws Exception {
        sent("ada@example.org", "<ada@clew.example>");
        sent("bob@example.org", "<bob@clew.example>");
        arrives(notice("ada@example.org", "failed", "5.1.1", "<guessed@clew.example>"));
        arrives(Notices.withoutLetter("ada@example.org"));
        arrives(notice("ada@example.org", "failed", "5.1.1", "<bob@clew.example>"));
        assertEquals(
                "3 notices read, 1 of letters from here, 0 addresses get nothing until they are confirmed again.",
                round());
        assertEquals(List.of("ada@example.org", "bob@example.org"), reached());
        assertEquals(List.of(false, false, true), seen());
    }

    @Test
    void whatIsTooLongOrBrokenIsLeftAloneAndWhatFollowsIsRead() throws Exception {
        sent("ada@example.org", "<ada@clew.example>");
        arrives(notice("ada@example.org", "failed", "5.1.1", "<ada@clew.example>") + "x".repeat(20_000));
        arrives("Content-Type: multipart/report; report-type=delivery-status\n\nno parts at all");
        arrives(notice("ada@example.org", "failed", "5.1.1", "<ada@clew.example>"));
        assertEquals(
                "1 notices read, 1 of letters from here, 1 addresses get nothing until they are confirmed again,"
                        + " 2 could not be read, see the log.",
                round(new Limits(200, 10_000, Duration.ofMinutes(1))));
        assertEquals(List.of(false, false, true), seen());
    }

    @Test
    void aRoundEndsAndTheNextOneGoesOn() throws Exception {
        for (String name : List.of("ada", "bob", "cy")) {
            sent(name + "@example.org", "<" + name + "@clew.example>");
            arrives(notice(name + "@example.org", "failed", "5.1.1", "<" + name + "@clew.example>"));
        }
        Limits one = new Limits(1, 100_000, Duration.ofMinutes(1));
        round(one);
        assertEquals(List.of("bob@example.org", "cy@example.org"), reached());
        round(one);
        assertEquals(List.of("cy@example.org"), reached());
        round(one);
        assertEquals(List.of(), reached());
    }

    @Test
    void whereNumbersAreGoodNoLongerTheMailboxIsReadFromItsBeginning() throws Exception {
        sent("ada@example.org", "<ada@clew.example>");
        arrives(notice("ada@example.org", "failed", "5.1.1", "<ada@clew.example>"));
        reading.bounces().reached(mailbox().place(), new Position(1, 9_999));
        round();
        assertEquals(List.of(), reached());
        assertTrue(reading.bounces().position(mailbox().place()).validity() > 1);
    }

    @Test
    void whatCannotBeOpenedIsSaidWithoutThePassword() {
        for (Mailbox wrong : List.of(
                new Mailbox(
                        "127.0.0.1",
                        mail.getImap().getPort(),
                        MailServer.Security.NONE,
                        account("wrong"),
                        "INBOX",
                        PATIENCE),
                new Mailbox(
                        "127.0.0.1",
                        mail.getImap().getPort(),
                        MailServer.Security.NONE,
                        account("se:c/ret"),
                        "Nowhere",
                        PATIENCE),
                new Mailbox(
                        "127.0.0.1",
                        mail.getImap().getPort(),
                        MailServer.Security.STARTTLS,
                        account("se:c/ret"),
                        "INBOX",
                        PATIENCE))) {
            ClewException refused = assertThrows(
                    ClewException.class,
                    () -> new BounceReading(wrong, reading.bounces(), Limits.DEFAULT).read(() -> false));
            assertEquals(ErrorCode.FETCH_FAILED, refused.code());
            assertTrue(
                    refused.getMessage()
                            .startsWith("The mailbox " + wrong.place() + " of the setting bounces could not be read: "),
                    refused.getMessage());
            assertFalse(refused.getMessage().contains(wrong.account().password()), refused.getMessage());
        }
    }

    private static MailServer.Account account(String password) {
        return new MailServer.Account("clew", password);
    }
}
