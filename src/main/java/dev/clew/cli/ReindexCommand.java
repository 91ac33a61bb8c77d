package dev.clew.cli;

import dev.clew.app.Derived;
import dev.clew.app.Installation;
import dev.clew.app.Settings;
import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.projection.Projections;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code reindex}: removes everything derived and builds it anew from the ledger. */
@Command(
        name = "reindex",
        description = "Removes what is derived and builds it anew from the ledger. Stop the server first.",
        mixinStandardHelpOptions = true)
final class ReindexCommand implements Callable<Integer> {
    private static final Duration LIMIT = Duration.ofHours(12);

    @Mixin
    private final SettingsOptions options = new SettingsOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private CommandSpec spec;

    @Override
    public Integer call() {
        Settings settings = options.read();
        try (Installation installation = Installation.openAlone(settings)) {
            Derived.remove(settings.data());
            Derived derived = Derived.open(settings.data(), installation.base());
            long n = installation.ledger().head().n();
            try (Projections projections = Projections.start(installation.ledger(), derived.all())) {
                if (!projections.awaitReached(n, LIMIT)) {
                    throw new ClewException(ErrorCode.TIMED_OUT, "What is derived was not built: see the lines above.");
                }
            }
            spec.commandLine().getOut().printf(Locale.ROOT, "Everything derived was built anew at change %d.%n", n);
            return 0;
        }
    }
}
