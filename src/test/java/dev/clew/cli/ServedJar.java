package dev.clew.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code clew.jar serve} in a process of its own, on a free port. */
final class ServedJar implements AutoCloseable {
    static final Path JAR = Path.of(System.getProperty("clew.jar", "target/clew.jar"));
    private static final Pattern ADDRESS = Pattern.compile(" serves (http://\\S+/) from ");
    private static final Pattern FIRST_LINK = Pattern.compile("http://\\S+/join#\\S+");

    private final Process process;
    private final String address;
    private final CompletableFuture<String> firstLink = new CompletableFuture<>();

    private ServedJar(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    static ServedJar start(Path data) throws IOException {
        Process process =
                command("serve", "--port", "0", "--data", data.toString()).start();
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        StringBuilder said = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            said.append(line).append('\n');
            Matcher greeting = ADDRESS.matcher(line);
            if (greeting.find()) {
                ServedJar served = new ServedJar(process, greeting.group(1));
                served.drain(lines);
                return served;
            }
        }
        throw new IllegalStateException("the server ended: " + said);
    }

    private void drain(BufferedReader lines) {
        Thread reader = new Thread(
                () -> lines.lines()
                        .forEach(line ->
                                FIRST_LINK.matcher(line).results().forEach(link -> firstLink.complete(link.group()))),
                "drains the server's lines");
        reader.setDaemon(true);
        reader.start();
    }

    /** A command of the jar, ready to start; both its outputs in one. */
    static ProcessBuilder command(String... words) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g", "-jar", JAR.toString()));
        command.addAll(List.of(words));
        return new ProcessBuilder(command).redirectErrorStream(true);
    }

    String address() {
        return address;
    }

    /** The link by which the first admin comes in, as the server printed it. */
    String firstLink() {
        return firstLink.orTimeout(30, TimeUnit.SECONDS).join();
    }

    /** Ends the process as a power cut would. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
