package dev.clew.app;

import dev.clew.brief.BriefText;
import dev.clew.brief.DailyRun;
import dev.clew.brief.ReaderBriefs;
import dev.clew.desk.Desk;
import dev.clew.job.Job;
import dev.clew.job.Schedule;
import dev.clew.ledger.Ledger;
import dev.clew.ledger.StoredRecord;
import dev.clew.mail.BounceReading;
import dev.clew.mail.BriefLines;
import dev.clew.mail.Confirmations;
import dev.clew.mail.Letters;
import dev.clew.mail.SmtpPost;
import dev.clew.model.ClewRecord;
import dev.clew.model.RecordName;
import dev.clew.ontology.RelationCatalogue;
import dev.clew.web.api.Features;
import dev.clew.web.api.ReaderRoutes;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What makes the briefs of readers and sends them, where the settings name a mail server. */
final class Briefs implements AutoCloseable {
    private static final Duration LOOKS = Duration.ofMinutes(1);

    private static final Duration LOOKS_FOR_BOUNCES = Duration.ofMinutes(5);

    private final ReaderBriefs briefs;
    private final @Nullable Confirmations confirmations;
    private final List<Job> jobs;

    Briefs(Installation installation, Features features) {
        Ledger ledger = installation.ledger();
        BriefText text = new BriefText(name -> label(ledger, name), RelationCatalogue.load());
        this.briefs = ReaderRoutes.briefs(features, installation.desk().reading(), text);
        MailSettings mail = installation.settings().servers().mail();
        if (mail == null) {
            this.confirmations = null;
            this.jobs = List.of();
            return;
        }
        Clock clock = Clock.systemUTC();
        SmtpPost post = new SmtpPost(mail.server());
        Letters letters = new Letters(
                new Letters.Sender(mail.from(), installation.settings().base()),
                briefs,
                new BriefLines(
                        text,
                        name -> record(ledger, name),
                        installation.settings().base()),
                installation.desk().reading().readers(),
                clock);
        this.confirmations = new Confirmations(letters, post);
        this.jobs = jobs(new DailyRun(installation.desk().reading(), letters, post, clock), mail, installation.desk());
    }

    private static Optional<ClewRecord> record(Ledger ledger, RecordName name) {
        return ledger.read(name).flatMap(StoredRecord::record);
    }

    private static String label(Ledger ledger, RecordName name) {
        return record(ledger, name).map(ClewRecord::headline).orElse(name.id());
    }

    /** What the routes of readers are made over. */
    ReaderRoutes.Needs needs() {
        return new ReaderRoutes.Needs(briefs, confirmations == null ? null : confirmations::send);
    }

    private static List<Job> jobs(DailyRun daily, MailSettings mail, Desk desk) {
        List<Job> jobs = new ArrayList<>();
        jobs.add(new Job(
                "briefs",
                "Makes the briefs that are due and hands them to the mail server.",
                Schedule.every(LOOKS).startingAfter(LOOKS),
                stopping -> daily.run(stopping).toString()));
        if (mail.bounces() != null) {
            BounceReading reading =
                    new BounceReading(mail.bounces(), desk.reading().bounces(), BounceReading.Limits.DEFAULT);
            jobs.add(new Job(
                    "bounces",
                    "Reads in the mailbox of the setting bounces which letters came back for good.",
                    Schedule.every(LOOKS_FOR_BOUNCES).startingAfter(LOOKS),
                    reading::read));
        }
        return List.copyOf(jobs);
    }

    /** What makes and sends what is due, and reads what came back; nothing where no mail is sent. */
    List<Job> jobs() {
        return jobs;
    }

    @Override
    public void close() {
        if (confirmations != null) {
            confirmations.close();
        }
    }
}
