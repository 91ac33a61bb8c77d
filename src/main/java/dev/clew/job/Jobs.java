package dev.clew.job;

import dev.clew.job.JobRun.Outcome;
import dev.clew.job.JobState.Activity;
import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All that the server does again and again: one thread looks every second at what is due, a few others do it. How jobs
 * stand is kept in the database, so that a pause and the last run outlive a restart and only one of several servers on a
 * shared database runs a job at a time. Safe for any number of threads.
 */
public final class Jobs implements AutoCloseable {
    /** How many jobs run at a time, one that hangs among them; others that are due wait, which shows as lag. */
    public static final int LIMIT_RUNNING = 4;
    /** Most jobs there can be. */
    public static final int LIMIT_JOBS = 100;

    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
    private static final Duration LOOKS_EVERY = Duration.ofSeconds(1);
    private static final Duration RENEWS_AFTER = Duration.ofSeconds(10);
    private static final Duration STOP = Duration.ofSeconds(5);

    private final JobRows rows;
    private final Clock clock;
    private final Instant serverStart;
    private final Map<String, Job> jobs = new LinkedHashMap<>();
    /** Jobs that this server runs or that wait for a free worker. */
    private final Set<String> taken = ConcurrentHashMap.newKeySet();
    /** Of those, the ones that run. */
    private final Set<String> running = ConcurrentHashMap.newKeySet();

    private final ExecutorService workers = Executors.newFixedThreadPool(LIMIT_RUNNING, threads("clew-job-"));
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(threads("clew-jobs-"));
    private volatile Map<String, JobRow> known = Map.of();
    private volatile boolean stopping;
    private volatile Instant renewed;

    private Jobs(Store store, Clock clock) {
        this.clock = clock;
        this.serverStart = clock.instant();
        this.renewed = serverStart;
        this.rows = new JobRows(store, clock, UUID.randomUUID().toString());
    }

    /** None yet; the store is closed by its owner, after this. */
    public static Jobs on(Store store, Clock clock) {
        return new Jobs(store, clock);
    }

