package dev.clew.app;

import dev.clew.desk.Reader;
import dev.clew.mail.MailServer;
import dev.clew.mail.Mailbox;
import dev.clew.model.ClewException;
import dev.clew.model.Enumerations;
import dev.clew.model.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * What is set of mail.
 *
 * @param values all that is set
 */
record MailValues(Settings.Values values) {
    /** Where letters go and come back; null where none are sent. */
    @Nullable MailSettings mail() {
        Mailbox bounces = bounces();
        String host = values.text(Setting.SMTP_HOST).strip();
        if (host.equals(Setting.SMTP_HOST.defaultValue())) {
            if (bounces != null) {
                throw unreadable("off, or set smtp-host as well");
            }
            return null;
        }
        if (!host.matches("[A-Za-z0-9.:_\\[\\]-]{1,253}")) {
            throw values.refused(Setting.SMTP_HOST, "off, or the name or address of a mail server");
        }
        return new MailSettings(server(host), sender(Setting.MAIL_FROM), bounces);
    }

    private MailServer server(String host) {
        MailServer.Security security = Enumerations.find(MailServer.Security.class, values.text(Setting.SMTP_SECURITY))
                .orElseThrow(() -> values.refused(Setting.SMTP_SECURITY, "starttls, tls or none"));
        String user = values.text(Setting.SMTP_USER);
        MailServer.Account account =
                user.isEmpty() ? null : new MailServer.Account(user, values.text(Setting.SMTP_PASSWORD));
        int port = values.count(Setting.SMTP_PORT, 65_535);
        return new MailServer(host, port, security, account, MailServer.PATIENCE);
    }

    private String sender(Setting setting) {
        try {
            return Reader.address(values.text(setting));
        } catch (ClewException none) {
            throw values.refused(setting, "an e-mail address such as clew@example.org");
        }
    }

    private @Nullable Mailbox bounces() {
        String text = values.text(Setting.BOUNCES).strip();
        if (text.equals(Setting.BOUNCES.defaultValue())) {
            return null;
        }
        try {
            return Mailbox.parse(text);
        } catch (ClewException refused) {
            throw unreadable("off, or imaps://USER:PASSWORD@HOST:PORT/FOLDER with its parts percent-encoded");
        }
    }

    /** The value stays unsaid, because it may hold a password. */
    private ClewException unreadable(String expected) {
        return new ClewException(
                ErrorCode.BAD_REQUEST,
                "The setting bounces cannot be used as it is by " + values.where(Setting.BOUNCES) + ". Give " + expected
                        + ".");
    }
}
