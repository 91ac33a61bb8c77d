package dev.clew.app;

import dev.clew.brief.BriefText;
import dev.clew.brief.DailyRun;
import dev.clew.brief.ReaderBriefs;
import dev.clew.job.Job;
import dev.clew.job.Schedule;
import dev.clew.ledger.Ledger;
import dev.clew.ledger.StoredRecord;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What makes the briefs of readers and sends them, where the settings name a mail server. */
final class Briefs implements AutoCloseable {
    private static final Duration LOOKS = Duration.ofMinutes(1);

    private final ReaderBriefs briefs;
    private final @Nullable Confirmations confirmations;
    private final @Nullable DailyRun run;

    Briefs(Installation installation, Features features) {
        Ledger ledger = installation.ledger();
        BriefText text = new BriefText(name -> label(ledger, name), RelationCatalogue.load());
        this.briefs = ReaderRoutes.briefs(features, installation.desk().reading(), text);
        MailSettings mail = installation.settings().servers().mail();
        if (mail == null) {
            this.confirmations = null;
            this.run = null;
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
        this.run = new DailyRun(installation.desk().reading(), letters, post, clock);
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

    /** The job that makes and sends what is due; empty where no mail is sent. */
    Optional<Job> job() {
        return Optional.ofNullable(run)
                .map(daily -> new Job(
                        "briefs",
                        "Makes the briefs that are due and hands them to the mail server.",
                        Schedule.every(LOOKS).startingAfter(LOOKS),
                        stopping -> daily.run(stopping).toString()));
    }

    @Override
    public void close() {
        if (confirmations != null) {
            confirmations.close();
        }
    }
}
