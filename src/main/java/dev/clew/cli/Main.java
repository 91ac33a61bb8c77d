package dev.clew.cli;

import dev.clew.model.ClewException;
import java.io.PrintWriter;
import java.util.logging.Level;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The command line: {@code java -jar clew.jar COMMAND}; exit code 0 done, 1 refused or failed, 2 wrong usage. */
@Command(
        name = "clew",
        description = "Clew follows what people claim from claim to claim.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ServeCommand.class,
            ImportCommand.class,
            ExportCommand.class,
            ScanCommand.class,
            UserCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            BriefCommand.class,
            CheckCommand.class,
            ReindexCommand.class,
            AotCacheCommand.class,
            RehearseCommand.class
        })
public final class Main implements Runnable {
    /** By this Lucene tells whoever starts the jar that it would be faster with an option; `--print-java-options` says so. */
    private static final java.util.logging.Logger LUCENE_ADVICE =
            java.util.logging.Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

    private static final Logger LOG = LoggerFactory.getLogger(Main.class);

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run
    private CommandLine.Model.CommandSpec spec;

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        // The other console of some releases is there even where nobody sits at a terminal.
        System.setProperty("jdk.console", "java.base");
        LUCENE_ADVICE.setLevel(Level.SEVERE);
        System.exit(commandLine().execute(arguments));
    }

    /** The command line with its way of telling errors: for tests that call it in process. */
    public static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Main::tell);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command, such as: serve");
    }

    private static int tell(Exception failure, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        if (failure instanceof ClewException refusal) {
            LOG.debug("Refused", refusal);
            err.println(refusal.getMessage());
            return refusal.code().exitCode();
        }
        LOG.error("Unexpected failure in {}", command.getCommandName(), failure);
        err.println("Something went wrong inside Clew; the lines above say where. Nothing acknowledged was lost.");
        return CommandLine.ExitCode.SOFTWARE;
    }
}
