package dev.clew.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the README tells people to run is run, in the languages that are installed here. */
class ReadmeSnippetsTest {
    private record Language(String runtime, String ending) {}

    private static final Map<String, Language> LANGUAGES = Map.of(
            "python", new Language("python3", ".py"),
            "r", new Language("Rscript", ".R"),
            "js", new Language("node", ".mjs"));

    @TempDir
    static Path directory;

    private static LibraryServer library;

    @BeforeAll
    static void start() throws IOException {
        library = new LibraryServer(directory.resolve("library"), LibraryServer.shipped());
    }

    @AfterAll
    static void stop() {
        library.close();
    }

    private static List<String> snippets(String language) throws IOException {
        Matcher blocks = Pattern.compile("(?ms)^```" + language + "\n(.*?)^```$")
                .matcher(Files.readString(Path.of("README.md")));
        return blocks.results().map(found -> found.group(1)).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"python", "r", "js"})
    void theSnippetPrintsWhatTheLibraryHolds(String name) throws IOException, InterruptedException {
        List<String> snippets = snippets(name);
        assertFalse(snippets.isEmpty(), "the README shows no " + name);
        Language language = LANGUAGES.get(name);
        assumeTrue(
                isInstalled(language.runtime()),
                language.runtime() + " is not on the path: the README's " + name + " is not run here");
        for (String snippet : snippets) {
            String told = run(language, snippet.replace("http://localhost:8080/", library.calls.address()));
            assertFalse(told.isBlank(), snippet);
        }
    }

    private static String run(Language language, String snippet) throws IOException, InterruptedException {
        Path file = Files.writeString(Files.createTempFile(directory, "snippet", language.ending()), snippet);
        Process process = new ProcessBuilder(language.runtime(), file.toString())
                .redirectErrorStream(true)
                .start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor(60, TimeUnit.SECONDS);
        assertEquals(0, process.exitValue(), told);
        return told;
    }

    private static boolean isInstalled(String runtime) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.of(path.split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, runtime)));
    }
}
