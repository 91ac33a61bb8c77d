package dev.clew.cli;

import dev.clew.app.Derived;
import dev.clew.app.Installation;
import dev.clew.insight.LibraryCheck;
import dev.clew.insight.Task;
import dev.clew.insight.ToDo;
import dev.clew.ledger.Ledger;
import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.ontology.RelationCatalogue;
import dev.clew.projection.Comparison;
import dev.clew.projection.Projections;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code check}: whether everything derived equals what a rebuild would make, exit code 1 when it does not; with {@code
 * --library}, what a curator may want to look at, exit code 0.
 */
@Command(
        name = "check",
        description = "Brings what is derived up to date, builds it again beside, and compares. Stop the server first.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    private static final Duration CATCH_UP = Duration.ofHours(2);

    @Mixin
    private final SettingsOptions options = new SettingsOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private CommandSpec spec;

    @Option(
            names = "--library",
            description = "Lists what a curator may want to look at instead; works beside a running server.")
    private boolean library;

    @Override
    public Integer call() {
        return library ? toDo() : compare();
    }

    private int toDo() {
        try (Installation installation = Installation.open(options.read())) {
            ToDo found = LibraryCheck.of(installation.ledger(), RelationCatalogue.load());
            PrintWriter out = spec.commandLine().getOut();
            found.tasks()
                    .forEach(task -> out.printf(
                            Locale.ROOT,
                            "%s: %s (%s): %s%n",
                            task.kind().code(),
                            task.record().path(),
                            task.label(),
                            task.message()));
            String counts = Arrays.stream(Task.Kind.values())
                    .map(kind -> kind.code() + " " + found.counts().getOrDefault(kind, 0))
                    .collect(Collectors.joining(", "));
            out.printf(
                    Locale.ROOT,
                    "Change %d: %s. At most %d of each kind are listed.%n",
                    found.change(),
                    counts,
                    LibraryCheck.LIMIT_OF_KIND);
            out.println(found.connection().text() + ".");
            return 0;
        }
    }

    private int compare() {
        try (Installation installation = Installation.openAlone(options.read())) {
            catchUp(installation);
            List<Comparison> found = comparisons(installation);
            PrintWriter out = spec.commandLine().getOut();
            found.forEach(each -> out.printf(
                    Locale.ROOT,
                    "%s at change %d %s%n",
                    each.name(),
                    each.n(),
                    each.equal() ? "equals a rebuild" : "DIFFERS from a rebuild"));
            boolean allEqual = found.stream().allMatch(Comparison::equal);
            out.println(
                    allEqual
                            ? "Everything derived equals a rebuild."
                            : "Run reindex to build it anew, and report this: nothing derived should ever differ.");
            return allEqual ? 0 : 1;
        }
    }

    private static void catchUp(Installation installation) {
        Ledger ledger = installation.ledger();
        Derived derived = Derived.open(installation.settings().data(), installation.base());
        try (Projections projections = Projections.start(ledger, derived.all())) {
            if (!projections.awaitReached(ledger.head().n(), CATCH_UP)) {
                throw new ClewException(ErrorCode.TIMED_OUT, "What is derived did not catch up: see the lines above.");
            }
        }
    }

    private static List<Comparison> comparisons(Installation installation) {
        Derived derived = Derived.open(installation.settings().data(), installation.base());
        try {
            return derived.compare(installation.ledger(), installation.base());
        } finally {
            derived.all().forEach(projection -> projection.close());
        }
    }
}
