package dev.clew.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.exchange.LibraryExport.Addresses;
import dev.clew.ledger.Change.Author;
import dev.clew.ledger.Ledger;
import dev.clew.ledger.LedgerSettings;
import dev.clew.ontology.Base;
import dev.clew.ontology.ShippedLibrary;
import dev.clew.store.Store;
import dev.clew.store.StoreSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The files of {@code data/} are written as an export writes them, so that a diff shows what changed and no more. */
class ShippedFilesTest {
    @TempDir
    static Path directory;

    private static String prefixes = "";
    private static final List<String> GRAPHS = new ArrayList<>();

    @BeforeAll
    static void exportTheLibrary() throws IOException {
        try (Store store = Store.open(StoreSettings.in(directory))) {
            Ledger ledger = Ledger.open(LedgerSettings.on(store));
            LibraryImport imports = new LibraryImport(ledger, Base.DEFAULT);
            imports.run(ImportRequest.of(ShippedLibrary.files(), new Author("ada", "a test")));
            ByteArrayOutputStream written = new ByteArrayOutputStream();
            new LibraryExport(ledger, Base.DEFAULT).write(FileFormat.TRIG, Addresses.RELATIVE, written);
            List<String> parts = parts(written.toString(StandardCharsets.UTF_8));
            prefixes = parts.getFirst();
            GRAPHS.addAll(parts.subList(1, parts.size()));
        }
    }

    /** What stands before the first graph, then each graph. */
    private static List<String> parts(String trig) {
        return Arrays.asList(trig.split("\n(?=<[a-z]+/[a-z0-9-]+> \\{\n)"));
    }

    static List<Path> files() throws IOException {
        return ShippedLibrary.files();
    }

    @Test
    void everyRecordOfTheExportStandsInAFile() throws IOException {
        List<String> shipped = new ArrayList<>();
        for (Path file : files()) {
            List<String> parts = parts(Files.readString(file));
            shipped.addAll(parts.subList(1, parts.size()));
        }
        assertEquals(
                GRAPHS.stream().sorted().toList(), shipped.stream().sorted().toList());
    }

    @ParameterizedTest
    @MethodSource("files")
    void aFileHoldsItsRecordsInTheOrderOfAnExport(Path file) throws IOException {
        List<String> parts = parts(Files.readString(file));
        List<String> graphs = parts.subList(1, parts.size());
        assertEquals(GRAPHS.stream().filter(graphs::contains).toList(), graphs);
    }

    @ParameterizedTest
    @MethodSource("files")
    void aFileBeginsBySayingWhereItsFactsComeFrom(Path file) throws IOException {
        String head = parts(Files.readString(file)).getFirst();
        String comment = head.lines().takeWhile(line -> line.startsWith("# ")).collect(Collectors.joining("\n"));
        assertEquals(comment + "\n\n" + prefixes, head);
        boolean namesSources = file.endsWith("reference-sources.trig") || comment.contains("# Facts from: ");
        assertTrue(namesSources && comment.contains("icence"), comment);
    }
}
