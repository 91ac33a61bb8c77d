package dev.clew.ledger;

import dev.clew.model.ClewException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a backup whenever the latest is older than it should be. When is told by the files themselves, so that a restart
 * changes nothing. One thread of its own.
 */
public final class BackupSchedule implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BackupSchedule.class);
    /** A server that only just started has better things to do. */
    private static final Duration FIRST_LOOK = Duration.ofMinutes(30);

    private static final Duration LOOKS_EVERY = Duration.ofMinutes(10);
    private static final Duration LIMIT_STOP = Duration.ofSeconds(5);

    private final Backups backups;
    private final @Nullable Duration every;
    private final Clock clock;
    private final Outcomes outcomes;
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "clew-backup");
        thread.setDaemon(true);
        return thread;
    });

    /** Is told what came of it. */
    public interface Outcomes {
        /** One was made. */
        void made(Backups.Made made);

        /** One could not be made; it is tried again at the next look. */
        void failed(ClewException failure);
    }

    /** Not started yet. */
    public BackupSchedule(Backups backups, Clock clock, Outcomes outcomes) {
        this.backups = backups;
        this.every = backups.standing().every();
        this.clock = clock;
        this.outcomes = outcomes;
    }

    /** Looks for the first time half an hour from now, and every ten minutes then; never when backups are off. */
    public void start() {
        if (every == null) {
            return;
        }
        looking.execute(this::seeWhatIsThere);
        looking.scheduleWithFixedDelay(this::look, FIRST_LOOK.toSeconds(), LOOKS_EVERY.toSeconds(), TimeUnit.SECONDS);
    }

    private void seeWhatIsThere() {
        try {
            backups.list();
        } catch (ClewException failed) {
            LOG.warn("Cannot see which backups there are: {}", failed.getMessage());
        }
    }

    /** Makes one when it is time. */
    void look() {
        try {
            if (isTime(clock.instant())) {
                outcomes.made(backups.make());
            }
        } catch (ClewException failed) {
            LOG.error("The scheduled backup failed: {}", failed.getMessage());
            outcomes.failed(failed);
        } catch (RuntimeException unexpected) {
            // Thrown further it would end the schedule.
            LOG.error("The scheduled backup failed", unexpected);
        }
    }

    private boolean isTime(Instant now) {
        return backups.list().stream()
                .filter(Backups.Made::isWhole)
                .findFirst()
                .map(latest -> every != null && !latest.at().plus(every).isAfter(now))
                .orElse(every != null);
    }

    /** Ends; a backup under way is given a few seconds, and is not kept when it takes longer. */
    @Override
    public void close() {
        looking.shutdown();
        try {
            if (!looking.awaitTermination(LIMIT_STOP.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("A backup was still being written when the server stopped; it is not kept");
                looking.shutdownNow();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
