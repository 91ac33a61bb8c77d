package dev.clew.fault;

import dev.clew.brief.DailyRun;
import dev.clew.desk.Delivery.Made;
import dev.clew.desk.Desk;
import dev.clew.desk.Reader;
import dev.clew.mail.MailServer;
import dev.clew.mail.Message;
import dev.clew.mail.SmtpPost;
import dev.clew.store.Store;
import dev.clew.store.StoreSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Makes and sends the briefs of a day in a process of its own, to be killed: {@code BriefSender DIRECTORY PORT}. */
final class BriefSender {
    /** An hour after the briefs of a day fall due, whatever the hour in which this is run. */
    static final Instant MORNING = Instant.parse("2026-01-02T08:00:00Z");

    private BriefSender() {}

    public static void main(String[] arguments) {
        MailServer server = new MailServer(
                "127.0.0.1", Integer.parseInt(arguments[1]), MailServer.Security.NONE, null, Duration.ofSeconds(10));
        Clock morning = Clock.fixed(MORNING, ZoneOffset.UTC);
        try (Store store = Store.open(StoreSettings.in(Path.of(arguments[0])))) {
            Desk.Reading reading = Desk.on(store, morning).reading();
            new DailyRun(reading, (reader, day) -> made(reader, day, morning), new SmtpPost(server), morning)
                    .run(() -> false);
        }
    }

    /** Another letter each time that one is made, so that a brief that is made twice shows. */
    private static Made made(Reader reader, LocalDate day, Clock clock) {
        String unique = UUID.randomUUID().toString();
        Message message = new Message(
                "clew@example.org",
                Objects.requireNonNull(reader.address()),
                "For " + day,
                "Made as " + unique,
                "<p>Made as " + unique + "</p>",
                null);
        return new Made(message.letter("<" + unique + "@example.org>", clock.instant()), List.of("claim-" + day), 1);
    }
}
