package dev.clew.cli;

import dev.clew.app.Explorer;
import dev.clew.app.Setting;
import dev.clew.app.Settings;
import dev.clew.ledger.Counts;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code serve}: opens the explorer in the browser's reach until it is stopped. */
@Command(
        name = "serve",
        description = "Serves pages, REST and SPARQL. An empty data directory is filled with the library that ships.",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    @Mixin
    private final SettingsOptions options = new SettingsOptions();

    @Option(names = "--port", paramLabel = "N", description = "The port (CLEW_PORT; default 8080; 0 takes a free one).")
    private @Nullable String port;

    @Option(names = "--host", paramLabel = "H", description = "Where to listen (CLEW_HOST; default localhost).")
    private @Nullable String host;

    @Option(names = "--no-embeddings", description = "Search matches by text only; for small machines.")
    private boolean noEmbeddings;

    @Option(names = "--empty", description = "Leaves an empty data directory empty.")
    private boolean empty;

    @Option(names = "--print-java-options", description = "Prints the java options that make it fast, and ends.")
    private boolean printJavaOptions;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Map<Setting, String> flags = new EnumMap<>(Setting.class);
        SettingsOptions.put(flags, Setting.PORT, port);
        SettingsOptions.put(flags, Setting.HOST, host);
        SettingsOptions.put(flags, Setting.EMBEDDINGS, noEmbeddings ? "off" : null);
        Settings settings = options.read(flags);
        if (printJavaOptions) {
            out.println(String.join(" ", JavaOptions.fast(settings.data())));
            return 0;
        }
        CountDownLatch stopped = new CountDownLatch(1);
        Explorer explorer = Explorer.start(settings, new Explorer.Start(Version.text(), !empty));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            explorer.close();
            stopped.countDown();
        }));
        greet(out, settings, explorer);
        stopped.await();
        return 0;
    }

    private static void greet(PrintWriter out, Settings settings, Explorer explorer) {
        Counts counts = explorer.installation().ledger().counts();
        out.printf(
                Locale.ROOT,
                "Clew %s serves %s from %s: %d insights, %d entities, %d sources, change %d.%n",
                Version.text(),
                explorer.address(),
                settings.data(),
                counts.insights(),
                counts.entities(),
                counts.sources(),
                counts.changes());
        if (!explorer.address().equals(settings.base().toString())) {
            out.printf(
                    Locale.ROOT,
                    "Addresses of records start with %s, as set; here they are found by their path.%n",
                    settings.base());
        }
        if (!explorer.awaitReady(Duration.ofSeconds(2))) {
            out.println("The index is still being built; see /health/ready.");
        }
        Optional<String> stopped = explorer.installation().ledger().writingStopped();
        if (stopped.isPresent()) {
            out.println("Nothing can be written, only read: " + stopped.get());
        } else {
            invite(out, settings, explorer);
        }
        out.println("Stop with Ctrl+C.");
        out.flush();
    }

    private static void invite(PrintWriter out, Settings settings, Explorer explorer) {
        explorer.installation()
                .desk()
                .invitations()
                .forFirstAdmin()
                .ifPresent(link -> out.println("Nobody has an account yet. Make the admin's by this link, good once and"
                        + " for a day: " + doors(settings, explorer) + "join#" + link));
    }

    /** Where people come in: by https where the addresses of records say so, since a session's cookie goes by nothing else. */
    private static String doors(Settings settings, Explorer explorer) {
        return settings.base().getScheme().equals("https") ? settings.base().toString() : explorer.address();
    }
}
