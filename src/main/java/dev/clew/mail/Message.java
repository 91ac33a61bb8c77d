package dev.clew.mail;

import dev.clew.desk.Delivery.Letter;
import dev.clew.desk.Reader;
import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A message to one reader, in plain text and in HTML.
 *
 * @param from the address that sends
 * @param to the reader's address
 * @param subject one line
 * @param plain the text
 * @param html the same as HTML, without images
 * @param unsubscribe where one POST ends all of this, by RFC 8058; null where nothing was begun
 */
public record Message(
        String from,
        String to,
        String subject,
        String plain,
        String html,
        @Nullable URI unsubscribe) {
    /**
     * Checks what becomes a header.
     *
     * @throws ClewException (bad-request) when an address is none, or the subject has more than one line
     */
    public Message {
        from = Reader.address(from);
        to = Reader.address(to);
        if (subject.chars().anyMatch(Character::isISOControl)) {
            throw new ClewException(ErrorCode.BAD_REQUEST, "The subject of a message is one line.");
        }
    }

    /**
     * The message as it is kept and sent: ASCII, the same bytes each time.
     *
     * @param messageId such as {@code <7.2026-11-26@example.org>}
     * @param at its date
     */
    public Letter letter(String messageId, Instant at) {
        try {
            MimeMessage message = new Named(messageId);
            message.setFrom(new InternetAddress(from));
            message.setRecipient(jakarta.mail.Message.RecipientType.TO, new InternetAddress(to));
            message.setSubject(subject, "UTF-8");
            message.setSentDate(Date.from(at));
            if (unsubscribe != null) {
                message.setHeader("List-Unsubscribe", "<" + unsubscribe.toASCIIString() + ">");
                message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
            }
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setContent(new MimeMultipart("alternative", part(plain, "plain"), part(html, "html")));
            message.saveChanges();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            message.writeTo(bytes);
            return new Letter(messageId, bytes.toString(StandardCharsets.US_ASCII));
        } catch (MessagingException | IOException impossible) {
            throw new ClewException(ErrorCode.INTERNAL, "A message could not be written.", impossible);
        }
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, "UTF-8", subtype);
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }

    /** Keeps the name that it was given. */
    private static final class Named extends MimeMessage {
        private final String messageId;

        Named(String messageId) {
            super(Session.getInstance(new Properties()));
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }
}
