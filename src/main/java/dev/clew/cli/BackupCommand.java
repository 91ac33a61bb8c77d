package dev.clew.cli;

import dev.clew.app.Installation;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code backup}: writes the whole library into one file, beside a running server too. */
@Command(
        name = "backup",
        description = "Writes the library, its history, proposals and accounts into one verified file, beside a running"
                + " server too.",
        mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {
    @Mixin
    private final SettingsOptions options = new SettingsOptions();

    @Parameters(
            paramLabel = "FILE",
            description = "The file to write, such as clew.sqlite.gz; must not exist yet. A SQLite database, gzipped.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private Path file;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (Installation installation = Installation.openExisting(options.read())) {
            long n = installation.backup(file).n();
            spec.commandLine().getOut().printf(Locale.ROOT, "Backed up to %s, verified, up to change %d.%n", file, n);
        }
        return 0;
    }
}
