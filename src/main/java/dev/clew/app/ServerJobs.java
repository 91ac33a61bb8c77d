package dev.clew.app;

import dev.clew.ingest.feed.Polling;
import dev.clew.job.Job;
import dev.clew.job.Schedule;
import dev.clew.ledger.BackupSchedule;
import dev.clew.ledger.Backups;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a server does again and again by itself. */
final class ServerJobs {
    /** A server that only just started has better things to do. */
    private static final Duration FIRST_BACKUP = Duration.ofMinutes(30);

    private static final Duration LOOKS_FOR_BACKUPS = Duration.ofMinutes(10);

    private static final Duration LOOKS_FOR_FEEDS = Duration.ofMinutes(1);

    private ServerJobs() {}

    /** All of them, as the settings say. */
    static List<Job> of(Installation installation, Backups backups, Polling polling) {
        List<Job> jobs = new ArrayList<>();
        jobs.add(new Job(
                "feeds",
                "Reads the podcast feeds that are due, and has the transcripts of new episodes scanned.",
                Schedule.every(LOOKS_FOR_FEEDS).startingAfter(LOOKS_FOR_FEEDS),
                stopping -> polling.pollDue() + " feeds read."));
        BackupSchedule schedule = new BackupSchedule(
                backups, Clock.systemUTC(), new NotedBackups(installation.desk().audit()));
        if (schedule.isOn()) {
            jobs.add(new Job(
                    "backups",
                    "Makes a backup of the library when the latest is older than the setting backup-hours says.",
                    Schedule.every(LOOKS_FOR_BACKUPS).startingAfter(FIRST_BACKUP),
                    stopping -> schedule.look()));
        }
        return jobs;
    }
}
