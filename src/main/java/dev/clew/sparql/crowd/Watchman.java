package dev.clew.sparql.crowd;

import com.sun.management.ThreadMXBean;
import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.sparql.guard.Budget;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * Looks at what is evaluated some forty times a second, and ends what nobody waits for any more, what runs long while others
 * wait, and what takes most when memory is short. Its thread lives while something runs.
 */
final class Watchman {
    private static final long EVERY_MILLIS = 25;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Duration whenOthersWait;
    private final AtomicInteger waiting;
    private final Memory memory = new Memory();
    private final List<Evaluation> running = new ArrayList<>();
    private boolean watching;

    Watchman(Duration whenOthersWait, AtomicInteger waiting) {
        this.whenOthersWait = whenOthersWait;
        this.waiting = waiting;
    }

    private final class Evaluation implements Admission.Watched {
        private final Budget budget;
        private final BooleanSupplier hasLeft;
        private final long begun = System.nanoTime();
        private final long thread = Thread.currentThread().threadId();
        private final long taken = THREADS.getThreadAllocatedBytes(thread);

        Evaluation(Budget budget, BooleanSupplier hasLeft) {
            this.budget = budget;
            this.hasLeft = hasLeft;
        }

        long taken() {
            return THREADS.getThreadAllocatedBytes(thread) - taken;
        }

        boolean isLong() {
            return System.nanoTime() - begun > whenOthersWait.toNanos();
        }

        @Override
        public void close() {
            end(this);
        }
    }

    synchronized Admission.Watched watch(Budget budget, BooleanSupplier hasLeft) {
        Evaluation evaluation = new Evaluation(budget, hasLeft);
        running.add(evaluation);
        if (!watching) {
            watching = true;
            Thread.ofPlatform().daemon().name("sparql-watch").start(this::watchUntilQuiet);
        }
        return evaluation;
    }

    private synchronized void end(Evaluation evaluation) {
        running.remove(evaluation);
    }

    synchronized int running() {
        return running.size();
    }

    private void watchUntilQuiet() {
        while (goesOn()) {
            pause();
            look();
        }
    }

    private synchronized boolean goesOn() {
        watching = !running.isEmpty();
        return watching;
    }

    private static void pause() {
        try {
            Thread.sleep(EVERY_MILLIS);
        } catch (InterruptedException neverAsked) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void look() {
        for (Evaluation each : running) {
            if (each.hasLeft.getAsBoolean()) {
                each.budget.stop(new ClewException(ErrorCode.TIMED_OUT, "Nobody waits for the answer any more."));
            }
        }
        if (waiting.get() > 0) {
            running.stream().filter(Evaluation::isLong).findFirst().ifPresent(this::giveWay);
        }
        if (memory.isShort()) {
            running.stream().max(Comparator.comparingLong(Evaluation::taken)).ifPresent(Watchman::makeRoom);
        }
    }

    private void giveWay(Evaluation evaluation) {
        evaluation.budget.stop(new ClewException(
                ErrorCode.TIMED_OUT,
                "The query took longer than the limit of " + whenOthersWait.toMillis()
                        + " ms while others wait, and was stopped: narrow it, or ask again later."));
    }

    private static void makeRoom(Evaluation evaluation) {
        evaluation.budget.stop(new ClewException(
                ErrorCode.TOO_LARGE,
                "Memory is short, with more than " + Memory.PERCENT
                        + " % in use, and this query takes most of it: narrow it."));
    }
}
