package dev.clew.cli;

import dev.clew.app.Derived;
import dev.clew.app.Installation;
import dev.clew.app.Settings;
import dev.clew.brief.Because;
import dev.clew.brief.Brief;
import dev.clew.brief.BriefText;
import dev.clew.brief.Chooser;
import dev.clew.brief.Editions;
import dev.clew.brief.Follow;
import dev.clew.ledger.Ledger;
import dev.clew.ledger.StoredRecord;
import dev.clew.model.ClewException;
import dev.clew.model.ClewRecord;
import dev.clew.model.ErrorCode;
import dev.clew.model.NearDuplicates;
import dev.clew.model.RecordName;
import dev.clew.ontology.RelationCatalogue;
import dev.clew.projection.Projections;
import dev.clew.search.LuceneNearDuplicates;
import dev.clew.search.meaning.Meaning;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code brief}: what is new to whoever follows some things, with the reasons. */
@Command(
        name = "brief",
        description = "Prints what is new about things, best first, each with its reasons. Stop the server first; of a"
                + " running one ask /api/brief.",
        mixinStandardHelpOptions = true)
final class BriefCommand implements Callable<Integer> {
    private static final Duration CATCH_UP = Duration.ofHours(2);
    private static final int DAYS_DEFAULT = 7;

    @Mixin
    private final SettingsOptions options = new SettingsOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private CommandSpec spec;

    @Option(
            names = "--follow",
            required = true,
            split = ",",
            paramLabel = "ID",
            description = "Ids of entities, or relation:, topic:, holder:, speaker: or podcast: with an id behind.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private List<String> follow;

    @Option(
            names = "--since",
            paramLabel = "CHANGE",
            description = "What is new after this change; of the last seven days when left out.")
    private @Nullable Long since;

    @Option(names = "--limit", defaultValue = "5", description = "Most claims, 1 to 50; 5 by default.")
    private int limit;

    @Override
    public Integer call() {
        List<Follow> follows = Follow.all(follow);
        if (limit < 1 || limit > Brief.LIMIT_MOST) {
            throw new ClewException(
                    ErrorCode.BAD_REQUEST, "--limit is " + limit + ": give 1 to " + Brief.LIMIT_MOST + ".");
        }
        Settings settings = options.read();
        try (Installation installation = Installation.openAlone(settings)) {
            Derived derived = Derived.open(settings.data(), installation.base());
            Ledger ledger = installation.ledger();
            try (Projections projections = Projections.start(ledger, derived.all())) {
                if (!projections.awaitReached(ledger.head().n(), CATCH_UP)) {
                    throw new ClewException(ErrorCode.TIMED_OUT, "What is derived was not built: see the lines above.");
                }
                long after = since != null
                        ? since
                        : ledger.lastChangeAt(Instant.now().minus(Duration.ofDays(DAYS_DEFAULT)));
                NearDuplicates duplicates =
                        new LuceneNearDuplicates(derived.search(), RelationCatalogue.load(), Meaning.off());
                print(
                        new Chooser(duplicates)
                                .choose(new Editions(ledger, derived.graph()).since(after), follows, limit),
                        new BriefText(name -> label(ledger, name), RelationCatalogue.load()));
                return 0;
            }
        }
    }

    private static String label(Ledger ledger, RecordName name) {
        return ledger.read(name)
                .flatMap(StoredRecord::record)
                .map(ClewRecord::headline)
                .orElse(name.id());
    }

    private void print(Brief brief, BriefText text) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(BriefText.says(brief));
        for (Brief.Item item : brief.items()) {
            out.printf(
                    Locale.ROOT,
                    "%n%s%n  insight/%s, %d points:%n",
                    item.insight().claim().text(),
                    item.insight().id(),
                    item.score());
            for (Because because : item.because()) {
                out.printf(Locale.ROOT, "  %3d  %s%n", because.points(), text.because(because));
            }
        }
    }
}
