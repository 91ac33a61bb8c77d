package dev.clew.app;

import dev.clew.mail.MailServer;

/**
 * By which server letters go, and from whom.
 *
 * @param server takes the letters
 * @param from the address that they come from
 */
public record MailSettings(MailServer server, String from) {}
