package dev.clew.fault;

import dev.clew.SmallWorld;
import dev.clew.app.Installation;
import dev.clew.app.Setting;
import dev.clew.app.Settings;
import dev.clew.exchange.FileFormat;
import dev.clew.exchange.ImportFile;
import dev.clew.exchange.ImportReport;
import dev.clew.exchange.ImportRequest;
import dev.clew.exchange.LibraryExport;
import dev.clew.exchange.LibraryExport.Addresses;
import dev.clew.ledger.Change.Author;
import dev.clew.ledger.Edit;
import dev.clew.ledger.RecordEdit;
import dev.clew.model.ClewException;
import dev.clew.ontology.Base;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/**
 * Imports broken files of every format into a real ledger. Each must end within the limit with a report or a refusal, never
 * with another error; what a refused strict import wrote is nothing; and at the end everything stored is whole.
 */
public final class HostileFiles {
    static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Base BASE = new Base("http://clew.example/");
    private static final Author AUTHOR = new Author("fuzz", "hostile files");

    /** Records with everything that a record may have. */
    private static final String RICH = """
            {"type":"entity","id":"chips","label":"Chips","kind":"Resource","source":"brief","aliases":["semiconductors","chips; and, more"],"definition":"What computes.","note":"A \\"note\\"."}
            {"type":"source","id":"talks","kind":"Podcast","title":"Talks"}
            {"type":"source","id":"talk","kind":"Episode","title":"A talk","podcast":"talks","date":"2026-03-31","url":"https://talks.example/1","duration":3600}
            {"id":"rich","text":"Chips cost ten times compute, says Ada.","claimType":"forecast","certainty":"hedged","attribution":"reported","holder":"ada","speaker":"ada","source":"talk","start":12,"end":30,"quote":"ten times","links":[{"subject":"chips","relation":"enables","object":"sovereignty","sign":"+","objectFraming":"owned-hardware","scope":{"where":"compute","period":"2020/2030","condition":"if cheap"}},{"subject":"chips","relation":"weakens","object":"alliance","denied":true}],"quantities":[{"kind":"value","of":"chips","value":4.50,"unit":"USD","when":"2026"},{"kind":"factor","cause":"chips","causeBy":10,"effect":"compute","effectBy":2.5}],"supports":["compute-enables"],"contradicts":["sovereignty-weakens"],"topics":["geopolitics"],"mentions":["compute"],"note":"=1+1"}
            """;

    private final Random random;
    private final Mutator mutator;
    private final Path directory;
    private final Findings findings = new Findings();

    private HostileFiles(Path directory, long seed) {
        this.directory = directory;
        random = new Random(seed);
        mutator = new Mutator(random);
    }

    /** Imports so many mutants, formats in turn, into a library of their own below the directory. */
    public static Findings run(Path directory, long seed, int mutants) throws IOException {
        HostileFiles run = new HostileFiles(directory, seed);
        Settings settings = settings(directory);
        try (Installation installation = Installation.openAlone(settings)) {
            run.fill(installation);
            Map<FileFormat, byte[]> good = run.goodFiles(installation);
            List<FileFormat> formats = List.copyOf(good.keySet());
            for (int i = 0; i < mutants; i++) {
                FileFormat format = formats.get(i % formats.size());
                run.importMutant(installation, format, good.get(format));
            }
            Whole.require(installation.ledger(), BASE, run.findings);
            Whole.requireDerived(installation, run.findings);
        }
        return run.findings;
    }

    private static Settings settings(Path directory) {
        return Settings.read(
                Map.of(
                        Setting.DATA,
                        directory.resolve("data").toString(),
                        Setting.BASE,
                        BASE.address(),
                        Setting.EMBEDDINGS,
                        "off"),
                Map.of());
    }

