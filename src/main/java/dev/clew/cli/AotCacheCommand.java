package dev.clew.cli;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * {@code aot-cache}: makes the cache with which the next starts are faster (JEP 514), by a rehearsal in a JVM of its own.
 */
@Command(
        name = "aot-cache",
        description =
                "Makes a cache in the data directory with which 'serve' starts faster; needs JDK 25 or newer. Then"
                        + " start with: java $(java -jar clew.jar serve --print-java-options) -jar clew.jar serve",
        mixinStandardHelpOptions = true)
final class AotCacheCommand implements Callable<Integer> {
    private static final int LEAST_JAVA = 25;

    @Mixin
    private final SettingsOptions options = new SettingsOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException, URISyntaxException {
        if (Runtime.version().feature() < LEAST_JAVA) {
            throw new ClewException(
                    ErrorCode.BAD_REQUEST,
                    "The cache needs Java " + LEAST_JAVA + " or newer; this is " + Runtime.version()
                            + ". Clew runs without it.");
        }
        Path data = options.read().data();
        Files.createDirectories(data);
        Path cache = data.resolve(JavaOptions.CACHE);
        PrintWriter out = spec.commandLine().getOut();
        out.println("Rehearsing a start; this takes a minute.");
        out.flush();
        // The JVM tells of hundreds of classes that it leaves out; that is worth reading only when nothing comes of it.
        Path log = data.resolve(JavaOptions.CACHE + ".log");
        int code = new ProcessBuilder(rehearsal(cache))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        if (code != 0 || !Files.isRegularFile(cache)) {
            throw new ClewException(ErrorCode.INTERNAL, "The cache was not made: " + log + " says why.");
        }
        Files.delete(log);
        out.printf(Locale.ROOT, "Made %s (%d MB).%n", cache, Files.size(cache) >> 20);
        return 0;
    }

    private static List<String> rehearsal(Path cache) throws URISyntaxException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path jar = Path.of(AotCacheCommand.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        List<String> words = new ArrayList<>(List.of(java.toString(), "-XX:AOTCacheOutput=" + cache));
        words.addAll(JavaOptions.always());
        words.addAll(List.of("-jar", jar.toString(), "rehearse"));
        return words;
    }
}
