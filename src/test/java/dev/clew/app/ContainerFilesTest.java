package dev.clew.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files in {@code docker/}: they set only what can be set, and compose reads them where it is installed. */
class ContainerFilesTest {
    private static final Path COMPOSE = Path.of("docker/compose.yaml");
    private static final Pattern SET = Pattern.compile("^\\s+(CLEW_[A-Z0-9_]+):", Pattern.MULTILINE);
    private static final Pattern IN_IMAGE = Pattern.compile("\\b(CLEW_[A-Z0-9_]+)=");

    @Test
    void everyVariableIsASetting() throws IOException {
        Set<String> known =
                Arrays.stream(Setting.values()).map(Setting::variable).collect(Collectors.toSet());
        Set<String> used = new TreeSet<>(found(SET, COMPOSE));
        used.addAll(found(IN_IMAGE, Path.of("docker/Dockerfile")));
        assertTrue(used.contains("CLEW_DATABASE") && used.contains("CLEW_HOST"), used.toString());
        used.removeAll(known);
        assertEquals(Set.of(), used);
    }

    private static List<String> found(Pattern pattern, Path file) throws IOException {
        return pattern.matcher(Files.readString(file))
                .results()
                .map(each -> each.group(1))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "postgres", "neo4j"})
    void composeReadsTheFileWithEachProfile(String profile) throws Exception {
        assumeTrue(isInstalled(), "docker compose is not installed: its file is not checked by it here");
        List<String> command = new java.util.ArrayList<>(List.of("docker", "compose", "-f", COMPOSE.toString()));
        if (!profile.isEmpty()) {
            command.addAll(List.of("--profile", profile));
        }
        command.addAll(List.of("config", "--quiet"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
    }

    private static boolean isInstalled() throws InterruptedException {
        try {
            Process process = new ProcessBuilder("docker", "compose", "version")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException withoutDocker) {
            return false;
        }
    }
}
