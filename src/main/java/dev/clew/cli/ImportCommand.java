package dev.clew.cli;

import dev.clew.app.Installation;
import dev.clew.desk.ImportRun.Mode;
import dev.clew.exchange.ImportFile;
import dev.clew.exchange.ImportReport;
import dev.clew.exchange.ImportRequest;
import dev.clew.exchange.MendFile;
import dev.clew.exchange.TableColumn;
import dev.clew.ledger.Change.Author;
import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code import}: reads files of records into the ledger; exit code 1 when any record was refused. */
@Command(
        name = "import",
        description =
                "Imports records from .jsonl, .csv, .trig, .ttl, .nq or .jsonld files, read as one set. A bad record is refused"
                        + " with its file, line and reason; the good ones are imported. Which of them others say too, a running"
                        + " server tells on its page of imports.",
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
    @Mixin
    private final SettingsOptions options = new SettingsOptions();

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "The files.")
    private List<Path> files = List.of();

    @Option(names = "--strict", description = "Writes nothing when any record is refused.")
    private boolean strict;

    @Option(names = "--as-proposals", description = "Keeps the records for review instead of publishing them.")
    private boolean asProposals;

    @Option(
            names = "--refused",
            paramLabel = "FILE",
            description = "Writes what was refused of one .csv or .jsonl file to a file to mend and import again.")
    private @Nullable Path refused;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        String why =
                files.stream().map(file -> String.valueOf(file.getFileName())).collect(Collectors.joining(", "));
        try (Installation installation = Installation.open(options.read());
                Progress progress = new Progress("Importing")) {
            Author author = new Author("import", "import of " + why);
            ImportRequest request = ImportRequest.of(
                    files, author, strict, at -> progress.show(at.stage().code(), at.done(), at.total()));
            ImportReport report =
                    installation.fileImports().run(request, why, asProposals ? Mode.PROPOSE : Mode.PUBLISH);
            progress.endStage();
            report.refusals().forEach(err::println);
            writeRefused(report);
            out.printf(
                    Locale.ROOT,
                    "%d records read: %d %s, %d already there, %d refused. The library is at change %d.%n",
                    report.read(),
                    report.written(),
                    asProposals ? "kept for review" : "written",
                    report.skipped(),
                    report.refused(),
                    report.position().n());
            return report.refused() == 0 ? 0 : 1;
        }
    }

    private void writeRefused(ImportReport report) {
        Path target = refused;
        if (target == null || report.refusals().isEmpty()) {
            return;
        }
        ImportFile file = ImportFile.of(files.getFirst());
        if (files.size() > 1 || !MendFile.isOffered(file.format())) {
            throw new ClewException(
                    ErrorCode.BAD_REQUEST, "--refused needs one .csv or .jsonl file: the refusals are told above.");
        }
        List<MendFile.Entry> entries = report.refusals().stream()
                .map(each -> new MendFile.Entry(each.reason(), each.content()))
                .toList();
        try (Writer writer = Files.newBufferedWriter(target, StandardOpenOption.CREATE_NEW)) {
            MendFile.write(file.format(), MendFile.head(TableColumn.of(file)), entries, writer);
        } catch (IOException failed) {
            throw new ClewException(
                    ErrorCode.CONFLICT,
                    "The file " + target + " cannot be written, or is there already: name another.",
                    failed);
        }
    }
}
