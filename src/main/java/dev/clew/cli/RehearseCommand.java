package dev.clew.cli;

import dev.clew.app.Explorer;
import dev.clew.app.Setting;
import dev.clew.app.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/** {@code rehearse}: serves the shipped library from a temporary directory, asks itself a few things, and ends. */
@Command(name = "rehearse", hidden = true, description = "What aot-cache runs to see which classes a start needs.")
final class RehearseCommand implements Callable<Integer> {
    private static final List<String> QUESTIONS = List.of(
            "",
            "api/library",
            "api/search?q=compute",
            "api/suggest?q=comp",
            "api/paths?from=compute&to=alliance&via=sovereignty",
            "entity/compute.ttl",
            "health/ready",
            "sparql?query=ASK%20%7B%20%3Fs%20%3Fp%20%3Fo%20%7D");

    @Override
    public Integer call() throws IOException {
        Path data = Files.createTempDirectory("clew-rehearsal");
        Map<Setting, String> flags = Map.of(Setting.DATA, data.toString(), Setting.PORT, "0");
        Settings settings = Settings.read(flags, Map.of());
        for (int start = 0; start < 2; start++) {
            try (Explorer explorer = Explorer.start(settings, new Explorer.Start(Version.text(), true))) {
                explorer.awaitReady(Duration.ofMinutes(2));
                for (String question : QUESTIONS) {
                    ask(explorer.address() + question);
                }
            }
        }
        remove(data);
        return 0;
    }

    private static void ask(String address) throws IOException {
        try (InputStream answer = URI.create(address).toURL().openStream()) {
            answer.readAllBytes();
        }
    }

    private static void remove(Path data) throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
