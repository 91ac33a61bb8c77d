package dev.clew.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.clew.model.ClewException;
import java.util.List;
import org.junit.jupiter.api.Test;

class MailboxTest {
    @Test
    void partsArePercentDecodedAndWhatIsLeftOutIsUsual() {
        assertEquals(
                new Mailbox(
                        "mail.example.org",
                        1993,
                        MailServer.Security.TLS,
                        new MailServer.Account("clew@example.org", "a:/+ @"),
                        "INBOX/Came back",
                        MailServer.PATIENCE),
                Mailbox.parse("imaps://clew%40example.org:a%3A%2F+%20%40@mail.example.org:1993/INBOX/Came%20back"));
        assertEquals(
                "imaps://clew@mail.example.org:993/INBOX",
                Mailbox.parse("imaps://clew:secret@mail.example.org").toString());
    }

    @Test
    void withoutTlsFromTheBeginningItMustBeginOnTheWayUnlessTheServerIsHere() {
        assertEquals(
                List.of(
                        MailServer.Security.STARTTLS,
                        MailServer.Security.STARTTLS,
                        MailServer.Security.NONE,
                        MailServer.Security.NONE,
                        MailServer.Security.NONE),
                List.of("mail.example.org", "127.example.org", "localhost:1143", "127.0.0.1", "[::1]").stream()
                        .map(host -> Mailbox.parse("imap://clew:secret@" + host + "/INBOX")
                                .security())
                        .toList());
    }

    @Test
    void whatIsNoMailboxIsRefusedWithoutItsPassword() {
        for (String wrong : List.of(
                "pop3://clew:secret@mail.example.org",
                "imaps://mail.example.org/INBOX",
                "imaps://clew@mail.example.org/INBOX",
                "imaps://:secret@mail.example.org/INBOX",
                "imaps://clew:secret@mail.example.org:0/INBOX",
                "imaps://clew:secret@mail.example.org:99999/INBOX",
                "imaps://clew:secret@mail.example.org/INBOX?tls=no",
                "imaps://clew:secret@mail.example.org/IN%0D%0ABOX",
                "imaps://clew:sec ret@mail.example.org/INBOX",
                "imaps:clew:secret")) {
            ClewException refused = assertThrows(ClewException.class, () -> Mailbox.parse(wrong), wrong);
            assertFalse(refused.getMessage().contains("secret"), refused.getMessage());
            assertFalse(String.valueOf(refused.getCause()).contains("secret"));
        }
    }
}
