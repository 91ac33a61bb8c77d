package dev.clew.app;

import dev.clew.mail.MailServer;
import dev.clew.mail.Mailbox;
import org.jspecify.annotations.Nullable;

/**
 * By which server letters go, and from whom.
 *
 * @param server takes the letters
 * @param from the address that they come from
 * @param bounces the mailbox in which it is told which of them came back; null where none is read
 */
public record MailSettings(
        MailServer server, String from, @Nullable Mailbox bounces) {}
