package dev.clew.mail;

import dev.clew.brief.DailyRun;
import dev.clew.brief.DailyRun.Outcome;
import dev.clew.desk.Delivery.Letter;
import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands messages to a mail server, one connection each; every wait has an end. Safe for any number of threads. */
public final class SmtpPost implements DailyRun.Post {
    private static final int REFUSED_FOR_GOOD = 500;

    private static final Logger LOG = LoggerFactory.getLogger(SmtpPost.class);

    private final MailServer server;
    private final Session session;

    /** By this server. */
    public SmtpPost(MailServer server) {
        this.server = server;
        this.session = Session.getInstance(server.properties());
    }

    @Override
    public Outcome send(String address, Letter letter) {
        try {
            Transport transport = session.getTransport("smtp");
            if (!connected(transport)) {
                return new Outcome(Outcome.Kind.UNREACHABLE, "no connection");
            }
            Outcome outcome = handOver(transport, address, letter);
            leave(transport);
            return outcome;
        } catch (MessagingException failed) {
            return new Outcome(Outcome.Kind.UNREACHABLE, OneLine.of(failed.getMessage()));
        }
    }

    /** What came of the letter is known by then, however the server takes its leave. */
    private static void leave(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException rude) {
            LOG.debug("The mail server hung up without a word: {}", rude.getMessage());
        }
    }

    private boolean connected(Transport transport) throws MessagingException {
        MailServer.Account account = server.account();
        if (account == null) {
            transport.connect();
        } else {
            transport.connect(account.user(), account.password());
        }
        return transport.isConnected();
    }

    /** What fails from here on is of this message or of this address. */
    private Outcome handOver(Transport transport, String address, Letter letter) {
        try {
            byte[] bytes = letter.content().getBytes(StandardCharsets.US_ASCII);
            MimeMessage message = new MimeMessage(session, new ByteArrayInputStream(bytes));
            transport.sendMessage(message, new Address[] {new InternetAddress(address, true)});
            return new Outcome(Outcome.Kind.TAKEN, "");
        } catch (MessagingException failed) {
            return new Outcome(kind(failed), OneLine.of(failed.getMessage()));
        }
    }

    private static Outcome.Kind kind(MessagingException failed) {
        for (Exception each = failed; each != null; each = next(each)) {
            if (each instanceof SMTPAddressFailedException of && of.getReturnCode() >= REFUSED_FOR_GOOD) {
                return Outcome.Kind.REFUSED;
            }
            if (each instanceof SocketTimeoutException) {
                return Outcome.Kind.HUNG;
            }
            if (each instanceof SMTPSenderFailedException || each instanceof AuthenticationFailedException) {
                return Outcome.Kind.UNREACHABLE;
            }
        }
        return Outcome.Kind.LATER;
    }

    private static @Nullable Exception next(Exception exception) {
        return exception instanceof MessagingException chained ? chained.getNextException() : null;
    }
}