    private void fill(Installation installation) throws IOException {
        List<RecordEdit> edits =
                SmallWorld.all().stream().map(RecordEdit::create).toList();
        installation.ledger().commit(new Edit(AUTHOR, edits));
        Path rich = Files.writeString(directory.resolve("rich.jsonl"), RICH);
        ImportReport report = installation.imports().run(ImportRequest.of(List.of(rich), AUTHOR));
        findings.expect(report.refused() == 0, "the good file is not good: " + report.refusals());
    }

    private Map<FileFormat, byte[]> goodFiles(Installation installation) throws IOException {
        Map<FileFormat, byte[]> files = new EnumMap<>(FileFormat.class);
        LibraryExport export = new LibraryExport(installation.ledger(), BASE);
        for (FileFormat format : FileFormat.values()) {
            if (format.isRead() && format.isWritten()) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                export.write(format, Addresses.UNDER_THE_BASE, out);
                files.put(format, out.toByteArray());
            }
        }
        files.put(FileFormat.TURTLE, """
                @base <http://clew.example/> . @prefix clew: <https://w3id.org/clew/ontology#> .
                @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix dcterms: <http://purl.org/dc/terms/> .
                <entity/chips> a clew:Resource ; rdfs:label "Chips"@en ; clew:source <source/brief> .
                """.getBytes(StandardCharsets.UTF_8));
        return files;
    }

    private void importMutant(Installation installation, FileFormat format, byte[] good) throws IOException {
        byte[] bytes = mutator.mutant(good);
        boolean packed = random.nextInt(20) == 0;
        Path file = directory.resolve("mutant");
        Files.write(file, packed ? packedMutant(bytes) : bytes);
        boolean strict = random.nextBoolean();
        long before = installation.ledger().head().n();
        long started = System.nanoTime();
        try {
            ImportFile named = ImportFile.named(file, "mutant." + format.code());
            ImportReport report =
                    installation.imports().run(new ImportRequest(List.of(named), AUTHOR, strict, progress -> {}));
            judge(report, strict, installation.ledger().head().n() - before, bytes);
        } catch (ClewException refused) {
            findings.count("refused as a whole");
            findings.expect(refused.code().httpStatus() < 500, said(format, bytes) + ": " + refused);
            findings.expect(
                    installation.ledger().head().n() == before, said(format, bytes) + " was refused and left a part");
        } catch (RuntimeException | Error uncaught) {
            findings.fault(said(format, bytes) + ": " + trace(uncaught));
        }
        long millis = (System.nanoTime() - started) / 1_000_000;
        findings.most("longest, ms", millis);
        findings.expect(millis <= LIMIT.toMillis(), said(format, bytes) + " took " + millis + " ms");
        findings.count("files of " + format.code());
    }

    private byte[] packedMutant(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream packing = new GZIPOutputStream(out)) {
            packing.write(bytes);
        }
        return random.nextBoolean() ? out.toByteArray() : mutator.mutant(out.toByteArray());
    }

    private void judge(ImportReport report, boolean strict, long changes, byte[] bytes) {
        findings.add("records refused", report.refused());
        findings.add("records written", report.written());
        if (report.read() < report.written() + report.skipped() + (strict ? 0 : report.refused())) {
            findings.fault(said(null, bytes) + ": told of more than it read: " + report);
        }
        if (strict && report.refused() > 0) {
            findings.expect(
                    changes == 0 && report.written() == 0, said(null, bytes) + " left a part of a strict import");
        }
        findings.expect(
                (report.written() > 0) == (changes > 0), said(null, bytes) + ": " + changes + " changes, " + report);
    }

    static String trace(Throwable uncaught) {
        StringBuilder said = new StringBuilder(uncaught.toString());
        StackTraceElement[] frames = uncaught.getStackTrace();
        for (int i = 0; i < Math.min(12, frames.length); i++) {
            said.append("\n    at ").append(frames[i]);
        }
        return said.toString();
    }

    private static String said(FileFormat format, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return (format == null ? "a file" : format.code()) + " (" + bytes.length + " bytes, "
                + Integer.toHexString(java.util.Arrays.hashCode(bytes)) + ") "
                + (text.length() > 1500 ? "" : text);
    }
}
