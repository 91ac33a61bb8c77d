package dev.clew.fault;

import dev.clew.brief.BriefedLibrary;
import dev.clew.brief.DailyRun;
import dev.clew.desk.Desk;
import dev.clew.mail.MailServer;
import dev.clew.mail.SmtpPost;
import dev.clew.store.Store;
import dev.clew.store.StoreSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * Makes and sends the briefs of a day in a process of its own, to be killed: {@code BriefSender DIRECTORY PORT}. The letters are
 * those of a server; each has a link and a name of its own, so that a brief that is made twice shows.
 */
final class BriefSender {
    /** An hour after the briefs of a day fall due, whatever the hour in which this is run. */
    static final Instant MORNING = Instant.parse("2026-01-02T08:00:00Z");

    private BriefSender() {}

    public static void main(String[] arguments) {
        Path data = Path.of(arguments[0]);
        MailServer server = new MailServer(
                "127.0.0.1", Integer.parseInt(arguments[1]), MailServer.Security.NONE, null, Duration.ofSeconds(10));
        Clock morning = Clock.fixed(MORNING, ZoneOffset.UTC);
        try (Store store = Store.open(StoreSettings.in(data));
                BriefedLibrary library = new BriefedLibrary(data, store, morning)) {
            library.awaitShown();
            Desk.Reading reading = Desk.on(store, morning).reading();
            new DailyRun(reading, library.letters(reading), new SmtpPost(server), morning).run(() -> false);
        }
    }
}
