package dev.clew.cli;

import dev.clew.app.Restore;
import dev.clew.ledger.Backup;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code restore}: puts a backup into a data directory. */
@Command(
        name = "restore",
        description = "Puts a backup into an empty data directory, after verifying it. Stop the server first.",
        mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {
    @Mixin
    private final SettingsOptions options = new SettingsOptions();

    @Parameters(paramLabel = "FILE", description = "A file that the command backup or the schedule wrote.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private Path file;

    @Option(names = "--force", description = "Keeps a library that is there aside, and puts the backup in its place.")
    private boolean force;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private CommandSpec spec;

    @Override
    public Integer call() {
        Backup.Restored restored = new Restore(options.read()).from(file, force);
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "Restored %s up to change %d.%n",
                file,
                restored.position().n());
        restored.aside().ifPresent(there -> out.println("The library that was there is kept as " + there + "."));
        out.println("The next start builds anew what is derived. Accounts and tokens are as they were in the backup:"
                + " look them over with: user list");
        return 0;
    }
}
