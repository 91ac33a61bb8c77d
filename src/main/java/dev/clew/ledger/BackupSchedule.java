package dev.clew.ledger;

import dev.clew.model.ClewException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Makes a backup when the latest is older than it should be. When is told by the files themselves, so that neither a restart
 * nor a backup made by hand changes anything. Safe for any number of threads.
 */
public final class BackupSchedule {
    private final Backups backups;
    private final @Nullable Duration every;
    private final Clock clock;
    private final Outcomes outcomes;

    /** Is told what came of it. */
    public interface Outcomes {
        /** One was made. */
        void made(Backups.Made made);

        /** One could not be made; it is tried again at the next look. */
        void failed(ClewException failure);
    }

    /** Looks when it is asked to. */
    public BackupSchedule(Backups backups, Clock clock, Outcomes outcomes) {
        this.backups = backups;
        this.every = backups.standing().every();
        this.clock = clock;
        this.outcomes = outcomes;
    }

    /** Whether backups are made by themselves at all. */
    public boolean isOn() {
        return every != null;
    }

    /**
     * Makes one when it is time.
     *
     * @return what came of it, in words
     * @throws ClewException as {@link Backups#make}; it was told to the outcomes
     */
    public String look() {
        try {
            Instant now = clock.instant();
            if (!isTime(now)) {
                return "The latest is not old enough for another.";
            }
            Backups.Made made = backups.make();
            outcomes.made(made);
            return "Made " + made.name() + ".";
        } catch (ClewException failed) {
            outcomes.failed(failed);
            throw failed;
        }
    }

    private boolean isTime(Instant now) {
        return backups.list().stream()
                .filter(Backups.Made::isWhole)
                .findFirst()
                .map(latest -> every != null && !latest.at().plus(every).isAfter(now))
                .orElse(every != null);
    }
}
