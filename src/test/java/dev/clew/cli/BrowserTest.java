package dev.clew.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.clew.Journeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The journeys of {@code web/browser/} in a real Chromium, against the jar as a person starts it. They begin first, since they take
 * as long as half of all other tests, which run beside them.
 */
@Order(1)
class BrowserTest {
    @TempDir
    Path data;

    /** All journeys are one test, on cores that the other tests use too. */
    @Test
    @Timeout(value = 25, unit = TimeUnit.MINUTES)
    void everyJourneyEndsWhereAReaderExpects() throws IOException, InterruptedException {
        Journeys.assumeChromium();
        assumeTrue(Files.exists(ServedJar.JAR), "The jar is not built: the browser journeys run in mvn verify");
        try (ServedJar server = ServedJar.start(data)) {
            Journeys.node(
                    Map.of(
                            "CLEW_URL",
                            server.address(),
                            "CLEW_FIRST_LINK",
                            server.firstLink(),
                            "CLEW_BROWSER",
                            "required"),
                    "build/browser.mjs");
        }
    }
}
