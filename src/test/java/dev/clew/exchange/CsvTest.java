package dev.clew.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.SmallWorld;
import dev.clew.exchange.CsvColumns.CsvColumn;
import dev.clew.ledger.Change.Author;
import dev.clew.ledger.Ledger;
import dev.clew.ledger.LedgerSettings;
import dev.clew.ledger.RecordChange.Content;
import dev.clew.model.ClewException;
import dev.clew.model.ClewRecord;
import dev.clew.model.Insight;
import dev.clew.model.Link;
import dev.clew.model.RecordName;
import dev.clew.model.Relations;
import dev.clew.model.Sign;
import dev.clew.ontology.Base;
import dev.clew.ontology.RandomRecords;
import dev.clew.ontology.RelationCatalogue;
import dev.clew.store.Store;
import dev.clew.store.StoreSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables as curators keep them, into the ledger and back. */
class CsvTest {
    private static final Author ADA = new Author("ada", "a test");
    private static final RecordJson JSON = new RecordJson(Base.DEFAULT);
    private static final Relations RELATIONS = RelationCatalogue.load();

    @TempDir
    Path directory;

    private Store store;
    private Ledger ledger;

    @BeforeEach
    void open() throws IOException {
        store = Store.open(StoreSettings.in(directory.resolve("data")));
        ledger = Ledger.open(LedgerSettings.on(store));
        StringBuilder world = new StringBuilder();
        for (ClewRecord record : SmallWorld.all()) {
            world.append(new String(JSON.line(record), StandardCharsets.UTF_8)).append('\n');
        }
        Path file = Files.writeString(directory.resolve("world.jsonl"), world);
        assertEquals(List.of(), run(file).refusals());
    }

    @AfterEach
    void close() {
        store.close();
    }

    private ImportReport run(Path file) {
        return new LibraryImport(ledger, Base.DEFAULT).run(ImportRequest.of(List.of(file), ADA));
    }

    private ImportReport run(String content) throws IOException {
        return run(content.getBytes(StandardCharsets.UTF_8));
    }

    private ImportReport run(byte[] content) throws IOException {
        return run(Files.write(directory.resolve("table.csv"), content));
    }

    private Insight insight(String id) {
        return (Insight)
                ledger.read(RecordName.insight(id)).orElseThrow().record().orElseThrow();
    }

