package dev.clew.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.desk.MovableClock;
import dev.clew.job.JobRun.Outcome;
import dev.clew.job.JobState.Activity;
import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.store.Store;
import dev.clew.store.TestDatabases;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the server does again and again, on a clock that the test moves. */
class JobsTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @TempDir
    Path directory;

    private final MovableClock clock = new MovableClock();
    private final AtomicInteger runs = new AtomicInteger();
    private Store store;
    private Jobs jobs;

    @BeforeEach
    void open() {
        store = Store.open(TestDatabases.in(directory));
        jobs = server();
    }

    @AfterEach
    void close() {
        jobs.close();
        store.close();
    }

    private Jobs server() {
        return Jobs.on(store, clock);
    }

    private static Job hourly(String name, Job.Work work) {
        return new Job(name, "Counts.", Schedule.every(HOUR).startingAfter(Duration.ofMinutes(5)), work);
    }

    private Job counting() {
        return hourly("count", stopping -> "Run " + runs.incrementAndGet() + ".");
    }

    /** Looks once and waits for what it began; gives how many runs there were so far. */
    private int look(Jobs server) throws Exception {
        for (Future<?> each : server.tick()) {
            each.get(30, TimeUnit.SECONDS);
        }
        return runs.get();
    }

    private int lookAfter(Duration time) throws Exception {
        clock.move(time);
        return look(jobs);
    }

    private JobRun last(String name) {
        JobRun last = jobs.require(name).last();
        assertNotNull(last);
        return last;
    }

    @Test
    void aJobRunsAfterTheServersFirstMinutesAndThenOnceInEverySoLong() throws Exception {
        jobs.add(counting());
        assertEquals(0, lookAfter(Duration.ofMinutes(4)));
        assertNull(jobs.require("count").last());
        assertEquals(1, lookAfter(Duration.ofMinutes(1)));
        assertEquals(1, lookAfter(Duration.ofMinutes(59)));
        assertEquals(2, lookAfter(Duration.ofMinutes(1)));
        assertEquals(Outcome.DONE, last("count").outcome());
        assertEquals("Run 2.", last("count").message());
        assertEquals(clock.instant().plus(HOUR), jobs.require("count").next());
    }

    @Test
    void whatWasMissedIsDoneOnceAndTheLatenessIsTold() throws Exception {
        jobs.add(counting());
        assertEquals(1, lookAfter(Duration.ofMinutes(5)));
        clock.move(Duration.ofHours(10));
        assertEquals(Duration.ofHours(9), jobs.require("count").lag());
        assertEquals(2, look(jobs));
        assertEquals(2, look(jobs));
        assertEquals(Duration.ofHours(9), last("count").late());
        assertEquals(Duration.ZERO, jobs.require("count").lag());
    }

    @Test
    void aPauseOutlivesARestartAndRunningByHandGoesBesideIt() throws Exception {
        jobs.add(counting());
        jobs.pause("count");
        assertEquals(0, lookAfter(Duration.ofHours(5)));
        jobs.close();
        jobs = server();
        jobs.add(counting());
        assertEquals(0, lookAfter(HOUR));
        JobState held = jobs.require("count");
        assertEquals(Activity.PAUSED, held.activity());
        assertNull(held.next());
        CountDownLatch begun = new CountDownLatch(1);
        jobs.add(hourly("other", stopping -> {
            begun.countDown();
            return "";
        }));
        jobs.run("other");
        assertTrue(begun.await(30, TimeUnit.SECONDS));
        assertEquals(Activity.WAITING, jobs.resume("count").activity());
        assertEquals(1, look(jobs));
    }

    @Test
    void theLastRunOutlivesARestart() throws Exception {
        jobs.add(counting());
        lookAfter(Duration.ofMinutes(5));
        jobs.close();
        clock.move(Duration.ofMinutes(30));
        jobs = server();
        jobs.add(counting());
        assertEquals("Run 1.", last("count").message());
        assertEquals(1, lookAfter(Duration.ofMinutes(29)));
        assertEquals(2, lookAfter(Duration.ofMinutes(1)));
    }

    @Test
    void aFailureIsToldCountedAndTriedAgainWhenDue() throws Exception {
        jobs.add(hourly("break", stopping -> {
            if (runs.incrementAndGet() == 2) {
                throw new IllegalStateException("secret detail");
            }
            if (runs.get() == 1) {
                throw new ClewException(ErrorCode.NO_SPACE, "The disk is full: free some space.");
            }
            return "Went well.";
        }));
        lookAfter(Duration.ofMinutes(5));
        assertEquals("The disk is full: free some space.", last("break").message());
        assertEquals(1, jobs.require("break").failures());
        lookAfter(HOUR);
        assertEquals(Outcome.FAILED, last("break").outcome());
        assertFalse(last("break").message().contains("secret"), last("break").message());
        assertEquals(2, jobs.require("break").failures());
        lookAfter(HOUR);
        assertEquals(0, jobs.require("break").failures());
        assertEquals(Outcome.DONE, last("break").outcome());
    }

    /** A job that runs until it is let go. */
    private static final class Held implements Job.Work {
        final CountDownLatch begun = new CountDownLatch(1);
        final CountDownLatch go = new CountDownLatch(1);

        @Override
        public String run(BooleanSupplier stopping) {
            begun.countDown();
            try {
                assertTrue(go.await(30, TimeUnit.SECONDS));
                return "Let go.";
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        }
    }

    @Test
    void aJobNeverRunsTwiceAtATimeNorOnTwoServers() throws Exception {
        Held held = new Held();
        jobs.add(hourly("held", held));
        clock.move(Duration.ofMinutes(5));
        Future<?> run = jobs.tick().getFirst();
        assertTrue(held.begun.await(30, TimeUnit.SECONDS));
        assertEquals(Activity.RUNNING, jobs.require("held").activity());
        ClewException refused = assertThrows(ClewException.class, () -> jobs.run("held"));
        assertEquals(ErrorCode.CONFLICT, refused.code());
        try (Jobs other = server()) {
            other.add(hourly("held", stopping -> "Never."));
            assertEquals(0, other.tick().size());
            assertEquals(Activity.RUNNING, other.require("held").activity());
            assertThrows(ClewException.class, () -> other.run("held"));
            clock.move(JobRows.LEASE.dividedBy(2));
            jobs.tick();
            clock.move(JobRows.LEASE.dividedBy(2));
            assertEquals(0, other.tick().size(), "the lease was renewed");
        }
        held.go.countDown();
        run.get(30, TimeUnit.SECONDS);
        assertEquals("Let go.", last("held").message());
    }

    @Test
    void whatAServerThatDiedLeftIsToldAndTakenOverByAnother() throws Exception {
        JobRows dead = new JobRows(store, clock, "a server that dies");
        dead.add("count");
        assertTrue(dead.begin("count", null, (row, now) -> true));
        jobs.add(counting());
        assertEquals(Outcome.RUNNING, last("count").outcome());
        assertEquals(0, look(jobs));
        clock.move(JobRows.LEASE);
        assertEquals(Outcome.INTERRUPTED, last("count").outcome());
        assertEquals(1, lookAfter(HOUR));
        dead.end("count", Outcome.FAILED, "too late");
        assertEquals(1, look(jobs));
        assertEquals("Run 1.", last("count").message());
    }

    @Test
    void aStopLetsTheRunEndAndBeginsNothingMore() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        jobs.add(hourly("patient", stopping -> {
            begun.countDown();
            while (!stopping.getAsBoolean()) {
                Thread.onSpinWait();
            }
            return "Stopped where it was.";
        }));
        jobs.run("patient");
        assertTrue(begun.await(30, TimeUnit.SECONDS));
        jobs.close();
        assertEquals("Stopped where it was.", last("patient").message());
        clock.move(Duration.ofHours(5));
        assertEquals(0, jobs.tick().size());
    }

    @Test
    void theThreadOfAStartedServerRunsWhatIsDue() throws Exception {
        CountDownLatch ran = new CountDownLatch(1);
        jobs.add(new Job("soon", "Runs at once.", Schedule.every(HOUR).startingAfter(Duration.ZERO), stopping -> {
            ran.countDown();
            return "";
        }));
        jobs.start();
        assertTrue(ran.await(30, TimeUnit.SECONDS));
    }

    @Test
    void namesSchedulesAndDoublesOutOfBoundsAreRefused() {
        assertThrows(ClewException.class, () -> hourly("No Slug", stopping -> ""));
        assertThrows(ClewException.class, () -> Schedule.every(Duration.ZERO));
        assertThrows(ClewException.class, () -> Schedule.every(HOUR).startingAfter(Duration.ofDays(2)));
        jobs.add(counting());
        assertEquals(
                ErrorCode.CONFLICT,
                assertThrows(ClewException.class, () -> jobs.add(counting())).code());
        assertEquals(
                ErrorCode.NOT_FOUND,
                assertThrows(ClewException.class, () -> jobs.pause("none")).code());
    }
}