    private static ThreadFactory threads(String prefix) {
        AtomicInteger count = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, prefix + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /**
     * Takes one up, with the pause and the last run that the database knows of one with its name.
     *
     * @throws ClewException (conflict) when there is one with its name already, or {@value #LIMIT_JOBS} others
     */
    public void add(Job job) {
        synchronized (jobs) {
            if (jobs.containsKey(job.name()) || jobs.size() >= LIMIT_JOBS) {
                throw new ClewException(
                        ErrorCode.CONFLICT,
                        "The job '" + job.name() + "' is there already, or there are " + LIMIT_JOBS + " others.");
            }
            rows.add(job.name());
            jobs.put(job.name(), job);
        }
        known = rows.all();
    }

    /** Begins to run what is due; to be called once. */
    public void start() {
        looking.scheduleWithFixedDelay(this::look, 0, LOOKS_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** How all of them stand, as the last look found it, in the order in which they were added. Costs no query. */
    public List<JobState> list() {
        Instant now = clock.instant();
        return all().stream().map(job -> state(job, now)).toList();
    }

    /**
     * How one stands.
     *
     * @throws ClewException (not-found) when there is none of this name
     */
    public JobState require(String name) {
        return state(job(name), clock.instant());
    }

    private List<Job> all() {
        synchronized (jobs) {
            return List.copyOf(jobs.values());
        }
    }

    private Job job(String name) {
        return all().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ClewException(ErrorCode.NOT_FOUND, "There is no job '" + name + "'."));
    }

    private JobRow row(Job job) {
        JobRow row = known.get(job.name());
        return row == null ? new JobRow(job.name(), false, "", Instant.EPOCH, null, 0) : row;
    }

    private JobState state(Job job, Instant now) {
        JobRow row = row(job);
        @Nullable Instant next = row.paused() ? null : due(job, row);
        boolean overdue = next != null && !row.isHeld(now) && next.isBefore(now);
        Duration lag = overdue ? Duration.between(next, now) : Duration.ZERO;
        return new JobState(job, activity(job, row, now), row.paused(), row.lastAt(now), next, lag, row.failures());
    }

    private Activity activity(Job job, JobRow row, Instant now) {
        if (row.isHeld(now)) {
            return Activity.RUNNING;
        }
        if (taken.contains(job.name())) {
            return Activity.STARTING;
        }
        return row.paused() ? Activity.PAUSED : Activity.WAITING;
    }

    private Instant due(Job job, JobRow row) {
        JobRun last = row.last();
        return last == null
                ? job.schedule().earliest(serverStart)
                : job.schedule().after(serverStart, last.started());
    }

    /**
     * Runs one now, or as soon as a worker is free, whether it is paused or not.
     *
     * @throws ClewException (not-found) when there is none of this name; (conflict) when it runs already
     */
    public JobState run(String name) {
        Job job = job(name);
        if (submit(job, null, (row, now) -> true).isEmpty()) {
            throw running(name);
        }
        return require(name);
    }

    private static ClewException running(String name) {
        return new ClewException(ErrorCode.CONFLICT, "The job '" + name + "' runs already: wait until it has ended.");
    }

    /** Holds one, on every server, until it is resumed; a run under way goes on to its end. */
    public JobState pause(String name) {
        return hold(name, true);
    }

    /** Lets one run again; when it was due meanwhile it runs at once. */
    public JobState resume(String name) {
        return hold(name, false);
    }

    private JobState hold(String name, boolean paused) {
        rows.pause(job(name).name(), paused);
        known = rows.all();
        return require(name);
    }

    private void look() {
        try {
            tick();
        } catch (ClewException refused) {
            LOG.warn("Cannot see which jobs are due: {}", refused.getMessage());
        } catch (RuntimeException unexpected) {
            // Thrown further it would end the schedule.
            LOG.error("Cannot see which jobs are due", unexpected);
        }
    }

    /** Looks once: hands what is due to the workers, and says which jobs this server still has. */
    List<Future<?>> tick() {
        Instant now = clock.instant();
        renew(now);
        known = rows.all();
        List<Future<?>> begun = new ArrayList<>();
        for (Job job : all()) {
            JobRow row = row(job);
            Instant due = due(job, row);
            if (!row.paused() && !row.isHeld(now) && !due.isAfter(now)) {
                submit(job, due, (seen, then) -> isDue(job, seen, then)).ifPresent(begun::add);
            }
        }
        return begun;
    }

    private boolean isDue(Job job, JobRow row, Instant now) {
        return !row.paused() && !due(job, row).isAfter(now);
    }

    private void renew(Instant now) {
        if (now.isBefore(renewed.plus(RENEWS_AFTER))) {
            return;
        }
        renewed = now;
        running.forEach(rows::renew);
    }

    private Optional<Future<?>> submit(Job job, @Nullable Instant due, JobRows.Condition condition) {
        if (stopping || row(job).isHeld(clock.instant()) || !taken.add(job.name())) {
            return Optional.empty();
        }
        return Optional.of(workers.submit(() -> {
            try {
                runOnce(job, due, condition);
            } catch (ClewException unkept) {
                LOG.warn("Cannot note how the job '{}' stands: {}", job.name(), unkept.getMessage());
            } finally {
                taken.remove(job.name());
            }
        }));
    }

    private void runOnce(Job job, @Nullable Instant due, JobRows.Condition condition) {
        if (stopping || !rows.begin(job.name(), due, condition)) {
            return;
        }
        running.add(job.name());
        try {
            known = rows.all();
            work(job);
        } finally {
            running.remove(job.name());
            known = rows.all();
        }
    }

    private void work(Job job) {
        Outcome outcome = Outcome.INTERRUPTED;
        String message = "The server ended meanwhile.";
        try {
            message = job.work().run(() -> stopping);
            outcome = Outcome.DONE;
        } catch (ClewException refused) {
            LOG.error("The job '{}' failed: {}", job.name(), refused.getMessage());
            outcome = Outcome.FAILED;
            message = String.valueOf(refused.getMessage());
        } catch (RuntimeException unexpected) {
            LOG.error("The job '{}' failed", job.name(), unexpected);
            outcome = stopping ? Outcome.INTERRUPTED : Outcome.FAILED;
            message = "An unexpected failure, told in the log: "
                    + unexpected.getClass().getSimpleName();
        } finally {
            rows.end(job.name(), outcome, message);
        }
    }

    /** Ends: nothing begins any more, what runs is given five seconds and then interrupted. */
    @Override
    public void close() {
        stopping = true;
        looking.shutdown();
        workers.shutdown();
        try {
            looking.awaitTermination(STOP.toSeconds(), TimeUnit.SECONDS);
            if (!workers.awaitTermination(STOP.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("Jobs that still ran when the server stopped are interrupted: {}", running);
                workers.shutdownNow();
                workers.awaitTermination(STOP.toSeconds(), TimeUnit.SECONDS);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
