package dev.clew.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.app.Explorer;
import dev.clew.app.Setting;
import dev.clew.app.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CommandsTest {
    private static final String BRIEF = """
            {"type":"source","id":"brief","kind":"Document","title":"A brief"}
            {"type":"entity","id":"compute","label":"Compute","kind":"Resource","source":"brief"}
            {"type":"entity","id":"sovereignty","label":"Sovereignty","kind":"Concept","source":"brief"}
            """;
    private static final String CLAIM = """
            {"id":"a-claim","text":"Compute makes states sovereign.","source":"brief","links":[{"subject":"compute","relation":"enables","object":"sovereignty"}]}
            """;

    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... words) {
        CommandLine command = Main.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        return command.execute(words);
    }

    private String data() {
        return directory.resolve("data").toString();
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content).toString();
    }

    @Test
    void whatWasImportedIsCheckedAndReindexed() throws IOException {
        assertEquals(0, run("import", file("brief.jsonl", BRIEF + CLAIM), "--data", data()), err::toString);
        assertEquals(0, run("check", "--data", data()), err::toString);
        assertEquals(0, run("reindex", "--data", data()), err::toString);
        assertEquals("""
                4 records read: 4 written, 0 already there, 0 refused. The library is at change 1.
                rdf at change 1 equals a rebuild
                search at change 1 equals a rebuild
                graph at change 1 equals a rebuild
                Everything derived equals a rebuild.
                Everything derived was built anew at change 1.
                """, out.toString());
    }

    @Test
    void aCommandOnItsOwnSaysNothingOfWhatItsLibrariesWouldRatherHave() throws IOException, InterruptedException {
        assertEquals(0, run("import", file("brief.jsonl", BRIEF + CLAIM), "--data", data()), err::toString);
        Process check = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "check",
                        "--data",
                        data())
                .redirectErrorStream(true)
                .start();
        String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, check.waitFor(), said);
        assertTrue(said.contains("search at change 1 equals a rebuild"), said);
        assertFalse(said.contains("WARNING"), said);
    }

    @Test
    void whatIsExportedCanBeImportedIntoAnEmptyLibraryAndIsTheSame() throws IOException {
        assertEquals(0, run("import", file("brief.jsonl", BRIEF + CLAIM), "--data", data()), err::toString);
        String trig = directory.resolve("all.trig").toString();
        assertEquals(0, run("export", "--out", trig, "--data", data()), err::toString);
        String other = directory.resolve("other").toString();
        assertEquals(0, run("import", trig, "--data", other), err::toString);
        String again = directory.resolve("again.trig").toString();
        assertEquals(0, run("export", "--out", again, "--data", other), err::toString);
        assertEquals(Files.readString(Path.of(trig)), Files.readString(Path.of(again)));
    }

    @Test
    void theToDoListIsNoFailure() throws IOException {
        assertEquals(0, run("import", file("brief.jsonl", BRIEF + CLAIM), "--data", data()), err::toString);
        out.getBuffer().setLength(0);
        assertEquals(0, run("check", "--library", "--data", data()), err::toString);
        assertEquals("""
                dead-end: entity/compute (Compute): Has one edge only, so every thread ends here. Look for what else is said of it.
                dead-end: entity/sovereignty (Sovereignty): Has one edge only, so every thread ends here. Look for what else is said of it.
                unsupported: insight/a-claim (Compute makes states sovereign.): Alone says that Compute enables Sovereignty. Look for who else says so, or who denies it.
                Change 1: orphan 0, look-alike 0, start-beyond 0, no-length 0, no-link 0, dead-end 2, unsupported 1. At most 500 of each kind are listed.
                1 of 1 insights hang together by their links (100.0 %), 1 with what they say of each other.
                """, out.toString());
    }

    @Test
    void aBadRecordIsRefusedWithFileAndLineWhileTheGoodOnesStay() throws IOException {
        String bad = file("bad.jsonl", BRIEF + "{\"id\":\"b\",\"text\":\"x\",\"source\":\"nowhere\"}\n" + CLAIM);
        assertEquals(1, run("import", bad, "--data", data()));
        assertTrue(err.toString().startsWith(bad + ":4: insight/b: "), err::toString);
        assertTrue(out.toString().startsWith("5 records read: 4 written, 0 already there, 1 refused."), out::toString);
    }

    @Test
    void wrongUsageIsToldFromRefusal() {
        assertEquals(2, run("export", "--format", "pdf", "--data", data()));
        assertEquals(2, run("serve", "--prot", "1"));
        assertEquals(2, run());
        assertEquals(2, run("serve", "--port", "eighty", "--data", data()));
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        String missing = directory.resolve("missing.jsonl").toString();
        assertEquals(1, run("import", missing, "--data", data()));
        assertTrue(err.toString().contains(missing), err::toString);
    }

    @Test
    void aSecondServerOnOneDirectoryIsRefusedAndImportsGoOnBesideTheFirst() throws IOException {
        Settings settings = Settings.read(Map.of(Setting.DATA, data(), Setting.PORT, "0"), Map.of());
        try (Explorer explorer = Explorer.start(settings, new Explorer.Start("test", false))) {
            assertEquals(1, run("serve", "--port", "0", "--data", data()));
            assertTrue(err.toString().contains("is already served by process"), err::toString);
            assertEquals(0, run("import", file("brief.jsonl", BRIEF), "--data", data()), err::toString);
            assertTrue(explorer.awaitReady(Duration.ofSeconds(20)));
        }
    }

    @Test
    void aTokenIsShownOnceAndOpensARunningServer() throws IOException, InterruptedException {
        Settings settings = Settings.read(Map.of(Setting.DATA, data(), Setting.PORT, "0"), Map.of());
        try (Explorer explorer = Explorer.start(settings, new Explorer.Start("test", false))) {
            assertEquals(0, run("user", "add", "ada", "--role", "curator", "--data", data()), err::toString);
            String[] words = out.toString().split("\\s+");
            String token = words[words.length - 1];
            assertEquals("{\"role\":\"curator\",\"name\":\"ada\"}", session(explorer, token));
            assertEquals(0, run("user", "role", "ada", "reader", "--data", data()), err::toString);
            assertEquals("{\"role\":\"reader\",\"name\":\"ada\"}", session(explorer, token));
            assertEquals(0, run("user", "disable", "ada", "--data", data()), err::toString);
            assertTrue(session(explorer, token).contains("unauthenticated"));
        }
        assertEquals(0, run("user", "list", "--data", data()), err::toString);
        assertTrue(out.toString().endsWith("ada\treader\tdisabled\t1 tokens\n"), out::toString);
    }

    private static String session(Explorer explorer, String token) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(explorer.address() + "api/session"))
                .header("Authorization", "Bearer " + token)
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString()).body();
        }
    }

    @Test
    void anAccountThatCannotBeIsRefusedInASentence() {
        assertEquals(0, run("user", "add", "ada", "--role", "admin", "--data", data()), err::toString);
        assertEquals(1, run("user", "add", "ada", "--role", "admin", "--data", data()));
        assertEquals(1, run("user", "add", "Ada Lovelace", "--role", "admin", "--data", data()));
        assertEquals(1, run("user", "add", "eve", "--role", "owner", "--data", data()));
        assertEquals(1, run("user", "disable", "ada", "--data", data()));
        assertEquals(1, run("user", "token", "nobody", "--data", data()));
        assertEquals("""
                There is already an account 'ada': choose another name.
                name: must be 1 to 40 lower-case letters, digits and dashes, such as ada (was: Ada Lovelace)
                role: must be reader, contributor, curator or admin (was: owner)
                'ada' is the last admin: make somebody else one first.
                There is no account 'nobody'.
                """, err.toString());
        assertEquals(2, run("user"));
        assertEquals(2, run("user", "add", "ada", "--data", data()));
    }

    @Test
    void aTableIsKeptForReviewAndItsBadRowsAreWrittenToAFileToMend() throws IOException {
        assertEquals(0, run("import", file("brief.jsonl", BRIEF), "--data", data()), err::toString);
        String table = file("evening.csv", "id,text,source\ngood,A claim.,brief\nbad,A claim.,nowhere\n");
        String mend = directory.resolve("mend.csv").toString();
        assertEquals(1, run("import", table, "--as-proposals", "--refused", mend, "--data", data()));
        assertTrue(
                out.toString().contains("2 records read: 1 kept for review, 0 already there, 1 refused."),
                out::toString);
        String mended = Files.readString(Path.of(mend)).replace("nowhere", "brief");
        assertEquals(0, run("import", file("mended.csv", mended), "--data", data()), err::toString);
        assertTrue(out.toString().contains("1 records read: 1 written"), out::toString);
    }
}
