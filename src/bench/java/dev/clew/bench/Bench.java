package dev.clew.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures everything on synthetic libraries and prints one table for each size: {@code Bench [INSIGHTS…]}, default 100000.
 * Each part runs in a JVM of its own with 2 GB, one after the other; peers run on the same data in the same run.
 */
public final class Bench {
    private static final String DEFAULT_SIZE = "100000";
    private static final Path JAR = Path.of(System.getProperty("clew.jar", "target/clew.jar"));

    private final BenchFiles files;
    private final String insights;

    private Bench(BenchFiles files, String insights) {
        this.files = files;
        this.insights = insights;
    }

    /** Takes the sizes, separated by spaces or commas. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (!Files.isRegularFile(JAR)) {
            throw new IllegalArgumentException("no " + JAR + ": build it with mvn package");
        }
        String sizes = arguments.length == 0 ? DEFAULT_SIZE : String.join(",", arguments);
        for (String size : sizes.split("[, ]+", -1)) {
            Path directory = Files.createTempDirectory("clew-bench");
            try {
                new Bench(new BenchFiles(directory), size).run();
            } finally {
                BenchFiles.delete(directory);
            }
        }
    }

    private void run() throws IOException, InterruptedException {
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
                "%n%s insights, %d processors, Java %s%n%n",
                insights, runtime.availableProcessors(), Runtime.version().feature());
        Timing.head();
        part(ImportBench.class, files.directory().toString(), insights);
        part(LoaderBench.class, files.directory().toString(), insights);
        part(ScaleBench.class, files.directory().toString(), insights);
        part(SearchBench.class, insights);
        part(MeaningBench.class, insights);
        part(ConflictBench.class, insights);
        part(EmbeddingBench.class);
        part(PathBench.class, Integer.toString(Integer.parseInt(insights) / 10), insights);
        part(SparqlBench.class, files.directory().toString(), insights);
        part(SparqlPeersBench.class, files.directory().toString(), insights);
        part(HostileLoadBench.class, files.directory().toString(), insights);
        part(FeedBench.class);
        part(BriefBench.class, files.directory().toString(), insights);
        part(SaveBench.class, files.directory().toString());
        part(EditorsBench.class);
        part(CrashBench.class);
        part(
                StartBench.class,
                files.directory().toString(),
                JAR.toAbsolutePath().toString());
        part(Neo4jBench.class, files.directory().toString(), insights);
    }

    private static void part(Class<?> main, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx2g",
                "--enable-native-access=ALL-UNNAMED",
                "--add-modules=jdk.incubator.vector",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        int code = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (code != 0) {
            throw new IllegalStateException(main.getSimpleName() + " failed: see above");
        }
    }
}
