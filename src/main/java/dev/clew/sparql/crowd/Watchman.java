package dev.clew.sparql.crowd;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.sparql.guard.Budget;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Looks at what is evaluated some forty times a second, and ends what nobody waits for any more, what runs long while others
 * wait, and what keeps most when memory is short. Its thread lives while something runs.
 */
final class Watchman {
    private static final long EVERY_MILLIS = 25;

    private final Duration whenOthersWait;
    private final AtomicInteger waiting;
    private final Memory memory = new Memory();
    private final List<Evaluation> running = new ArrayList<>();
    private boolean watching;

    Watchman(Duration whenOthersWait, AtomicInteger waiting) {
        this.whenOthersWait = whenOthersWait;
        this.waiting = waiting;
    }

    private static final class Evaluation {
        private final Budget budget;
        private final BooleanSupplier hasLeft;
        private final long begun = System.nanoTime();

        Evaluation(Budget budget, BooleanSupplier hasLeft) {
            this.budget = budget;
            this.hasLeft = hasLeft;
        }

        boolean ranFor(Duration time) {
            return System.nanoTime() - begun > time.toNanos();
        }
    }

    <T> T watched(Budget budget, BooleanSupplier hasLeft, Supplier<T> work) {
        Evaluation evaluation = new Evaluation(budget, hasLeft);
        begin(evaluation);
        try {
            return work.get();
        } finally {
            end(evaluation);
        }
    }

    private synchronized void begin(Evaluation evaluation) {
        running.add(evaluation);
        if (!watching) {
            watching = true;
            Thread.ofPlatform().daemon().name("sparql-watch").start(this::watchUntilQuiet);
        }
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
            running.stream()
                    .filter(each -> each.ranFor(whenOthersWait))
                    .findFirst()
                    .ifPresent(this::giveWay);
        }
        if (memory.isShort()) {
            running.stream()
                    .max(Comparator.comparingLong(each -> each.budget.kept()))
                    .ifPresent(Watchman::makeRoom);
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
                ErrorCode.TOO_COSTLY,
                "Memory is short, with more than " + Memory.PERCENT
                        + " % in use, and this query keeps most: narrow it."));
    }
}
