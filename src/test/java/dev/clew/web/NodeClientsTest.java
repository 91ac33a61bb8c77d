package dev.clew.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.clew.SmallWorld;
import dev.clew.model.Role;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * JavaScript clients that others have written, from {@code src/test/clients}: installed there by {@code npm ci}, which takes 100 MB
 * and a network; where they are not installed, this says so and is skipped.
 */
class NodeClientsTest {
    private static final Path CLIENTS = Path.of("src", "test", "clients");

    @TempDir
    Path directory;

    @Test
    void theySelectAskConstructUpdateAndLeave() throws Exception {
        assumeTrue(
                Files.isDirectory(CLIENTS.resolve("node_modules")),
                "The JavaScript clients are not installed: run npm ci in " + CLIENTS + ". Skipped.");
        try (LibraryServer library = new LibraryServer(directory, SmallWorld.all())) {
            Process process = new ProcessBuilder(
                            "node", "clients.mjs", library.address() + "sparql", library.token("cora", Role.CURATOR))
                    .directory(CLIENTS.toFile())
                    .redirectErrorStream(true)
                    .start();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(process.waitFor(60, TimeUnit.SECONDS), printed);
            assertEquals(0, process.exitValue(), printed);
            assertEquals(
                    2,
                    printed.lines().filter(line -> line.endsWith("and leaves")).count(),
                    printed);
        }
    }
}
