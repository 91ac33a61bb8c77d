package dev.clew.bench;

import com.sun.management.OperatingSystemMXBean;
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

    private static final double MILLI = Duration.ofMillis(1).toNanos();
    private static final double SECOND = Duration.ofSeconds(1).toNanos();

    private Timing() {}

    /** Runs the operation for every index unmeasured and then measured, and prints a row. */
    static void row(String name, int runs, IntConsumer operation) {
        for (int i = 0; i < runs; i++) {
            operation.accept(i);
        }
        first(name, runs, operation);
    }

    /** Runs the operation for every index once, measured, and prints a row: for what a second run would find in a cache. */
    static void first(String name, int runs, IntConsumer operation) {
        long[] nanos = new long[runs];
        long cpuStart = THREADS.getCurrentThreadCpuTime();
        for (int i = 0; i < runs; i++) {
            long start = System.nanoTime();
            operation.accept(i);
            nanos[i] = System.nanoTime() - start;
        }
        double cpu = THREADS.getCurrentThreadCpuTime() - cpuStart;
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "| %-48s | %9.3f ms | %9.3f ms | %9.3f ms | %9.3f ms |%n",
                name,
                nanos[runs / 2] / MILLI,
                nanos[runs * 95 / 100] / MILLI,
                nanos[runs - 1] / MILLI,
                cpu / runs / MILLI);
    }

    /** Prints the head of the table. */
    static void head() {
        System.out.printf(
                "| %-48s | %12s | %12s | %12s | %12s |%n", "operation", "median", "95th", "slowest", "mean CPU");
        System.out.println("|" + "-".repeat(50) + ("|" + "-".repeat(13) + ":").repeat(4) + "|");
    }

    /** Starts to time something that is done once. */
    static Once once() {
        return new Once(System.nanoTime(), processorNanos());
    }

    private static long processorNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    /**
     * Something done once.
     *
     * @param startNanos when it began
     * @param startProcessorNanos what the process had used of all processors then
     */
    record Once(long startNanos, long startProcessorNanos) {
        /** Prints how many a second until now, and the processor time of the whole process for each; gives the rate. */
        double rate(String name, int count) {
            double seconds = (System.nanoTime() - startNanos) / SECOND;
            double milli = (processorNanos() - startProcessorNanos) / MILLI / count;
            System.out.printf(
                    Locale.ROOT,
                    "| %-48s | %,9.0f /s | %12s | %12s | %9.3f ms |%n",
                    name,
                    count / seconds,
                    "",
                    "",
                    milli);
            return count / seconds;
        }
    }

    /** Prints how much of another rate a rate is. */
    static void share(String name, double rate, double other) {
        System.out.printf(
                Locale.ROOT, "| %-48s | %,10.1f %% | %12s | %12s | %12s |%n", name, 100 * rate / other, "", "", "");
    }

    /** Prints times that were taken elsewhere. */
    static void row(String name, long[] nanos) {
        row(name, nanos, "");
    }

    /** Prints times of something done in other processes, such as the starts of a server, with their processor time. */
    static void row(String name, long[] nanos, Duration meanProcessor) {
        row(name, nanos, String.format(Locale.ROOT, "%9.3f ms", meanProcessor.toNanos() / MILLI));
    }

    private static void row(String name, long[] nanos, String processor) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        int last = sorted.length - 1;
        System.out.printf(
                Locale.ROOT,
                "| %-48s | %9.3f ms | %9.3f ms | %9.3f ms | %12s |%n",
                name,
                sorted[sorted.length / 2] / MILLI,
                sorted[Math.min(last, sorted.length * 95 / 100)] / MILLI,
                sorted[last] / MILLI,
                processor);
    }

    /** Prints how many megabytes. */
    static void size(String name, long bytes) {
        System.out.printf(Locale.ROOT, "| %-48s | %,9d MB | %12s | %12s | %12s |%n", name, bytes >> 20, "", "", "");
    }

    /** Prints a number that tells what was done, not how fast. */
    static void note(String name, long count) {
        System.out.printf(Locale.ROOT, "| %-48s | %,12d | %12s | %12s | %12s |%n", name, count, "", "", "");
    }
}
