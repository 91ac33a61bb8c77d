package dev.clew.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The journeys of {@code web/browser/} in a real Chromium, against the jar as a person starts it. They begin first, since they take
 * as long as half of all other tests, which run beside them.
 */
@Order(1)
class BrowserTest {
    private static final boolean REQUIRED = Boolean.getBoolean("clew.browser.required");

    @TempDir
    Path data;

    @Test
    void everyJourneyEndsWhereAReaderExpects() throws IOException, InterruptedException {
        boolean found = chromiumIsFound();
        assertTrue(found || !REQUIRED, "Chromium is required and was not found: install chromium or set CHROMIUM");
        assumeTrue(found, "No Chromium on the path and none named by CHROMIUM: the browser journeys are skipped");
        assumeTrue(Files.exists(ServedJar.JAR), "The jar is not built: the browser journeys run in mvn verify");
        try (ServedJar server = ServedJar.start(data)) {
            ProcessBuilder journeys = new ProcessBuilder("node", "build/browser.mjs")
                    .directory(new File("web"))
                    .redirectErrorStream(true);
            journeys.environment()
                    .putAll(Map.of(
                            "CLEW_URL",
                            server.address(),
                            "CLEW_FIRST_LINK",
                            server.firstLink(),
                            "CLEW_BROWSER",
                            "required"));
            Process running = journeys.start();
            String said = running.inputReader(StandardCharsets.UTF_8).lines().collect(Collectors.joining("\n"));
            assertEquals(0, running.waitFor(), said);
        }
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
