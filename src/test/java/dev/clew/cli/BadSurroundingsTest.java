package dev.clew.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.store.Store;
import dev.clew.store.StoreSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What a person sees when the files, the disk or the machine are not as they should be. */
class BadSurroundingsTest {
    private static final String LIBRARY = """
            {"type":"source","id":"brief","kind":"Document","title":"A brief"}
            {"type":"entity","id":"compute","label":"Compute","kind":"Resource","source":"brief"}
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

    private Path data() {
        return directory.resolve("data");
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content).toString();
    }

    private void importLibrary() throws IOException {
        assertEquals(0, run("import", file("library.jsonl", LIBRARY), "--data", data().toString()), err::toString);
        assertEquals(0, run("check", "--data", data().toString()), err::toString);
        out.getBuffer().setLength(0);
    }

    @Test
    void aFileThatCannotBeReadIsNamedAndNothingOfTheOthersIsWritten() throws IOException {
        Path folder = Files.createDirectory(directory.resolve("folder.jsonl"));
        String good = file("library.jsonl", LIBRARY);
        assertEquals(1, run("import", good, folder.toString(), "--data", data().toString()));
        assertEquals("Cannot read " + folder + ": check that the file exists and may be read.\n", err.toString());
        assertEquals(0, run("export", "--format", "jsonl", "--out", pathOf("out.jsonl"), "--data", data().toString()));
        assertEquals("", Files.readString(directory.resolve("out.jsonl")));
    }

    private String pathOf(String name) {
        return directory.resolve(name).toString();
    }

    @Test
    void aFileOfAnUnknownFormatIsRefusedBeforeAnythingIsRead() throws IOException {
        assertEquals(1, run("import", file("claims.docx", "x"), "--data", data().toString()));
        assertTrue(err.toString().contains("claims.docx"), err::toString);
        assertFalse(err.toString().contains("\tat "), err::toString);
    }

    @Test
    void aDataDirectoryOfANewerReleaseIsLeftAlone() throws IOException {
        importLibrary();
        try (Store store = Store.open(StoreSettings.in(data()))) {
            store.write(handle -> handle.execute("INSERT INTO migration (step) VALUES (9000)"));
        }
        for (String command : List.of("serve", "export", "check", "reindex")) {
            err.getBuffer().setLength(0);
            assertEquals(1, run(command, "--data", data().toString()));
            assertTrue(
                    err.toString()
                            .matches("The data directory " + Pattern.quote(data().toString())
                                    + " is of a newer version of Clew \\(format 9000; this one knows up to \\d+\\):"
                                    + " start that version, or name another directory with --data\\.\n"),
                    err::toString);
        }
    }

    @Test
    void aPortInUseIsNamed() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            assertEquals(1, run("serve", "--empty", "--port", port, "--data", data().toString()));
            assertTrue(err.toString().contains(port) && err.toString().contains("--port"), err::toString);
            assertFalse(err.toString().contains("\tat "), err::toString);
        }
        assertEquals(0, run("check", "--data", data().toString()), "the directory was let go: " + err);
    }

    @Test
    void aHalfWrittenIndexIsBuiltAnew() throws IOException {
        importLibrary();
        damage(data().resolve("search"), ".*\\.(cfs|cfe|si|fdt)|segments_.*");
        assertEquals(0, run("check", "--data", data().toString()), err::toString);
        assertTrue(out.toString().contains("search at change 1 equals a rebuild"), out::toString);
    }

    @Test
    void anRdfStoreWithGarbageInItIsBuiltAnew() throws IOException {
        importLibrary();
        damage(data().resolve("rdf"), ".*\\.(dat|idn|bpt|jrnl)");
        assertEquals(0, run("check", "--data", data().toString()), err::toString);
        assertTrue(out.toString().contains("rdf at change 1 equals a rebuild"), out::toString);
    }

    @Test
    void aGraphFileWithGarbageInItIsBuiltAnew() throws IOException {
        importLibrary();
        damage(data().resolve("graph"), ".*");
        assertEquals(0, run("check", "--data", data().toString()), err::toString);
        assertTrue(out.toString().contains("graph at change 1 equals a rebuild"), out::toString);
    }

    /** Keeps half of each file and writes garbage where it began. */
    private static void damage(Path folder, String names) throws IOException {
        List<Path> files;
        try (Stream<Path> below = Files.walk(folder)) {
            files = below.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().matches(names))
                    .toList();
        }
        assertFalse(files.isEmpty(), "there is nothing to damage below " + folder);
        files.forEach(BadSurroundingsTest::damage);
    }

    private static void damage(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            byte[] half = new byte[bytes.length / 2];
            for (int i = 0; i < half.length; i++) {
                half[i] = i < 64 ? (byte) (i * 37) : bytes[i];
            }
            Files.write(file, half);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Test
    void aReadOnlyDiskIsSaidByEveryCommand() throws IOException, InterruptedException {
        OwnMounts mounts = OwnMounts.in(directory);
        importLibrary();
        String said = mounts.run("""
                mount --bind data data && mount -o remount,ro,bind data
                clew import library.jsonl --data data
                clew serve --port 0 --data data
                clew check --data data
                clew serve --port 0 --data data/new
                """);
        Path data = data().toRealPath();
        assertEquals("""
                Cannot open %1$s/clew.sqlite: check that it and its directory may be read and written.
                exit 1
                Cannot write %1$s/server.lock: make the directory writable and free some space.
                exit 1
                Cannot write %1$s/server.lock: make the directory writable and free some space.
                exit 1
                The data directory %1$s/new cannot be made: choose a directory that you may write to with --data.
                exit 1
                """.formatted(data), said);
        assertEquals(0, run("check", "--data", data().toString()), err::toString);
    }

    @Test
    void anImportThatFillsTheDiskSaysSoAndKeepsWhatWasWrittenBefore() throws IOException, InterruptedException {
        OwnMounts mounts = OwnMounts.in(directory);
        StringBuilder many = new StringBuilder(LIBRARY);
        IntStream.range(0, 30_000)
                .forEach(i -> many.append("{\"id\":\"claim-")
                        .append(i)
                        .append("\",\"text\":\"Claim ")
                        .append(i)
                        .append(" of many about compute.\",\"source\":\"brief\",\"mentions\":[\"compute\"]}\n"));
        file("many.jsonl", many.toString());
        String said = mounts.run("""
                mkdir small && mount -t tmpfs -o size=6m tmpfs small
                clew import many.jsonl --data small/data 2>&1 | grep -v %
                clew export --format jsonl --data small/data > kept.jsonl
                """.replace("%", "' %'"));
        Path small = directory.toRealPath().resolve("small/data");
        assertEquals("The disk of " + small + " is full: free some space.\nexit 1\n", said);
        List<String> kept = Files.readAllLines(directory.resolve("kept.jsonl"));
        assertEquals("exit 0", kept.getLast());
        assertTrue(kept.size() > 1000 && kept.size() < 30_000, () -> "kept " + kept.size() + " lines");
    }
}
