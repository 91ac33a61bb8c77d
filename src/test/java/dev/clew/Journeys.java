package dev.clew;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Scripts of {@code web/} that look at something in a real Chromium. */
public final class Journeys {
    private static final boolean REQUIRED = Boolean.getBoolean("clew.browser.required");

    private Journeys() {}

    /** Skips the test where there is no Chromium, or fails it where one is required. */
    public static void assumeChromium() {
        boolean found = chromiumIsFound();
        assertTrue(found || !REQUIRED, "Chromium is required and was not found: install chromium or set CHROMIUM");
        assumeTrue(found, "No Chromium on the path and none named by CHROMIUM: what it would show is not looked at");
    }

    /**
     * Runs node in {@code web/}, to its end, which must be a good one.
     *
     * @return what it said
     */
    public static String node(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("node"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(new File("web")).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process running = builder.start();
        String said = running.inputReader(StandardCharsets.UTF_8).lines().collect(Collectors.joining("\n"));
        assertEquals(0, running.waitFor(), said);
        return said;
    }

    private static boolean chromiumIsFound() {
        if (System.getenv("CHROMIUM") != null) {
            return true;
        }
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.of(
                        "chromium-headless-shell",
                        "chromium",
                        "chromium-browser",
                        "google-chrome",
                        "google-chrome-stable",
                        "chrome")
                .anyMatch(name -> Stream.of(path.split(File.pathSeparator))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, name))));
    }
}
