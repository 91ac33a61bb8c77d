package dev.clew.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The options of {@code java} that make Clew fast: the jar itself runs without any. */
final class JavaOptions {
    /** The name of the cache that {@code aot-cache} makes. */
    static final String CACHE = "clew.aot";

    private JavaOptions() {}

    /** Options for serving this data directory; the cache is named when it is there. */
    static List<String> fast(Path data) {
        List<String> options = new ArrayList<>(always());
        Path cache = data.resolve(CACHE);
        if (Files.isRegularFile(cache)) {
            options.add("-XX:AOTCache=" + cache);
        }
        return options;
    }

    /**
     * What a cache is made with and used with. A start runs much code a little: the thresholds from which the JVM compiles with
     * all its might are sixteen times its own, which saves a start more than a second of processor time and costs a warm server
     * nothing.
     */
    static List<String> always() {
        return List.of(
                "-Xmx2g",
                "-XX:+UseSerialGC",
                "-XX:Tier4InvocationThreshold=80000",
                "-XX:Tier4MinInvocationThreshold=9600",
                "-XX:Tier4CompileThreshold=240000",
                "-XX:Tier4BackEdgeThreshold=640000",
                "--add-modules=jdk.incubator.vector");
    }
}
