package dev.clew.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PushbackInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a mail server reports of a letter that it had taken (RFC 3464): which letter, and for whom it failed for good. Put off, or
 * delivered, is nothing of it. Anybody can write such a notice: it is believed by the name of the letter alone.
 *
 * @param messageId of the letter that it gives back; empty when it gives none back
 * @param failures for whom it failed for good; nobody when it is only put off
 */
record BounceNotice(String messageId, List<Failure> failures) {
    /** Most parts of a notice that are looked at, and most recipients of a letter. */
    static final int LIMIT_PARTS = 100;
    /** So many characters of an end of a line are put back by who reads headers. */
    private static final int ENDS_OF_LINE = 2;

    private static final Pattern FOR_GOOD = Pattern.compile("(5\\.\\d{1,3}\\.\\d{1,3})(?:[\\s(].*)?", Pattern.DOTALL);
    /** Its end matches everything: where it did not, every way to cut what stands before would be tried. */
    private static final Pattern MAIL_ADDRESS =
            Pattern.compile("(?:rfc822|utf-8)\\s*;\\s*<?([^\\s<>]+@[^\\s<>]+)>?.*", Pattern.DOTALL);

    BounceNotice {
        failures = List.copyOf(failures);
    }

    /**
     * For whom a letter failed for good.
     *
     * @param addresses to which it was sent, by one name or two
     * @param said why, in one line
     */
    record Failure(List<String> addresses, String said) {
        Failure {
            addresses = List.copyOf(addresses);
        }
    }

    /** Whether a message of this type is such a notice. */
    static boolean isOne(@Nullable String contentType) {
        try {
            ContentType type = new ContentType(Objects.requireNonNullElse(contentType, "text/plain"));
            return type.match("multipart/report")
                    && "delivery-status".equalsIgnoreCase(type.getParameter("report-type"));
        } catch (ParseException none) {
            return false;
        }
    }

    /**
     * Reads one.
     *
     * @throws MessagingException when it is none
     */
    static BounceNotice read(byte[] message) throws MessagingException, IOException {
        MimeMessage read = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(message));
        if (!isOne(read.getContentType()) || !(read.getContent() instanceof MimeMultipart parts)) {
            throw new MessagingException("it is no delivery status notice");
        }
        String messageId = "";
        List<Failure> failures = new ArrayList<>();
        for (int place = 0; place < Math.min(LIMIT_PARTS, parts.getCount()); place++) {
            BodyPart part = parts.getBodyPart(place);
            if (isOf(part, "message/delivery-status", "message/global-delivery-status")) {
                groups(part).stream().flatMap(BounceNotice::failure).forEach(failures::add);
            } else if (isOf(
                    part, "text/rfc822-headers", "message/rfc822", "message/global", "message/global-headers")) {
                messageId = field(headers(stream(part)), "Message-ID");
            }
        }
        return new BounceNotice(messageId, failures);
    }

    private static boolean isOf(BodyPart part, String... types) throws MessagingException {
        for (String type : types) {
            if (part.isMimeType(type)) {
                return true;
            }
        }
        return false;
    }

    /** The groups of fields of a status: the first is of the letter, each further one of a recipient. */
    private static List<InternetHeaders> groups(BodyPart status) throws MessagingException, IOException {
        PushbackInputStream in = stream(status);
        List<InternetHeaders> groups = new ArrayList<>();
        while (in.available() > 0 && groups.size() < LIMIT_PARTS) {
            groups.add(headers(in));
        }
        return groups;
    }

    private static PushbackInputStream stream(BodyPart part) throws MessagingException, IOException {
        return new PushbackInputStream(
                new ByteArrayInputStream(part.getInputStream().readAllBytes()), ENDS_OF_LINE);
    }

    private static InternetHeaders headers(PushbackInputStream in) throws MessagingException {
        return new InternetHeaders(in);
    }

    private static Stream<Failure> failure(InternetHeaders group) {
        Matcher status = FOR_GOOD.matcher(field(group, "Status"));
        if (!field(group, "Action").equalsIgnoreCase("failed") || !status.matches()) {
            return Stream.empty();
        }
        List<String> addresses = Stream.of("Original-Recipient", "Final-Recipient")
                .map(name -> MAIL_ADDRESS.matcher(field(group, name).toLowerCase(Locale.ROOT)))
                .filter(Matcher::matches)
                .map(address -> address.group(1))
                .toList();
        String why = field(group, "Diagnostic-Code");
        return Stream.of(new Failure(addresses, OneLine.of(status.group(1) + (why.isEmpty() ? "" : ", " + why))));
    }

    private static String field(InternetHeaders group, String name) {
        String value = group.getHeader(name, null);
        return value == null ? "" : MimeUtility.unfold(value).strip();
    }
}
