package dev.clew.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.SmallWorld;
import dev.clew.exchange.ImportProgress.Stage;
import dev.clew.exchange.LibraryExport.Addresses;
import dev.clew.ledger.Change.Author;
import dev.clew.ledger.Ledger;
import dev.clew.ledger.LedgerSettings;
import dev.clew.ledger.RecordChange;
import dev.clew.model.ClewException;
import dev.clew.model.ClewRecord;
import dev.clew.model.ErrorCode;
import dev.clew.model.InsightReferences;
import dev.clew.model.Link;
import dev.clew.model.Sign;
import dev.clew.ontology.Base;
import dev.clew.ontology.ShippedLibrary;
import dev.clew.store.Store;
import dev.clew.store.StoreSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files into the ledger and back. */
class LibraryImportTest {
    private static final Author ADA = new Author("ada", "a test");
    private static final RecordJson JSON = new RecordJson(Base.DEFAULT);

    @TempDir
    Path directory;

    private Store store;
    private Ledger ledger;
    private LibraryImport imports;

    @BeforeEach
    void open() {
        store = Store.open(StoreSettings.in(directory.resolve("data")));
        ledger = Ledger.open(LedgerSettings.on(store));
        imports = new LibraryImport(ledger, Base.DEFAULT);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Path file(String name, String... lines) throws IOException {
        return Files.write(directory.resolve(name), List.of(lines));
    }

    private Path file(String name, List<? extends ClewRecord> records) throws IOException {
        return file(name, records.stream().map(LibraryImportTest::line).toArray(String[]::new));
    }

    private static String line(ClewRecord record) {
        return new String(JSON.line(record), StandardCharsets.UTF_8);
    }

    private ImportReport run(Path... files) {
        return imports.run(ImportRequest.of(List.of(files), ADA));
    }

    private static Map<String, RecordChange.Content> contents(Ledger ledger) {
        List<RecordChange> all = new ArrayList<>();
        ledger.snapshot(snapshot -> snapshot.records().forEach(all::add));
        return all.stream().collect(Collectors.toMap(each -> each.name().path(), RecordChange::content));
    }

    @Test
    void theShippedLibraryIsImportedWholeAndASecondRunWritesNothing() throws IOException {
        ImportReport first = imports.run(ImportRequest.of(ShippedLibrary.files(), ADA));
        assertEquals(List.of(), first.refusals());
        assertEquals(first.read(), first.written());
        assertEquals(first.written(), ledger.counts().records());
        assertTrue(ledger.counts().entities() > 193, ledger.counts().toString());
        ImportReport second = imports.run(ImportRequest.of(ShippedLibrary.files(), ADA));
        assertEquals(0, second.written());
        assertEquals(second.read(), second.skipped());
        assertEquals(first.position(), second.position());
    }

    @ParameterizedTest
    @EnumSource(
            value = FileFormat.class,
            names = {"JSON_LINES", "TRIG", "N_QUADS", "JSON_LD", "CSV"})
    void whatIsExportedAndImportedIsAnEqualLibrary(FileFormat format) throws IOException {
        imports.run(ImportRequest.of(ShippedLibrary.files(), ADA));
        for (Addresses addresses : Addresses.values()) {
            Path exported = directory.resolve(addresses + "." + format.code());
            try (OutputStream out = Files.newOutputStream(exported)) {
                new LibraryExport(ledger, Base.DEFAULT).write(format, addresses, out);
            }
            StoreSettings settings = StoreSettings.in(directory.resolve("copy-" + addresses));
            try (Store copyStore = Store.open(settings)) {
                Ledger copy = Ledger.open(LedgerSettings.on(copyStore));
                ImportReport report =
                        new LibraryImport(copy, Base.DEFAULT).run(ImportRequest.of(List.of(exported), ADA));
                assertEquals(List.of(), report.refusals());
                assertEquals(contents(ledger), contents(copy));
            }
        }
    }

    @Test
    void recordsMayReferToEachOtherAcrossFilesInAnyOrder() throws IOException {
        List<ClewRecord> records = new ArrayList<>(SmallWorld.all());
        Collections.shuffle(records, new Random(3));
        ImportReport report =
                run(file("one.jsonl", records.subList(0, 4)), file("two.jsonl", records.subList(4, records.size())));
        assertEquals(List.of(), report.refusals());
        assertEquals(9, report.written());
    }

    @Test
    void aBadRecordIsRefusedWithItsLineAndTheGoodOnesAreKept() throws IOException {
        Path file = file(
                "mixed.jsonl",
                line(SmallWorld.BRIEF),
                "",
                "{\"id\": \"broken",
                line(SmallWorld.COMPUTE),
                line(SmallWorld.SOVEREIGNTY),
                "{\"id\":\"unsourced\",\"text\":\"A.\",\"source\":\"nothing\"}",
                line(SmallWorld.ADA),
                "{\"id\":\"misspelt\",\"text\":\"A.\",\"source\":\"brief\",\"holdr\":\"ada\"}",
                line(SmallWorld.GEOPOLITICS),
                line(SmallWorld.ENABLES));
        ImportReport report = run(file);
        assertEquals(
                List.of(file + ":3", file + ":6", file + ":8"),
                report.refusals().stream()
                        .sorted(Comparator.comparing(Refusal::line))
                        .map(refusal -> refusal.file() + ":" + refusal.line())
                        .toList());
        assertEquals(9, report.read());
        assertEquals(6, report.written());
        assertEquals(3, report.refused());
        assertTrue(ledger.read(SmallWorld.ENABLES.name()).isPresent());
    }

    @Test
    void whatRefersToABadRecordIsRefusedWithItToTheEndOfTheChain() throws IOException {
        List<String> lines = new ArrayList<>(
                SmallWorld.all().stream().map(LibraryImportTest::line).toList());
        lines.add(line(supporting("third", "second")));
        lines.add(line(supporting("second", "first")));
        lines.add(line(SmallWorld.insight("first", Link.of("compute", "enables", "alliance", Sign.MINUS))));
        lines.add(line(supporting("unharmed", "compute-enables")));
        ImportReport report = run(file("chain.jsonl", lines.toArray(String[]::new)));
        assertEquals(
                List.of("insight/first", "insight/second", "insight/third"),
                report.refusals().stream().map(Refusal::name).toList());
        assertTrue(report.refusals().get(1).reason().contains("refused in this import: insight/first"));
        assertEquals(10, report.written());
    }

    private static ClewRecord supporting(String id, String supported) {
        return SmallWorld.withReferences(
                SmallWorld.insight(id),
                new InsightReferences(List.of(supported), List.of(), List.of(), List.of(), List.of()));
    }

    @Test
    void aStrictImportWritesNothingWhenAnythingIsRefused() throws IOException {
        Path file = file("mixed.jsonl", line(SmallWorld.BRIEF), "{}");
        ImportReport report = imports.run(ImportRequest.of(List.of(file), ADA, true, progress -> {}));
        assertEquals(1, report.refused());
        assertEquals(0, report.written());
        assertEquals(0, ledger.head().n());
    }

    @Test
    void aRecordGivenTwiceIsTakenOnceAndTheSecondRefused() throws IOException {
        Path file = file("twice.jsonl", line(SmallWorld.BRIEF), line(SmallWorld.BRIEF));
        ImportReport report = run(file);
        assertEquals(1, report.written());
        assertTrue(
                report.refusals().getFirst().reason().contains("is given twice, first in " + file + ":1"),
                report.refusals().toString());
    }

    @Test
    void aCircleIsWrittenByOneChangeAndOneTooLargeForThatIsRefused() throws IOException {
        run(file("world.jsonl", SmallWorld.all()));
        long before = ledger.head().n();
        assertEquals(900, run(file("small.jsonl", circle("small", 900))).written());
        assertEquals(before + 1, ledger.head().n());
        ImportReport large = run(file("large.jsonl", circle("large", 1001)));
        assertEquals(1001, large.refused());
        assertEquals(0, large.written());
        assertTrue(large.refusals().getFirst().reason().contains("in a circle to more than 1000"));
    }

    private static List<ClewRecord> circle(String name, int size) {
        List<ClewRecord> circle = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            circle.add(supporting(name + "-" + i, name + "-" + (i + 1) % size));
        }
        return circle;
    }

