package dev.clew.job;

import dev.clew.job.JobRun.Outcome;
import dev.clew.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What the database knows of jobs, so that it outlives a restart and several servers share it. A server has a job by a
 * lease that it renews while it runs it. Safe for any number of threads, and for several processes.
 */
final class JobRows {
    /** For so long a job is held by a server that says nothing more. */
    static final Duration LEASE = Duration.ofSeconds(60);

    private static final int LIMIT_MESSAGE = 500;

    private final Store store;
    private final Clock clock;
    private final String owner;

    JobRows(Store store, Clock clock, String owner) {
        this.store = store;
        this.clock = clock;
        this.owner = owner;
    }

    /** Makes the row of a job when there is none. */
    void add(String name) {
        store.prepare(handle -> handle.execute(
                "INSERT INTO job (name, paused, owner, lease_millis, outcome, message, late_millis, failures)"
                        + " VALUES (?, 0, '', 0, '', '', 0, 0) ON CONFLICT (name) DO NOTHING",
                name));
    }

    /** All of them, by name. */
    Map<String, JobRow> all() {
        return store
                .read(handle -> handle.createQuery("SELECT * FROM job")
                        .map((row, context) -> JobRow.read(row))
                        .list())
                .stream()
                .collect(Collectors.toMap(JobRow::name, row -> row));
    }

    void pause(String name, boolean paused) {
        store.write(handle -> handle.execute("UPDATE job SET paused = ? WHERE name = ?", paused ? 1 : 0, name));
    }

    /** Whether a run may begin, seen within the transaction that begins it. */
    interface Condition {
        boolean allows(JobRow row, Instant now);
    }

    /**
     * Begins a run for this server unless another has the job or the condition does not hold any more.
     *
     * @param due when it should have begun; null when somebody asks for it
     */
    boolean begin(String name, @Nullable Instant due, Condition condition) {
        return store.write(handle -> {
            Instant now = clock.instant();
            JobRow row = require(handle, name);
            if (row.isHeld(now) || !condition.allows(row, now)) {
                return false;
            }
            handle.execute(
                    "UPDATE job SET owner = ?, lease_millis = ?, started_millis = ?, ended_millis = NULL,"
                            + " outcome = ?, message = '', late_millis = ? WHERE name = ?",
                    owner,
                    now.plus(LEASE).toEpochMilli(),
                    now.toEpochMilli(),
                    Outcome.RUNNING.code(),
                    due == null ? 0 : Duration.between(due, now).toMillis(),
                    name);
            return true;
        });
    }

    private static JobRow require(Handle handle, String name) {
        return handle.createQuery("SELECT * FROM job WHERE name = :name")
                .bind("name", name)
                .map((row, context) -> JobRow.read(row))
                .one();
    }

    /** Says that this server still has what it runs. */
    void renew(String name) {
        store.write(handle -> handle.execute(
                "UPDATE job SET lease_millis = ? WHERE name = ? AND owner = ?",
                clock.instant().plus(LEASE).toEpochMilli(),
                name,
                owner));
    }

    /** Notes how a run of this server ended, unless another has taken the job meanwhile. */
    void end(String name, Outcome outcome, String message) {
        String kept = message.length() <= LIMIT_MESSAGE ? message : message.substring(0, LIMIT_MESSAGE - 1) + "…";
        store.write(handle -> handle.execute(
                "UPDATE job SET owner = '', lease_millis = 0, ended_millis = ?, outcome = ?, message = ?,"
                        + " failures = CASE WHEN CAST(? AS TEXT) = 'failed' THEN failures + 1"
                        + " WHEN CAST(? AS TEXT) = 'done' THEN 0 ELSE failures END"
                        + " WHERE name = ? AND owner = ?",
                clock.millis(),
                outcome.code(),
                kept,
                outcome.code(),
                outcome.code(),
                name,
                owner));
    }
}
