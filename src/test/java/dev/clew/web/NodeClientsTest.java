package dev.clew.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.clew.SmallWorld;
import dev.clew.model.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * JavaScript clients that others have written, from {@code src/test/clients}: installed there once, which takes 100 MB and a
 * network; where they cannot be had, this says so and is skipped.
 */
class NodeClientsTest {
    private static final Path CLIENTS = Path.of("src", "test", "clients");

    @TempDir
    Path directory;

    @Test
    void theySelectAskConstructUpdateAndLeave() throws Exception {
        // npm writes it last.
        if (!Files.exists(CLIENTS.resolve("node_modules/.package-lock.json"))) {
            Ended install = run("npm", "ci", "--no-audit", "--no-fund", "--fetch-retries=0");
            assumeTrue(install.code() == 0, "The JavaScript clients cannot be had: " + install.printed() + " Skipped.");
        }
        try (LibraryServer library = new LibraryServer(directory, SmallWorld.all())) {
            Ended clients =
                    run("node", "clients.mjs", library.address() + "sparql", library.token("cora", Role.CURATOR));
            assertEquals(0, clients.code(), clients.printed());
            assertEquals(
                    2,
                    clients.printed()
                            .lines()
                            .filter(line -> line.endsWith("and leaves"))
                            .count(),
                    clients.printed());
        }
    }

    private record Ended(int code, String printed) {}

    private static Ended run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(CLIENTS.toFile())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), printed);
        return new Ended(process.exitValue(), printed);
    }
}
