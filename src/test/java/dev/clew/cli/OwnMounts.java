package dev.clew.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Commands of Clew on disks of their own, mounted where nobody else sees them; needs Linux and the right to mount. */
final class OwnMounts {
    private static final String CLEW =
            "clew() { \"$JAVA\" -Xmx512m --enable-native-access=ALL-UNNAMED -cp \"$CLASSES\" dev.clew.cli.Main \"$@\"; echo \"exit $?\"; }\n";

    private final Path directory;

    private OwnMounts(Path directory) {
        this.directory = directory;
    }

    /** Skips the test, and says why, where this machine forbids mounts. */
    static OwnMounts in(Path directory) throws IOException, InterruptedException {
        OwnMounts mounts = new OwnMounts(directory);
        String said = mounts.script("mkdir probe && mount -t tmpfs tmpfs probe && echo mounted");
        assumeTrue(
                said.contains("mounted"),
                "This machine allows no mounts of one's own, so no disk can be full: " + said);
        return mounts;
    }

    /** What a shell script says, both outputs in one; it knows {@code clew COMMAND…}, which also tells the exit code. */
    String run(String script) throws IOException, InterruptedException {
        return script(CLEW + script);
    }

    private String script(String script) throws IOException, InterruptedException {
        ProcessBuilder shell = new ProcessBuilder(List.of("unshare", "--mount", "sh", "-c", script));
        shell.directory(directory.toFile()).redirectErrorStream(true);
        shell.environment()
                .put(
                        "JAVA",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString());
        shell.environment().put("CLASSES", classPath());
        try {
            Process process = shell.start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return said;
        } catch (IOException absent) {
            return String.valueOf(absent.getMessage());
        }
    }

    /** Absolute, because the script runs elsewhere. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