    @Test
    void anImportStoppedHalfWayIsFinishedByRunningItAgain() throws IOException {
        List<ClewRecord> records = new ArrayList<>(SmallWorld.all());
        for (int i = 0; i < 4000; i++) {
            records.add(SmallWorld.insight("claim-" + i));
        }
        Path file = file("long.jsonl", records);
        ImportRequest stopped = ImportRequest.of(List.of(file), ADA, false, progress -> {
            if (progress.stage() == Stage.WRITING && progress.records() >= 2000) {
                throw new IllegalStateException("stopped on purpose");
            }
        });
        assertThrows(IllegalStateException.class, () -> imports.run(stopped));
        long there = ledger.counts().records();
        assertTrue(there >= 2000 && there < 4009, "there: " + there);
        ImportReport report = run(file);
        assertEquals(there, report.skipped());
        assertEquals(4009 - there, report.written());
        assertEquals(4009, ledger.counts().records());
    }

    @Test
    void progressEndsAtTheWhole() throws IOException {
        List<ImportProgress> seen = new ArrayList<>();
        Path file = file("world.jsonl", SmallWorld.all());
        imports.run(ImportRequest.of(List.of(file), ADA, false, seen::add));
        ImportProgress last = seen.getLast();
        assertEquals(Stage.WRITING, last.stage());
        assertEquals(last.total(), last.done());
        assertEquals(9, last.records());
        assertTrue(seen.stream().anyMatch(each -> each.stage() == Stage.CHECKING && each.done() == each.total()));
    }

