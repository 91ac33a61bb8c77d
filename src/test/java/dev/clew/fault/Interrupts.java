package dev.clew.fault;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Interrupts threads of a server in this process; those that keep what is derived go on as if nothing was. */
final class Interrupts {
    private static final String OURS = "dev.clew.";
    private static final String TESTS = Interrupts.class.getPackageName() + ".";
    /** Waiting for what is to be done, these would take an interrupt for the end. */
    private static final List<String> AT_REST = List.of("clew-jobs");

    private Interrupts() {}

    /** Interrupts one thread that is within Clew's code; 0 when there was none. */
    static int one(Random random) {
        List<Thread> working = Thread.getAllStackTraces().entrySet().stream()
                .filter(Interrupts::isAtWork)
                .map(Map.Entry::getKey)
                .toList();
        if (working.isEmpty()) {
            return 0;
        }
        working.get(random.nextInt(working.size())).interrupt();
        return 1;
    }

    private static boolean isAtWork(Map.Entry<Thread, StackTraceElement[]> entry) {
        List<String> frames = Arrays.stream(entry.getValue())
                .map(StackTraceElement::getClassName)
                .toList();
        return !entry.getKey().equals(Thread.currentThread())
                && !AT_REST.contains(entry.getKey().getName())
                && frames.stream().anyMatch(frame -> frame.startsWith(OURS))
                && frames.stream().noneMatch(frame -> frame.startsWith(TESTS));
    }
}
