package dev.clew.exchange;

import dev.clew.exchange.ImportEntry.State;
import dev.clew.exchange.ImportProgress.Stage;
import dev.clew.ledger.Edit;
import dev.clew.ledger.Ledger;
import dev.clew.model.ClewException;
import dev.clew.ontology.Base;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Consumer;

/**
 * Imports files of records into the ledger: first everything is read and checked, then the good records are written in
 * changes of at most {@value Edit#LIMIT_RECORDS}, so that no record is ever there before what it refers to.
 *
 * <p>Memory holds names, kinds and references, some 200 bytes a record, and a few changes at a time. When it is stopped
 * half-way, running it again skips what is there. A record that is there already is replaced.
 */
public final class LibraryImport {
    private final Ledger ledger;
    private final Base base;
    private final RecordJson json;

    /** Makes the target of an import from its first pass. */
    private interface Target {
        ImportTarget of(ImportSet set, ImportCheck check);
    }

    /** Imports into the ledger; addresses in RDF files are relative to the base or stand under it. */
    public LibraryImport(Ledger ledger, Base base) {
        this.ledger = ledger;
        this.base = base;
        this.json = new RecordJson(base);
    }

    /**
     * Runs an import and tells what became of it; refused records are in the report and stop nothing but themselves.
     *
     * @throws ClewException bad-request or unsupported-format for a file that cannot be read; no-space and the like when
     *     the ledger cannot write: what was written until then stays
     */
    public ImportReport run(ImportRequest request) {
        return run(request, (set, check) -> new ImportWriting(ledger, set, check, request.author()));
    }

    /**
     * The same, but hands the good records to somebody who keeps them for review instead of writing them.
     *
     * @param taker is given some at a time; what it throws stops the import
     */
    public ImportReport propose(ImportRequest request, Consumer<List<FoundRecord>> taker) {
        return run(request, (set, check) -> new ImportProposing(ledger, check, taker));
    }

    private ImportReport run(ImportRequest request, Target target) {
        try (ImportFiles files = new ImportFiles(base, json)) {
            ImportSet set = new ImportSet(ledger);
            ImportCheck check = new ImportCheck(set, json, ledger.door());
            check(request, files, set, check);
            List<List<ImportEntry>> groups = writableGroups(set, check);
            ImportTarget writing = target.of(set, check);
            if (!request.strict() || set.refused() == 0) {
                write(request, set, writing, groups);
            }
            return new ImportReport(
                    set.read(),
                    writing.written(),
                    writing.skipped(),
                    set.refused(),
                    files.withContents(set.refusals()),
                    ledger.head(),
                    writing.run());
        }
    }

    private static void check(ImportRequest request, ImportFiles files, ImportSet set, ImportCheck check) {
        long total = request.files().stream().mapToLong(LibraryImport::size).sum();
        long before = 0;
        for (ImportFile file : request.files()) {
            long done = before;
            RecordLines lines = files.open(file, set);
            check.read(lines, () -> tell(request, set, Math.min(total, done + lines.position()), total));
            before += size(file);
        }
        check.finish(() -> tell(request, set, total, total));
    }

    private static void tell(ImportRequest request, ImportSet set, long done, long total) {
        request.progress().accept(new ImportProgress(Stage.CHECKING, done, total, set.read(), set.refused(), 0));
    }

    private static long size(ImportFile file) {
        try {
            return Files.size(file.path());
        } catch (IOException unreadable) {
            throw RecordLines.unreadable(file.shownName(), unreadable);
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
            ImportRequest request, ImportSet set, ImportTarget writing, List<List<ImportEntry>> groups) {
        long total = set.entries().stream()
                .filter(entry -> entry.state == State.GOOD)
                .mapToLong(entry -> entry.place.length() + 1)
                .sum();
        long[] done = {0};
        writing.write(ImportOrder.batches(groups), bytes -> {
            done[0] += bytes;
            long records = writing.written() + writing.skipped();
            request.progress()
                    .accept(new ImportProgress(Stage.WRITING, done[0], total, records, set.refused(), writing.run()));
        });
    }
}
