package dev.clew.mail;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Properties;

/**
 * A mailbox that is read over IMAP.
 *
 * @param host the name or address of its server
 * @param port its port
 * @param security how the way there is kept secret
 * @param account whose it is
 * @param folder which of the account's folders
 * @param patience how long to wait for each answer
 */
public record Mailbox(
        String host,
        int port,
        MailServer.Security security,
        MailServer.Account account,
        String folder,
        Duration patience) {
    private static final int PORT = 143;
    private static final int PORT_TLS = 993;
    private static final int LIMIT_PORT = 65_535;

    /**
     * Reads {@code imaps://user:password@host:port/folder}, or {@code imap://…}, which must come to be kept secret by STARTTLS
     * unless the server is this machine. Without a port it is the usual one, without a folder {@code INBOX}.
     *
     * @throws ClewException (invalid) saying what was expected, without the password
     */
    public static Mailbox parse(String url) {
        try {
            return of(new URI(url));
        } catch (URISyntaxException malformed) {
            throw refused();
        }
    }

    private static Mailbox of(URI uri) {
        boolean tls = "imaps".equals(uri.getScheme());
        String[] who = String.valueOf(uri.getRawUserInfo()).split(":", -1);
        int port = uri.getPort() < 0 ? (tls ? PORT_TLS : PORT) : uri.getPort();
        boolean isImap = tls || "imap".equals(uri.getScheme());
        if (!isImap || uri.getHost() == null || who.length != 2 || who[0].isEmpty() || port < 1 || port > LIMIT_PORT) {
            throw refused();
        }
        if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw refused();
        }
        String folder = decoded(uri.getRawPath().replaceFirst("^/", ""));
        return new Mailbox(
                uri.getHost(),
                port,
                security(tls, uri.getHost()),
                new MailServer.Account(decoded(who[0]), decoded(who[1])),
                folder.isEmpty() ? "INBOX" : folder,
                MailServer.PATIENCE);
    }

    private static MailServer.Security security(boolean tls, String host) {
        if (tls) {
            return MailServer.Security.TLS;
        }
        boolean here = host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
        return here ? MailServer.Security.NONE : MailServer.Security.STARTTLS;
    }

    private static String decoded(String part) {
        String text = URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw refused();
        }
        return text;
    }

    /** The value stays unsaid, because it may hold a password. */
    private static ClewException refused() {
        return new ClewException(
                ErrorCode.INVALID,
                "The address of a mailbox must be imaps://USER:PASSWORD@HOST:PORT/FOLDER, or imap://…, its parts"
                        + " percent-encoded.");
    }

    /** The same one with another patience. */
    public Mailbox withPatience(Duration other) {
        return new Mailbox(host, port, security, account, folder, other);
    }

    /** Which one it is, without the password. */
    public String place() {
        return (security == MailServer.Security.TLS ? "imaps://" : "imap://") + account.user() + "@" + host + ":" + port
                + "/" + folder;
    }

    @Override
    public String toString() {
        return place();
    }

    /** How to get there, over sockets that end. */
    Properties properties(BoundedSockets sockets) {
        Properties properties = new Properties();
        properties.setProperty("mail.imap.connectiontimeout", Long.toString(patience.toMillis()));
        properties.put("mail.imap.socketFactory", sockets);
        properties.setProperty("mail.imap.socketFactory.fallback", "false");
        properties.setProperty("mail.imap.ssl.enable", Boolean.toString(security == MailServer.Security.TLS));
        properties.setProperty("mail.imap.ssl.checkserveridentity", "true");
        properties.setProperty("mail.imap.starttls.enable", Boolean.toString(security == MailServer.Security.STARTTLS));
        properties.setProperty(
                "mail.imap.starttls.required", Boolean.toString(security == MailServer.Security.STARTTLS));
        // What is looked at stays unseen for whoever else reads this mailbox.
        properties.setProperty("mail.imap.peek", "true");
        properties.setProperty("mail.imap.fetchsize", "262144");
        return properties;
    }
}