    @Test
    void byteOrderMarksWindowsLineEndsAndLongLinesAreUnderstood() throws IOException {
        String brief = line(SmallWorld.BRIEF);
        Path file = directory.resolve("windows.jsonl");
        Files.writeString(
                file, "\ufeff" + brief + "\r\n\r\n{\"id\":\"" + "x".repeat(RecordLines.LIMIT_LINE_BYTES) + "\"}\r\n");
        ImportReport report = run(file);
        assertEquals(1, report.written());
        assertEquals(3, report.refusals().getFirst().line());
        assertTrue(report.refusals().getFirst().reason().contains("1048576 bytes"));
    }

    @Test
    void ofATrigFileEachGraphThatIsNoRecordIsRefusedAndTheRestKept() throws IOException {
        run(file("world.jsonl", SmallWorld.all()));
        Path file = file(
                "mixed.trig",
                "PREFIX clew: <https://w3id.org/clew/ontology#>",
                "PREFIX dcterms: <http://purl.org/dc/terms/>",
                "<http://elsewhere.example/source/far> { <http://elsewhere.example/source/far> a clew:Document . }",
                "<source/good> { <source/good> a clew:Document ; dcterms:title \"Good\" . }",
                "<source/outside> a clew:Document ; dcterms:title \"Outside\" .",
                "<source/odd> { <source/odd> a clew:Document ; dcterms:title \"Odd\" ; clew:colour \"red\" . }",
                "<source/last> { <source/last> a clew:Document ; dcterms:title \"Last\" . }",
                "<source/broken> { <source/broken> a ");
        ImportReport report = run(file);
        assertEquals(1, report.written());
        assertEquals(4, report.refused());
        String all = report.refusals().toString();
        assertTrue(all.contains("no record of this library stands at http://elsewhere.example/source/far"), all);
        assertTrue(all.contains("colour"), all);
        assertTrue(all.contains("stands at the triples outside of graphs"), all);
        assertTrue(all.contains("mixed.trig:9: the file cannot be read from here on"), all);
        assertTrue(all.contains("source/last, is not taken either"), all);
    }

