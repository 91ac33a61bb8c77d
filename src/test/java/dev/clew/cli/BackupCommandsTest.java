package dev.clew.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.app.Explorer;
import dev.clew.app.Setting;
import dev.clew.app.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BackupCommandsTest {
    private static final String BRIEF = """
            {"type":"source","id":"brief","kind":"Document","title":"A brief"}
            {"id":"a-claim","text":"Compute makes states sovereign.","source":"brief"}
            """;
    private static final String LATER = """
            {"id":"later","text":"Came after the backup.","source":"brief"}
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

    private String at(String name) {
        return directory.resolve(name).toString();
    }

    private void imports(String name, String content) throws IOException {
        Path file = Files.writeString(directory.resolve(name), content);
        assertEquals(0, run("import", file.toString(), "--data", at("data")), err::toString);
    }

    @Test
    void aBackupMadeBesideAServerIsRestoredElsewhereAndEverythingDerivedIsBuiltAnew() throws IOException {
        Settings settings = Settings.read(Map.of(Setting.DATA, at("data"), Setting.PORT, "0"), Map.of());
        try (Explorer explorer = Explorer.start(settings, new Explorer.Start("test", false))) {
            imports("brief.jsonl", BRIEF);
            assertEquals(0, run("backup", at("one.gz"), "--data", at("data")), err::toString);
            assertEquals(1, run("restore", at("one.gz"), "--data", at("data"), "--force"));
            assertTrue(err.toString().contains("is already served by process"), err::toString);
        }
        assertEquals(0, run("restore", at("one.gz"), "--data", at("other")), err::toString);
        assertEquals(0, run("check", "--data", at("other")), err::toString);
        assertEquals("""
                2 records read: 2 written, 0 already there, 0 refused. The library is at change 1.
                Backed up to %1$s, verified, up to change 1.
                Restored %1$s up to change 1.
                The next start builds anew what is derived. Accounts and tokens are as they were in the backup: look them over with: user list
                rdf at change 1 equals a rebuild
                search at change 1 equals a rebuild
                graph at change 1 equals a rebuild
                Everything derived equals a rebuild.
                """.formatted(at("one.gz")), out.toString());
    }

    @Test
    void aLibraryIsReplacedOnlyWhenToldAndIsKeptAsideAndTheBackupIsFollowedByWhatIsDerived() throws IOException {
        imports("brief.jsonl", BRIEF);
        assertEquals(0, run("backup", at("one.gz"), "--data", at("data")), err::toString);
        imports("later.jsonl", LATER);
        assertEquals(0, run("reindex", "--data", at("data")), err::toString);
        assertEquals(1, run("restore", at("one.gz"), "--data", at("data")));
        assertEquals(
                "The data directory " + at("data")
                        + " is not empty (it holds clew.sqlite, graph, rdf, search, spare): name an empty one with --data, or add"
                        + " --force, which keeps the library that is there aside.\n",
                err.toString());
        assertEquals(0, run("restore", at("one.gz"), "--data", at("data"), "--force"), err::toString);
        assertTrue(
                out.toString().contains("is kept as " + at("data") + "/clew.sqlite.before-restore-1."), out::toString);
        assertEquals(0, run("check", "--data", at("data")), err::toString);
        assertTrue(out.toString().contains("search at change 1 equals a rebuild"), out::toString);
    }

    @Test
    void whatCannotBeBackedUpOrRestoredIsRefusedInASentence() throws IOException {
        assertEquals(1, run("backup", at("one.gz"), "--data", at("nowhere")));
        imports("brief.jsonl", BRIEF);
        Files.writeString(directory.resolve("taken.gz"), "mine");
        assertEquals(1, run("backup", at("taken.gz"), "--data", at("data")));
        assertEquals(1, run("restore", at("taken.gz"), "--data", at("other")));
        assertEquals(1, run("restore", at("missing.gz"), "--data", at("other")));
        assertEquals("""
                There is no library in %1$s/nowhere: name its directory with --data.
                There is already a file %1$s/taken.gz: name another.
                The file %1$s/taken.gz is damaged, or not a backup of Clew (Not in GZIP format): use another one.
                There is no file %1$s/missing.gz: name a backup.
                """.formatted(directory), err.toString());
        assertEquals(2, run("backup"));
        assertEquals(2, run("restore", "--data", at("other")));
        assertTrue(Files.notExists(directory.resolve("nowhere")));
    }
}
