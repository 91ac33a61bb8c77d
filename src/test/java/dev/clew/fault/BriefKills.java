package dev.clew.fault;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.clew.SmallWorld;
import dev.clew.brief.BriefedLibrary;
import dev.clew.desk.Desk;
import dev.clew.desk.Reader.Followed;
import dev.clew.desk.Reader.Weight;
import dev.clew.desk.Readers;
import dev.clew.store.Store;
import dev.clew.store.StoreSettings;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Kills the sending of a day's briefs at random moments. In the end every reader has one brief; where one came twice, both are
 * the same byte by byte, with one Message-ID, and there are no more of those than kills.
 */
public final class BriefKills {
    private static final int LOOK_MILLIS = 2;
    private static final int LIMIT_SECONDS = 300;
    private static final List<Followed> FOLLOWS = List.of(new Followed("sovereignty", Weight.PLAIN));

    private BriefKills() {}

    /** Sends to so many readers, killed so often. */
    public static Findings run(Path directory, long seed, int readers, int kills)
            throws IOException, InterruptedException, MessagingException {
        Findings findings = new Findings();
        Random random = new Random(seed);
        Path data = directory.resolve("briefs");
        addReaders(data, readers);
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        try {
            int most = Math.max(1, 2 * readers / (kills + 1));
            for (int kill = 0; kill < kills; kill++) {
                killed(data, mail, random.nextInt(most), findings);
            }
            Process last = sender(data, mail);
            findings.expect(last.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS), "the last run does not end");
            findings.expect(last.exitValue() == 0, "the last run failed");
            check(mail.getReceivedMessages(), readers, findings);
        } finally {
            mail.stop();
        }
        return findings;
    }

    private static void addReaders(Path data, int count) {
        Clock early = Clock.fixed(BriefSender.MORNING.minus(Duration.ofHours(1)), ZoneOffset.UTC);
        try (Store store = Store.open(StoreSettings.in(data));
                BriefedLibrary library = new BriefedLibrary(data, store, early)) {
            library.add(SmallWorld.all());
            for (int i = 0; i < count; i++) {
                // Far apart, since only so many may ask within an hour.
                Clock then = Clock.fixed(
                        BriefSender.MORNING.minus(
                                Duration.ofMinutes(10L * (count - i)).plusHours(2)),
                        ZoneOffset.UTC);
                Readers past = Desk.on(store, then).reading().readers();
                past.confirm(past.ask("reader" + i + "@example.org", FOLLOWS)
                        .orElseThrow()
                        .secret());
            }
        }
    }

    /** Lets a run send so many more, and kills it then; one that ends before is not counted as killed. */
    private static void killed(Path data, GreenMail mail, int more, Findings findings)
            throws IOException, InterruptedException {
        int before = received(mail);
        Process sender = sender(data, mail);
        boolean ended = false;
        while (!ended && received(mail) < before + more) {
            ended = sender.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        }
        sender.destroyForcibly().waitFor();
        findings.add("runs killed", ended ? 0 : 1);
    }

    private static int received(GreenMail mail) {
        return mail.getReceivedMessages().length;
    }

    private static Process sender(Path data, GreenMail mail) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BriefSender.class.getName(),
                        data.toString(),
                        Integer.toString(mail.getSmtp().getPort()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void check(MimeMessage[] messages, int readers, Findings findings)
            throws IOException, MessagingException {
        Map<String, Set<String>> different = new HashMap<>();
        for (MimeMessage each : messages) {
            String to = each.getRecipients(jakarta.mail.Message.RecipientType.TO)[0].toString();
            different.computeIfAbsent(to, any -> new HashSet<>()).add(asSent(each));
        }
        findings.add("readers", readers);
        findings.add("briefs sent twice, the same", messages.length - different.size());
        findings.expect(different.size() == readers, different.size() + " of " + readers + " readers have a brief");
        different.forEach((to, some) -> findings.expect(some.size() == 1, to + " has several briefs: " + some));
        findings.expect(
                messages.length - different.size() <= findings.figure("runs killed"),
                "more repeats than kills: " + messages.length + " messages");
    }

    /** Every header, the Message-ID among them, and every byte behind, without the two headers that the mail server puts before. */
    private static String asSent(MimeMessage message) throws IOException, MessagingException {
        List<String> headers =
                Collections.list(message.getNonMatchingHeaderLines(new String[] {"Received", "Return-Path"}));
        byte[] body = message.getRawInputStream().readAllBytes();
        return String.join("\n", headers) + "\n\n" + new String(body, StandardCharsets.ISO_8859_1);
    }
}
