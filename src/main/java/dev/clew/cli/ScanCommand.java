package dev.clew.cli;

import dev.clew.app.Installation;
import dev.clew.desk.ScanRun;
import dev.clew.ingest.extract.BuiltInExtractor;
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
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code scan}: looks for claims in a transcript and proposes them; exit code 1 when it could not be read. */
@Command(
        name = "scan",
        description =
                "Looks for claims in the transcript of an episode and keeps them for review. Reads WebVTT, SRT, Podcasting and"
                        + " Whisper JSON, HTML, Markdown and plain text. Scanning again proposes nothing twice.",
        mixinStandardHelpOptions = true)
final class ScanCommand implements Callable<Integer> {
    @Mixin
    private final SettingsOptions options = new SettingsOptions();

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description = "The transcript; left out, the one that is kept of the episode is scanned again.")
    private @Nullable Path file;

    @Option(
            names = "--episode",
            paramLabel = "ID",
            required = true,
            description = "The published source it belongs to.")
    private String episode = "";

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
        PrintWriter out = spec.commandLine().getOut();
        Path given = file;
        try (Installation installation = Installation.openExisting(options.read());
                Scans scans = installation.scans()) {
            scans.episode(episode);
            if (given != null) {
                scans.transcripts()
                        .keep(episode, String.valueOf(given.getFileName()), TranscriptReader.read(sent(given)));
            }
            ScanRun run = scans.run(List.of(episode), extractor, new Caller("scan", Role.CURATOR));
            run.parts().forEach(part -> tell(part, run, out));
            return run.state() == ScanRun.State.DONE ? 0 : 1;
        }
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
