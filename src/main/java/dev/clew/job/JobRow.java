package dev.clew.job;

import dev.clew.job.JobRun.Outcome;
import dev.clew.model.Enumerations;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the database knows of a job.
 *
 * @param name of the job
 * @param paused whether somebody holds it
 * @param owner the server that runs it; empty when none does
 * @param lease until when that server has it, unless it says so again
 * @param last its last run; null when it never ran
 * @param failures how many runs failed since one went well
 */
record JobRow(
        String name,
        boolean paused,
        String owner,
        Instant lease,
        @Nullable JobRun last,
        long failures) {
    static JobRow read(ResultSet row) throws SQLException {
        return new JobRow(
                row.getString("name"),
                row.getInt("paused") == 1,
                row.getString("owner"),
                Instant.ofEpochMilli(row.getLong("lease_millis")),
                run(row),
                row.getLong("failures"));
    }

    private static @Nullable JobRun run(ResultSet row) throws SQLException {
        @Nullable Instant started = instant(row, "started_millis");
        return started == null
                ? null
                : new JobRun(
                        started,
                        instant(row, "ended_millis"),
                        Enumerations.find(Outcome.class, row.getString("outcome"))
                                .orElseThrow(),
                        row.getString("message"),
                        Duration.ofMillis(row.getLong("late_millis")));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }

    /** Whether some server runs it at that moment, as far as it has said so. */
    boolean isHeld(Instant now) {
        return !owner.isEmpty() && lease.isAfter(now);
    }

    /** Its last run; one whose server no longer says that it is there was interrupted. */
    @Nullable JobRun lastAt(Instant now) {
        return last == null || last.outcome() != Outcome.RUNNING || isHeld(now)
                ? last
                : new JobRun(last.started(), null, Outcome.INTERRUPTED, "The server ended meanwhile.", last.late());
    }
}
