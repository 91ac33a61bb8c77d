package dev.clew.cli;

import dev.clew.app.Installation;
import dev.clew.exchange.ImportReport;
import dev.clew.exchange.ImportRequest;
import dev.clew.ledger.Change.Author;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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
                        + " with its file, line and reason; the good ones are imported.",
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
    @Mixin
    private final SettingsOptions options = new SettingsOptions();

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "The files.")
    private List<Path> files = List.of();

    @Option(names = "--strict", description = "Writes nothing when any record is refused.")
    private boolean strict;

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
            ImportReport report = installation
                    .imports()
                    .run(ImportRequest.of(
                            files,
                            author,
                            strict,
                            at -> progress.show(at.stage().code(), at.done(), at.total())));
            progress.endStage();
            report.refusals().forEach(err::println);
            out.printf(
                    Locale.ROOT,
                    "%d records read: %d written, %d already there, %d refused. The library is at change %d.%n",
                    report.read(),
                    report.written(),
                    report.skipped(),
                    report.refused(),
                    report.position().n());
            return report.refused() == 0 ? 0 : 1;
        }
    }
}
