package dev.clew.cli;

import dev.clew.app.Installation;
import dev.clew.desk.ScanRun;
import dev.clew.desk.Subscription;
import dev.clew.desk.Subscription.Rules;
import dev.clew.desk.Subscription.Wish;
import dev.clew.desk.Subscriptions;
import dev.clew.fetch.Fetcher;
import dev.clew.ingest.extract.BuiltInExtractor;
import dev.clew.ingest.feed.Polling.Polled;
import dev.clew.ingest.scan.Scans;
import dev.clew.ingest.transcript.TranscriptReader;
import dev.clew.ingest.transcript.TranscriptReader.Sent;
import dev.clew.model.Caller;
import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.model.Role;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code scan}: looks for claims in a transcript, or in those of a feed's episodes, and proposes them; exit code 1 when one could
 * not be read.
 */
@Command(
        name = "scan",
        description =
                "Looks for claims in the transcript of an episode and keeps them for review. Reads WebVTT, SRT, Podcasting and"
                        + " Whisper JSON, HTML, Markdown and plain text. Of a feed, takes the latest episodes as sources and"
                        + " scans their transcripts. Scanning again proposes nothing twice.",
        mixinStandardHelpOptions = true)
final class ScanCommand implements Callable<Integer> {
    private static final Caller CALLER = new Caller("scan", Role.CURATOR);

    @Mixin
    private final SettingsOptions options = new SettingsOptions();

    @Parameters(
            paramLabel = "FILE|URL",
            arity = "0..1",
            description =
                    "The transcript, or without --episode the address of a feed; left out, the transcript that is kept of the"
                            + " episode is scanned again.")
    private @Nullable String given;

    @Option(
            names = "--episode",
            paramLabel = "ID",
            description = "The published source it belongs to; left out for a feed.")
    private @Nullable String episode;

    @Option(
            names = "--latest",
            paramLabel = "N",
            defaultValue = "5",
            description =
                    "How many episodes of a feed that is read for the first time, 0 to 1000; ${DEFAULT-VALUE} by default.")
    private int latest;

    @Option(
            names = "--extractor",
            paramLabel = "NAME",
            defaultValue = BuiltInExtractor.CODE,
            description = "What looks for claims; ${DEFAULT-VALUE} by default.")
    private String extractor = BuiltInExtractor.CODE;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private CommandSpec spec;

    @Override
    public Integer call() {
        String from = given;
        boolean address = from != null && from.matches("(?i)https?://.*");
        if (episode == null && !address) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Name the episode of the transcript by --episode, or give the address of a feed.");
        }
        try (Installation installation = Installation.openExisting(options.read());
                Fetcher fetcher = installation.fetcher();
                Scans scans = installation.scans()) {
            if (episode == null) {
                return feed(installation, fetcher, scans, String.valueOf(from));
            }
            String source = scans.episode(episode).id();
            if (from != null) {
                if (address) {
                    installation.fetchedTranscripts(fetcher).keep(source, from);
                } else {
                    Sent sent = sent(Path.of(from));
                    scans.transcripts().keep(source, sent.name(), TranscriptReader.read(sent));
                }
            }
            return scan(scans, List.of(source));
        }
    }

    /** Reads the feed once; a feed that is not subscribed to is kept as one that is read only when somebody asks. */
    private int feed(Installation installation, Fetcher fetcher, Scans scans, String address) {
        Subscriptions feeds = installation.desk().scanning().feeds();
        Subscription feed = feeds.find(address)
                .orElseGet(() -> feeds.add(address, new Wish(null, latest, true, Rules.ALL, true), CALLER.name()));
        AtomicInteger outcome = new AtomicInteger();
        Polled polled = installation
                .polling(fetcher, (found, by) -> outcome.set(scan(scans, found)))
                .poll(feed.number());
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "Feed %d, %s: %d new episodes, %d of them with a transcript.%n",
                feed.number(),
                polled.feed().address(),
                polled.taken().size(),
                polled.transcribed().size());
        String message = polled.feed().health().message();
        if (!message.isEmpty()) {
            out.println(message);
        }
        return polled.feed().health().failures() > 0 ? 1 : outcome.get();
    }

    private int scan(Scans scans, List<String> episodes) {
        ScanRun run = scans.run(episodes, extractor, CALLER);
        run.parts().forEach(part -> tell(part, run, spec.commandLine().getOut()));
        return run.state() == ScanRun.State.DONE ? 0 : 1;
    }

    private static void tell(ScanRun.Part part, ScanRun run, PrintWriter out) {
        if (!part.message().isEmpty()) {
            out.println(part.message());
        }
        out.printf(
                Locale.ROOT,
                "Scan %d, %s: %s. %d segments read, %d claims kept for review.%n",
                run.number(),
                part.episode(),
                part.state().code(),
                part.counts().segments(),
                part.counts().candidates());
        part.counts().dropped().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(each -> out.printf(Locale.ROOT, "  left out, %s: %d%n", each.getKey(), each.getValue()));
    }

    private static Sent sent(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new Sent(String.valueOf(file.getFileName()), "", in.readNBytes(TranscriptReader.LIMIT_BYTES + 1));
        } catch (IOException unreadable) {
            throw new ClewException(
                    ErrorCode.NOT_FOUND, "The transcript " + file + " cannot be read: name another file.", unreadable);
        }
    }
}
