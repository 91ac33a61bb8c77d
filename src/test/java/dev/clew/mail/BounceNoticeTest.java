package dev.clew.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.mail.BounceNotice.Failure;
import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BounceNoticeTest {
    private static final String ADA = Notices.of("ada@example.org", "failed", "5.1.1", "<ada@clew.example>");

    private static BounceNotice read(String message) throws Exception {
        return BounceNotice.read(message.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aNoticeNamesTheLetterAndForWhomItFailedForGood() throws Exception {
        assertEquals(
                new BounceNotice(
                        "<ada@clew.example>",
                        List.of(new Failure(
                                List.of("ada@example.org"),
                                "5.1.1, smtp; 550 5.1.1 <ada@example.org>: Recipient address rejected: User unknown"))),
                read(ADA));
    }

    @Test
    void bothNamesOfARecipientAreReadAndThoseOfSeveralRecipientsKeptApart() throws Exception {
        String moved = ADA.replace("Final-Recipient: RFC822; <ada@example.org>", """
                Final-Recipient: rfc822;bob@example.org
                Action: delayed
                Status: 4.4.1

                Original-Recipient: rfc822;Ada@Example.org
                Final-Recipient: rfc822; ada@inside.example (forwarded)""");
        assertEquals(
                List.of(List.of("ada@example.org", "ada@inside.example")),
                read(moved).failures().stream().map(Failure::addresses).toList());
    }

    @Test
    void aRecipientThatIsMadeToBeHardToReadIsReadAtOnce() {
        String hard = "rfc822;" + "@".repeat(50_000) + " \u0085x";
        BounceNotice read = assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> read(ADA.replace("RFC822; <ada@example.org>", hard)));
        assertEquals(1, read.failures().size());
    }

    @Test
    void theLetterMayComeBackWholeOrInAnotherEncoding() throws Exception {
        assertEquals(
                "<ada@clew.example>",
                read(ADA.replace("text/rfc822-headers", "message/rfc822")).messageId());
        assertEquals(
                "<ada@clew.example>",
                read(ADA.replace(
                                        "Content-Type: text/rfc822-headers\n",
                                        "Content-Type: text/rfc822-headers\nContent-Transfer-Encoding: quoted-printable\n")
                                .replace("<ada@clew.example>", "<ada=40clew.example>"))
                        .messageId());
        assertEquals("", read(Notices.withoutLetter("ada@example.org")).messageId());
    }

    @Test
    void whatIsNoNoticeIsNotTakenForOne() {
        assertTrue(BounceNotice.isOne("Multipart/Report; boundary=x; REPORT-TYPE=\"Delivery-Status\""));
        assertFalse(BounceNotice.isOne("multipart/report; report-type=disposition-notification"));
        assertFalse(BounceNotice.isOne("multipart/report"));
        assertFalse(BounceNotice.isOne("multipart/mixed; report-type=delivery-status"));
        assertFalse(BounceNotice.isOne("nonsense"));
        assertFalse(BounceNotice.isOne(null));
        assertThrows(MessagingException.class, () -> read("Subject: hello\n\nhello"));
    }
}