    @Test
    void aTurtleFileHoldsOneRecord() throws IOException {
        Path file = file(
                "one.ttl",
                "PREFIX clew: <https://w3id.org/clew/ontology#>",
                "<http://localhost:8080/source/one> a clew:Document ; <http://purl.org/dc/terms/title> \"One\" .");
        assertEquals(1, run(file).written());
    }

    @Test
    void aFileThatIsMissingOrOfAnotherKindIsRefusedByName() throws IOException {
        Path missing = directory.resolve("missing.jsonl");
        ClewException refusal = assertThrows(ClewException.class, () -> run(missing));
        assertEquals(ErrorCode.NOT_FOUND, refusal.code());
        assertTrue(String.valueOf(refusal.getMessage()).contains("missing.jsonl"));
        Path picture = file("picture.png", "x");
        assertEquals(
                ErrorCode.UNSUPPORTED_FORMAT,
                assertThrows(ClewException.class, () -> run(picture)).code());
    }

    @Test
    void packedFilesAreReadAndADamagedOneIsRefused() throws IOException {
        byte[] packed = packed(line(SmallWorld.BRIEF).getBytes(StandardCharsets.UTF_8));
        assertEquals(
                1, run(Files.write(directory.resolve("brief.jsonl.gz"), packed)).written());
        Path damaged = Files.write(directory.resolve("cut.jsonl.gz"), Arrays.copyOf(packed, packed.length - 9));
        ClewException refusal = assertThrows(ClewException.class, () -> run(damaged));
        assertTrue(String.valueOf(refusal.getMessage()).contains("is packed and damaged"));
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream packing = new GZIPOutputStream(out)) {
            packing.write(bytes);
        }
        return out.toByteArray();
    }

    @Test
    void aFileThatUnpacksWithoutEndIsRefusedAtTheLimit() throws IOException {
        Path bomb = directory.resolve("bomb.csv.gz");
        byte[] zeros = new byte[1 << 20];
        try (OutputStream packing = new GZIPOutputStream(Files.newOutputStream(bomb))) {
            for (long size = 0; size <= Unpacking.LIMIT_UNPACKED_BYTES; size += zeros.length) {
                packing.write(zeros);
            }
        }
        assertEquals(
                ErrorCode.TOO_LARGE,
                assertThrows(ClewException.class, () -> run(bomb)).code());
    }

    @Test
    void aContextThatIsToBeFetchedIsRefusedByNameAndNothingIsRead() throws IOException {
        for (String context : List.of(
                "\"http://elsewhere.example/context\"",
                "[{}, \"http://elsewhere.example/context\"]",
                "{\"@version\": 1.1, \"@import\": \"http://elsewhere.example/context\"}",
                "{\"a\": {\"@id\": \"http://a.example/\", \"@context\": \"http://elsewhere.example/context\"}}")) {
            Path file = file("remote.jsonld", "{\"@context\": " + context + ", \"@graph\": [{\"@id\": \"source/a\"}]}");
            ImportReport report = run(file);
            assertEquals(0, report.written());
            assertTrue(report.refusals().toString().contains("is to be fetched from elsewhere"), context);
        }
    }

    @Test
    void whatIsToBeReviewedIsHandedOverAndNothingIsWritten() throws IOException {
        run(file("world.jsonl", SmallWorld.all()));
        long before = ledger.head().n();
        ClewRecord changed = SmallWorld.insight("compute-enables", "Said otherwise.");
        Path file = file("more.jsonl", List.of(SmallWorld.WEAKENS, changed, SmallWorld.insight("fresh")));
        List<FoundRecord> found = new ArrayList<>();
        ImportReport report = imports.propose(ImportRequest.of(List.of(file), ADA), found::addAll);
        assertEquals(
                List.of(
                        new FoundRecord(changed, file.toString(), 2, 1L),
                        new FoundRecord(SmallWorld.insight("fresh"), file.toString(), 3, null)),
                found);
        assertEquals(2, report.written());
        assertEquals(1, report.skipped());
        assertEquals(before, ledger.head().n());
    }
}
