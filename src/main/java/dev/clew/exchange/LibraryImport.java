package dev.clew.exchange;

import dev.clew.exchange.ImportEntry.State;
import dev.clew.exchange.ImportProgress.Stage;
import dev.clew.ledger.Edit;
import dev.clew.ledger.Ledger;
import dev.clew.model.ClewException;
import dev.clew.ontology.Base;
import dev.clew.ontology.RecordRdf;
import dev.clew.ontology.RelationCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Imports files of records into the ledger: first everything is read and checked, then the good records are written in
 * changes of at most {@value Edit#LIMIT_RECORDS}, so that no record is ever there before what it refers to.
 *
 * <p>Memory holds names, kinds and references, some 200 bytes a record, and a few changes at a time. When it is stopped
 * half-way, running it again skips what is there. A record that is there already is replaced.
 */
public final class LibraryImport {
    private final Ledger ledger;
    private final RecordJson json;
    private final RecordRdf rdf;

    /** Imports into the ledger; addresses in RDF files are relative to the base or stand under it. */
    public LibraryImport(Ledger ledger, Base base) {
        this.ledger = ledger;
        this.json = new RecordJson(base);
        this.rdf = new RecordRdf(base);
    }

    /**
     * Runs an import and tells what became of it; refused records are in the report and stop nothing but themselves.
     *
     * @throws ClewException bad-request or unsupported-format for a file that cannot be read; no-space and the like when
     *     the ledger cannot write: what was written until then stays
     */
    public ImportReport run(ImportRequest request) {
        request.files().forEach(FileFormat::of);
        try (OpenFiles files = new OpenFiles(json, rdf)) {
            return run(request, files);
        }
    }

    private ImportReport run(ImportRequest request, OpenFiles files) {
        ImportSet set = new ImportSet(ledger);
        ImportCheck check = new ImportCheck(set, json, ledger.door());
        long total = request.files().stream().mapToLong(LibraryImport::size).sum();
        long before = 0;
        for (Path file : request.files()) {
            long done = before;
            RecordLines lines = files.open(file, set);
            check.read(lines, () -> {
                long position = Math.min(total, done + lines.position());
                request.progress()
                        .accept(new ImportProgress(Stage.CHECKING, position, total, set.read(), set.refused()));
            });
            before += size(file);
        }
        check.finish(() ->
                request.progress().accept(new ImportProgress(Stage.CHECKING, total, total, set.read(), set.refused())));
        List<List<ImportEntry>> groups = writableGroups(set, check);
        ImportWriting writing = new ImportWriting(ledger, set, check, request.author());
        if (!request.strict() || set.refused() == 0) {
            write(request, set, writing, groups);
        }
        return new ImportReport(
                set.read(),
                writing.written(),
                writing.skipped(),
                set.refused(),
                set.refusals(),
                ledger.head(),
                writing.run());
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException unreadable) {
            throw RecordLines.unreadable(file.toString(), unreadable);
        }
    }

    private static List<List<ImportEntry>> writableGroups(ImportSet set, ImportCheck check) {
        while (true) {
            List<List<ImportEntry>> groups = ImportOrder.groups(set);
            List<ImportEntry> tooMany = groups.stream()
                    .filter(group -> group.size() > Edit.LIMIT_RECORDS)
                    .flatMap(List::stream)
                    .toList();
            if (tooMany.isEmpty()) {
                return groups;
            }
            tooMany.forEach(entry -> set.refuse(
                    entry,
                    "refers in a circle to more than " + Edit.LIMIT_RECORDS
                            + " records: take some of the references out and add them later"));
            check.refuseWhatStoodOn(tooMany, () -> {});
        }
    }

    private static void write(
            ImportRequest request, ImportSet set, ImportWriting writing, List<List<ImportEntry>> groups) {
        long total = set.entries().stream()
                .filter(entry -> entry.state == State.GOOD)
                .mapToLong(entry -> entry.place.length() + 1)
                .sum();
        long[] done = {0};
        writing.write(ImportOrder.batches(groups), bytes -> {
            done[0] += bytes;
            long records = writing.written() + writing.skipped();
            request.progress().accept(new ImportProgress(Stage.WRITING, done[0], total, records, set.refused()));
        });
    }

    /** The files under way, with what was made of those that are not JSON Lines. */
    private static final class OpenFiles implements AutoCloseable {
        private final RecordJson json;
        private final RecordRdf rdf;
        private final List<RecordLines> open = new ArrayList<>();
        private final List<Path> made = new ArrayList<>();

        OpenFiles(RecordJson json, RecordRdf rdf) {
            this.json = json;
            this.rdf = rdf;
        }

        RecordLines open(Path file, ImportSet set) {
            FileFormat format = FileFormat.of(file);
            RecordLines lines = format == FileFormat.JSON_LINES ? RecordLines.of(file) : convert(file, format, set);
            open.add(lines);
            return lines;
        }

        private RecordLines convert(Path file, FileFormat format, ImportSet set) {
            try {
                Path lines = Files.createTempFile("clew-import", ".jsonl");
                made.add(lines);
                if (format == FileFormat.CSV) {
                    new CsvRecords(RelationCatalogue.load(), set).convert(file, lines);
                    return RecordLines.lineByLine(lines, file);
                }
                new RdfRecords(rdf, json, set).convert(file, format, lines);
                return RecordLines.madeOf(lines, file);
            } catch (IOException failed) {
                throw RecordLines.unreadable(file.toString(), failed);
            }
        }

        @Override
        public void close() {
            open.forEach(RecordLines::close);
            for (Path lines : made) {
                try {
                    Files.deleteIfExists(lines);
                } catch (IOException stays) {
                    throw RecordLines.unreadable(lines.toString(), stays);
                }
            }
        }
    }
}
