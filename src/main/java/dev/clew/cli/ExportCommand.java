package dev.clew.cli;

import dev.clew.app.Installation;
import dev.clew.exchange.ExportSelection;
import dev.clew.exchange.FileFormat;
import dev.clew.exchange.LibraryExport;
import dev.clew.exchange.LibraryExport.Addresses;
import dev.clew.ledger.Ledger;
import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.model.RecordName;
import dev.clew.model.Slug;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code export}: writes every published record to standard output or a file, in a stable order. */
@Command(
        name = "export",
        description = "Writes every published record: to standard output, or to a file that must not exist yet.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    @Mixin
    private final SettingsOptions options = new SettingsOptions();

    @Option(
            names = "--format",
            paramLabel = "jsonl|trig|nq|jsonld|csv|graphml|gexf|md",
            defaultValue = "trig",
            description = "The format (default trig).")
    private String format = "trig";

    @Option(names = "--relative", description = "Writes addresses relative to the base, as in the library that ships.")
    private boolean relative;

    @Option(names = "--around", paramLabel = "ENTITY", description = "Only what is near this entity.")
    private @Nullable String around;

    @Option(
            names = "--hops",
            paramLabel = "N",
            defaultValue = "1",
            description = "How many steps from the entity, 1 to 3 (default 1).")
    private int hops = 1;

    @Option(names = "--out", paramLabel = "FILE", description = "The file; without it standard output.")
    private @Nullable Path file;

    @Override
    public Integer call() {
        FileFormat chosen = FileFormat.toWrite(format);
        try (Installation installation = Installation.open(options.read());
                OutputStream out = open(file)) {
            LibraryExport export = new LibraryExport(installation.ledger(), installation.base());
            Addresses addresses = relative ? Addresses.RELATIVE : Addresses.UNDER_THE_BASE;
            if (around == null) {
                export.write(chosen, addresses, out);
            } else {
                export.write(selection(installation.ledger(), around), chosen, addresses, out);
            }
            return 0;
        } catch (IOException failed) {
            throw new ClewException(
                    ErrorCode.NO_SPACE,
                    "The export was not finished: " + failed.getMessage() + ". Check the disk or the reading program.",
                    failed);
        }
    }

    private ExportSelection selection(Ledger ledger, String entity) {
        if (!Slug.isSlug(entity) || ledger.read(RecordName.entity(entity)).isEmpty()) {
            throw new ClewException(ErrorCode.NOT_FOUND, "There is no entity '" + entity + "': correct its id.");
        }
        if (hops < 1 || hops > ExportSelection.LIMIT_HOPS) {
            throw new ClewException(
                    ErrorCode.BAD_REQUEST,
                    "--hops must be 1 to " + ExportSelection.LIMIT_HOPS + "; it was " + hops + ".");
        }
        return ExportSelection.around(ledger, entity, hops);
    }

    private static OutputStream open(@Nullable Path target) throws IOException {
        if (target == null) {
            return new BufferedOutputStream(new FileOutputStream(java.io.FileDescriptor.out));
        }
        if (Files.exists(target)) {
            throw new ClewException(
                    ErrorCode.CONFLICT, "The file " + target + " is there already: remove it, or name another.");
        }
        return new BufferedOutputStream(Files.newOutputStream(target));
    }
}