    private static byte[] table(List<? extends ClewRecord> records) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvWriter writer = new CsvWriter(JSON, RELATIONS, out);
        writer.start();
        for (ClewRecord record : records) {
            writer.write(new Content(record, ""));
        }
        writer.end();
        return out.toByteArray();
    }

    private List<ClewRecord> read(byte[] table) throws IOException {
        Path file = Files.write(directory.resolve("any.csv"), table);
        Path lines = directory.resolve("any.jsonl");
        ImportSet set = new ImportSet(ledger);
        new CsvRecords(RELATIONS, set).convert(ImportFile.of(file), lines);
        assertEquals(List.of(), set.refusals());
        List<ClewRecord> records = new ArrayList<>();
        for (String line : Files.readAllLines(lines)) {
            if (!line.isBlank()) {
                records.add(JSON.read(line.getBytes(StandardCharsets.UTF_8)).record());
            }
        }
        return records;
    }

    @Test
    void anyRecordsAreReadBackAsTheyWereWritten() throws IOException {
        for (long seed = 0; seed < 200; seed++) {
            RandomRecords random = new RandomRecords(new Random(seed));
            List<ClewRecord> records = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                records.add(random.record());
            }
            assertEquals(records, read(table(records)), "seed " + seed);
        }
    }

    @Test
    void noCellOfAnExportRunsAsAFormulaAndItsTextComesBackAsItWas() throws IOException {
        List<String> texts = List.of(
                "=cmd|' /C calc'!A0",
                "+1 for this",
                "-1 is less",
                "@SUM(1,1)",
                "\t=1+1",
                "  =1+1",
                "\n@x",
                "'quoted",
                "'=quoted",
                "''",
                "＝1",
                "plain",
                "5 - 3");
        List<ClewRecord> records = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            records.add(SmallWorld.insight("odd-" + "abcdefghijklmnop".charAt(i), texts.get(i)));
        }
        byte[] table = table(records);
        int text = new CsvColumns(RELATIONS)
                .all().stream().map(CsvColumn::field).toList().indexOf("text");
        try (CsvTable rows = CsvTable.open(Files.write(directory.resolve("cells.csv"), table))) {
            for (CsvTable.Row row = rows.next(); row != null; row = rows.next()) {
                String cell = row.cells().get(text).strip();
                assertFalse("=+-@＝".contains(cell.substring(0, 1)), cell);
            }
        }
        assertEquals(records, read(table));
    }

    @Test
    void linksAreReadAsACuratorWritesThem() throws IOException {
        ImportReport report = run("""
                Claim,Believed by,Source,Topic,Links
                More compute strengthens the alliance.,ada,brief,geopolitics,compute > enables > sovereignty; !sovereignty{self-reliance} > weakens > alliance @2030; ~compute > Raises > alliance @"if prices fall; and stay"
                """);
        assertEquals(List.of(), report.refusals());
        Insight found = insight("more-compute-strengthens-the-alliance-bb8f7223");
        assertEquals("ada", found.belief().holder());
        assertEquals(3, found.links().size());
        assertTrue(found.links().contains(Link.of("compute", "enables", "sovereignty", Sign.PLUS)));
        assertTrue(found.links().stream()
                .anyMatch(link -> link.denied()
                        && "self-reliance".equals(link.subject().framing())
                        && "2030".equals(link.scope().period())));
        assertTrue(found.links().stream()
                .anyMatch(link -> link.sign() == Sign.ZERO
                        && "if prices fall; and stay".equals(link.scope().condition())));
    }

    @Test
    void aTableFromAWindowsSpreadsheetWithMarkSemicolonsAndItsLineEndsIsRead() throws IOException {
        ImportReport report = run("\ufeff\"id\";\"text\";source;start\r\n"
                + "one;\"A claim; with a semicolon\r\nand two lines.\";brief;1:02:33\r\n;;;\r\n"
                + "# a remark;;;\r\ntwo;Another.;brief;12:34\r\n");
        assertEquals(List.of(), report.refusals());
        assertEquals(2, report.written());
        assertEquals(
                "A claim; with a semicolon\nand two lines.",
                insight("one").claim().text());
        assertEquals(3753, insight("one").passage().span().start());
        assertEquals(754, insight("two").passage().span().start());
    }

    @Test
    void aBadRowIsRefusedWithItsLineAndFieldAndTheGoodOnesAreKept() throws IOException {
        ImportReport report = run("""
                id,text,source,start,links
                good,"A claim
                over two lines.",brief,,
                no-time,A claim.,brief,soon,
                no-link,A claim.,brief,,compute enables sovereignty
                no-relation,A claim.,brief,,compute > enables > alliance; compute > loves > alliance
                too-many,A claim.,brief,,,and more
                no-source,A claim.,nowhere,,
                also-good,A claim.,brief,,
                """);
        assertEquals(2, report.written());
        List<String> told = report.refusals().stream()
                .map(refusal -> refusal.line() + " " + refusal.reason())
                .toList();
        assertEquals(5, told.size(), told.toString());
        assertTrue(told.get(0).startsWith("4 start: must be seconds such as 754"), told.get(0));
        assertTrue(told.get(1).startsWith("5 links[0]: must read subject > relation > object"), told.get(1));
        assertTrue(told.get(2).startsWith("6 links[1].relation: is no relation; there are: "), told.get(2));
        assertTrue(told.get(3).startsWith("7 has more cells than there are headings"), told.get(3));
        assertTrue(told.get(4).startsWith("8 source: no source of this id is published"), told.get(4));
    }

    @Test
    void anUnknownHeadingIsNamedWithThoseThatThereAre() {
        String refusal = assertThrows(ClewException.class, () -> run("id,text,holdr\na,b,c\n"))
                .getMessage();
        assertTrue(refusal.contains("holdr") && refusal.contains("holder, speaker"), refusal);
    }

    @Test
    void aTableThatIsNotUtf8IsRefusedWithLineAndByte() {
        byte[] table = "id,text,source\na,Größe,brief\n".getBytes(Charset.forName("windows-1252"));
        String refusal = assertThrows(ClewException.class, () -> run(table)).getMessage();
        assertTrue(refusal.startsWith("line 2: of ") && refusal.contains("at byte 20 of the file"), refusal);
    }

    @Test
    void aQuotationMarkLeftOpenDoesNotSwallowMemory() throws IOException {
        String open = "id,text,source\ngood,A claim.,brief\nbad,\"never closed,brief\n";
        ImportReport report = run(open + "x,A claim.,brief\n".repeat(200_000));
        assertEquals(1, report.written());
        assertTrue(
                report.refusals().getFirst().reason().contains("more than " + CsvTable.LIMIT_ROW_CHARACTERS),
                report.refusals().toString());
    }
}
