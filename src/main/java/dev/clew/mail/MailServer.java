package dev.clew.mail;

import java.time.Duration;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A mail server, and how to talk to it.
 *
 * @param host its name or address
 * @param port its port
 * @param security how the way there is kept secret
 * @param account who signs in; null where nobody does
 * @param patience how long to wait for each answer
 */
public record MailServer(
        String host, int port, Security security, @Nullable Account account, Duration patience) {
    /** How long an answer is waited for unless said otherwise. */
    public static final Duration PATIENCE = Duration.ofSeconds(20);

    /** How the way there is kept secret. */
    public enum Security {
        /** Not at all; for a server on the same machine. */
        NONE,
        /** From the first word that matters on; refused where the server cannot. */
        STARTTLS,
        /** From the beginning. */
        TLS
    }

    /**
     * Who signs in.
     *
     * @param user the name
     * @param password of that user
     */
    public record Account(String user, String password) {
        @Override
        public String toString() {
            return "Account[" + user + "]";
        }
    }

    Properties properties() {
        Properties properties = new Properties();
        String millis = Long.toString(patience.toMillis());
        properties.setProperty("mail.smtp.host", host);
        properties.setProperty("mail.smtp.port", Integer.toString(port));
        properties.setProperty("mail.smtp.connectiontimeout", millis);
        properties.setProperty("mail.smtp.timeout", millis);
        properties.setProperty("mail.smtp.writetimeout", millis);
        // What came of a letter is known before the farewell, and a server that hangs would be waited for twice.
        properties.setProperty("mail.smtp.quitwait", "false");
        properties.setProperty("mail.smtp.auth", Boolean.toString(account != null));
        properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(security == Security.TLS));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(security == Security.STARTTLS));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(security == Security.STARTTLS));
        return properties;
    }
}
