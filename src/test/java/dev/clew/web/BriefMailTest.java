package dev.clew.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.clew.SmallWorld;
import dev.clew.brief.BriefText;
import dev.clew.brief.DailyRun;
import dev.clew.desk.MovableClock;
import dev.clew.desk.Reader;
import dev.clew.ledger.StoredRecord;
import dev.clew.mail.BriefLines;
import dev.clew.mail.Confirmations;
import dev.clew.mail.Letters;
import dev.clew.mail.MailServer;
import dev.clew.mail.SmtpPost;
import dev.clew.ontology.RelationCatalogue;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A brief from the library to the mailbox, over a real mail server. */
class BriefMailTest {
    private static final URI BASE = URI.create("http://clew.example/");

    @TempDir
    Path directory;

    private LibraryServer library;
    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    /** The claims are new to the day after; an hour after its briefs fall due, whatever the hour in which this is run. */
    private final MovableClock clock = new MovableClock(
            LocalDate.now(ZoneOffset.UTC).plusDays(1).atTime(8, 0).toInstant(ZoneOffset.UTC));

    @BeforeEach
    void start() {
        library = new LibraryServer(directory, SmallWorld.all());
        mail.start();
    }

    @AfterEach
    void stop() {
        mail.stop();
        library.close();
    }

    private SmtpPost post() {
        return new SmtpPost(new MailServer(
                "127.0.0.1", mail.getSmtp().getPort(), MailServer.Security.NONE, null, Duration.ofSeconds(5)));
    }

    private Letters letters() {
        BriefText text = new BriefText(name -> name.id(), RelationCatalogue.load());
        return new Letters(
                new Letters.Sender("clew@example.org", BASE),
                library.briefs,
                new BriefLines(text, name -> library.ledger.read(name).flatMap(StoredRecord::record), BASE),
                library.desk.reading().readers(),
                clock);
    }

    private static String part(MimeMessage message, int index) throws Exception {
        return ((MimeMultipart) message.getContent())
                .getBodyPart(index)
                .getContent()
                .toString()
                .replace("\r\n", "\n");
    }

    private MimeMessage received() {
        assertTrue(mail.waitForIncomingEmail(5_000, 1));
        return mail.getReceivedMessages()[0];
    }

    @Test
    void theLinkThatConfirmsAnAddressComesToIt() throws Exception {
        try (Confirmations confirmations = new Confirmations(letters(), post())) {
            library.calls.sendAs(
                    library.token("rhea", dev.clew.model.Role.READER),
                    "POST",
                    "/api/reader/address",
                    "{\"address\":\"rhea@example.org\"}");
            confirmations.send(library.asked.getFirst());
            MimeMessage letter = received();
            Matcher link = Pattern.compile("http://clew.example/reading#confirm=(clewr_\\S+)")
                    .matcher(part(letter, 0));
            assertTrue(link.find(), part(letter, 0));
            assertEquals(library.asked.getFirst().secret(), link.group(1));
            assertTrue(part(letter, 1).contains("href=\"" + link.group() + "\""));
        }
    }

    @Test
    void aBriefSaysWhatWasSaidByWhomAndWhyItCameAndEndsWithOneClick() throws Exception {
        var readers = library.desk.reading().readers();
        Reader reader = readers.confirm(
                        readers.ask("ada@example.org", List.of(new Reader.Followed("compute", Reader.Weight.PLAIN)))
                                .orElseThrow()
                                .secret())
                .reader();
        DailyRun run = new DailyRun(library.desk.reading(), letters(), post(), clock);
        assertEquals(
                "1 made, 1 sent, 0 put off or given up.", run.run(() -> false).toString());
        MimeMessage letter = received();
        String plain = part(letter, 0);
        assertTrue(letter.getSubject().endsWith(" for you – " + day()), letter::toString);
        assertTrue(plain.contains("http://clew.example/insight/" + SmallWorld.ENABLES.id()), plain);
        assertTrue(plain.contains("40 – You follow compute"), plain);
        assertTrue(plain.contains("http://clew.example/api/insights/" + SmallWorld.ENABLES.id()), plain);
        assertFalse(part(letter, 1).contains("<img"));
        String leave = letter.getHeader("List-Unsubscribe", null).replaceAll("[<>]", "");
        assertEquals(
                204,
                library.calls
                        .send(
                                "POST",
                                URI.create(leave).getRawPath() + "?"
                                        + URI.create(leave).getRawQuery(),
                                java.net.http.HttpRequest.BodyPublishers.ofString("List-Unsubscribe=One-Click"),
                                "Content-Type",
                                "application/x-www-form-urlencoded")
                        .status());
        clock.move(Duration.ofDays(1));
        assertEquals(
                "0 made, 0 sent, 0 put off or given up.", run.run(() -> false).toString());
        assertEquals(
                List.of(SmallWorld.ENABLES.id()),
                library.desk.reading().deliveries().had(reader).stream()
                        .filter(SmallWorld.ENABLES.id()::equals)
                        .toList());
    }

    @Test
    void aReaderWhoseFollowsCannotBeReadHoldsUpNobodyElsesBrief() {
        var readers = library.desk.reading().readers();
        for (String follow : List.of("compute", "no slug at all", "sovereignty")) {
            String address = follow.replace(' ', '.') + "@example.org";
            readers.confirm(readers.ask(address, List.of(new Reader.Followed(follow, Reader.Weight.PLAIN)))
                    .orElseThrow()
                    .secret());
        }
        String told = new DailyRun(library.desk.reading(), letters(), post(), clock)
                .run(() -> false)
                .toString();
        assertTrue(told.startsWith("2 made, 2 sent, 0 put off or given up. 1 could not be made"), told);
        assertTrue(mail.waitForIncomingEmail(5_000, 2));
    }

    private String day() {
        return java.time.format.DateTimeFormatter.ofPattern("d MMMM uuuu", java.util.Locale.ENGLISH)
                .format(clock.instant().atZone(java.time.ZoneOffset.UTC));
    }
}
