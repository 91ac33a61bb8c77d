package dev.clew.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntConsumer;

/** Times one operation many times and prints median, 95th percentile and the
 * processor time of this thread, which a busy machine does not stretch, as a row of a table. */
final class Timing {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private Timing() {}

    /** Runs the operation for every index once unmeasured and once measured, and prints a row. */
    static void row(String name, int runs, IntConsumer operation) {
        for (int i = 0; i < runs; i++) {
            operation.accept(i);
        }
        long[] nanos = new long[runs];
        long cpuStart = THREADS.getCurrentThreadCpuTime();
        for (int i = 0; i < runs; i++) {
            long start = System.nanoTime();
            operation.accept(i);
            nanos[i] = System.nanoTime() - start;
        }
        double cpu = THREADS.getCurrentThreadCpuTime() - cpuStart;
        Arrays.sort(nanos);
        double perMilli = Duration.ofMillis(1).toNanos();
        System.out.printf(
                Locale.ROOT,
                "| %-48s | %9.3f ms | %9.3f ms | %9.3f ms | %9.3f ms |%n",
                name,
                nanos[runs / 2] / perMilli,
                nanos[runs * 95 / 100] / perMilli,
                nanos[runs - 1] / perMilli,
                cpu / runs / perMilli);
    }

    /** Prints the head of the table. */
    static void head() {
        System.out.printf(
                "| %-48s | %12s | %12s | %12s | %12s |%n", "operation", "median", "95th", "slowest", "mean CPU");
    }

    /** Prints how many a second. */
    static void rate(String name, int count, long nanos) {
        System.out.printf(
                Locale.ROOT,
                "| %-48s | %,9.0f /s |%n",
                name,
                count / (nanos / (double) Duration.ofSeconds(1).toNanos()));
    }
}
