package dev.clew.curate;

import dev.clew.desk.Desk;
import dev.clew.desk.ImportRun;
import dev.clew.desk.ImportRun.Changes;
import dev.clew.desk.ImportRun.Counts;
import dev.clew.desk.ImportRun.Given;
import dev.clew.desk.ImportRun.Mode;
import dev.clew.desk.ImportRun.Refused;
import dev.clew.desk.ImportRun.State;
import dev.clew.exchange.ImportReport;
import dev.clew.exchange.ImportRequest;
import dev.clew.exchange.LibraryImport;
import dev.clew.exchange.RecordJson;
import dev.clew.exchange.Refusal;
import java.util.List;

/**
 * Imports of files on this machine, by a command: kept at the desk like those that come over HTTP, so that they are listed,
 * and undone, there.
 */
public final class FileImports {
    private final Desk desk;
    private final LibraryImport importer;
    private final ProposedRecords proposed;

    /** Imports by this importer and keeps at this desk how it went. */
    public FileImports(Desk desk, LibraryImport importer, RecordJson json) {
        this.desk = desk;
        this.importer = importer;
        this.proposed = new ProposedRecords(desk.proposals(), json);
    }

    /**
     * Runs an import to its end.
     *
     * @param name what the files are called
     * @param mode publish or propose
     * @throws dev.clew.model.ClewException as {@link LibraryImport} does; it is noted as failed then
     */
    public ImportReport run(ImportRequest request, String name, Mode mode) {
        String by = request.author().who();
        String shown = name.length() <= 200 ? name : name.substring(0, 199) + "…";
        long number = desk.imports().begin(new Given(by, shown, "", mode, ""));
        boolean whole = false;
        try {
            ImportReport report = mode == Mode.PUBLISH
                    ? importer.run(request)
                    : importer.propose(request, found -> proposed.keep(number, by, found));
            end(number, report);
            whole = true;
            return report;
        } finally {
            if (!whole) {
                desk.imports().settle(number, State.FAILED);
            }
        }
    }

    private void end(long number, ImportReport report) {
        ImportRun run = desk.imports().require(number);
        Changes changes = new Changes(report.run(), report.position().n());
        Counts counts = new Counts(report.read(), report.written(), report.skipped(), report.refused());
        List<Refused> refused =
                report.refusals().stream().map(FileImports::refused).toList();
        desk.imports()
                .end(new ImportRun(number, run.file(), State.DONE, run.made(), null, changes, counts, ""), refused);
    }

    /** A refusal as the desk keeps it. */
    static Refused refused(Refusal refusal) {
        String name = refusal.name();
        return new Refused(refusal.line(), name == null ? "" : name, refusal.reason(), refusal.content());
    }
}
