package dev.clew.ingest.scan;

import dev.clew.curate.ScannedClaims;
import dev.clew.desk.ScanRules;
import dev.clew.desk.ScanRun;
import dev.clew.desk.ScanRun.Counts;
import dev.clew.desk.ScanRun.Part;
import dev.clew.desk.ScanRun.State;
import dev.clew.desk.ScanRuns;
import dev.clew.model.Caller;
import dev.clew.model.Candidate;
import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.model.Extractor;
import dev.clew.model.Extractor.Extraction;
import dev.clew.model.Extractor.Spoken;
import dev.clew.model.Source;
import dev.clew.model.SourceKind;
import dev.clew.model.Transcript;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Scans of kept transcripts, one after the other in the background: each episode is read, its claims are proposed and the
 * episode is noted as through, as one; so a scan that was stopped goes on where it was. Safe for any number of threads.
 */
public final class Scans implements AutoCloseable {
    /** Most scans that wait or run at a time. */
    public static final int LIMIT_OPEN = 100;

    private static final Logger LOG = LoggerFactory.getLogger(Scans.class);
    private static final Duration STOP = Duration.ofSeconds(30);

    private final Needs needs;
    private final Map<Long, UnderWay> open = new ConcurrentHashMap<>();
    private volatile boolean closing;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "clew-scans");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * What scanning needs.
     *
     * @param runs scans with how they went
     * @param transcripts what was said
     * @param claims take what is found
     * @param rules which rules are switched off
     * @param sources the published source with an id
     * @param extractors makes each extractor anew for a scan, so that it knows the library of that moment; by code
     */
    public record Needs(
            ScanRuns runs,
            KeptTranscripts transcripts,
            ScannedClaims claims,
            ScanRules rules,
            Function<String, Optional<Source>> sources,
            Map<String, Supplier<Extractor>> extractors) {}

    /** A scan that has not come to its end. */
    private static final class UnderWay {
        final CountDownLatch ended = new CountDownLatch(1);
        volatile boolean cancelled;
    }

    /** Scans by these. */
    public Scans(Needs needs) {
        this.needs = needs;
    }

    /** How many wait or are under way. */
    public int open() {
        return open.size();
    }

    /** Scans with how they went. */
    public ScanRuns runs() {
        return needs.runs();
    }

    /** The transcripts that are kept. */
    public KeptTranscripts transcripts() {
        return needs.transcripts();
    }

    /** Which rules are switched off. */
    public ScanRules rules() {
        return needs.rules();
    }

    /** The published source with an id, of whichever kind; empty when there is none. */
    public Optional<Source> source(String id) {
        return needs.sources().apply(id);
    }

    /** The codes of the extractors that there are. */
    public List<String> extractors() {
        return needs.extractors().keySet().stream().sorted().toList();
    }

    /**
     * The published episode with an id.
     *
     * @throws ClewException (not-found) when there is none, saying how to make one
     */
    public Source episode(String id) {
        return needs.sources()
                .apply(id)
                .filter(source -> source.kind() != SourceKind.PODCAST)
                .orElseThrow(() -> new ClewException(
                        ErrorCode.NOT_FOUND,
                        "There is no episode '" + id + "' in the library: import or add it as a source first."));
    }

    /**
     * Scans episodes as soon as the scans before are through; gives the number of the scan.
     *
     * @throws ClewException (not-found) when an episode is not published or has no transcript; (conflict) when too many wait
     */
    public long start(List<String> episodes, String extractor, Caller by) {
        requireAll(episodes, extractor);
        long number = needs.runs().begin(by.name(), extractor, episodes);
        queue(number);
        return number;
    }

    /** The same at once and in this thread, as a command does. */
    public ScanRun run(List<String> episodes, String extractor, Caller by) {
        requireAll(episodes, extractor);
        long number = needs.runs().begin(by.name(), extractor, episodes);
        run(number, new UnderWay());
        return needs.runs().require(number);
    }

    private void requireAll(List<String> episodes, String extractor) {
        if (!needs.extractors().containsKey(extractor)) {
            throw ClewException.invalid("extractor", "must be one of " + extractors(), extractor);
        }
        for (String each : episodes) {
            episode(each);
            transcript(each);
        }
    }

    private Transcript transcript(String episode) {
        return needs.transcripts()
                .find(episode)
                .orElseThrow(() -> new ClewException(
                        ErrorCode.NOT_FOUND, "No transcript of '" + episode + "' is kept: give one to scan."));
    }

    private void queue(long number) {
        if (open.size() >= LIMIT_OPEN) {
            needs.runs().settle(number, State.CANCELLED);
            throw new ClewException(
                    ErrorCode.CONFLICT, LIMIT_OPEN + " scans wait already: let some of them end first.");
        }
        UnderWay underWay = new UnderWay();
        open.put(number, underWay);
        worker.execute(() -> run(number, underWay));
    }

    /**
     * Goes on with a scan that was stopped; episodes that are through are not read again.
     *
     * @throws ClewException (conflict) when it is under way or through
     */
    public void resume(long number) {
        ScanRun run = needs.runs().require(number);
        if (open.containsKey(number) || run.state() == State.DONE) {
            throw new ClewException(
                    ErrorCode.CONFLICT,
                    "Scan " + number + " is " + run.state().code() + ": there is nothing to go on with.");
        }
        needs.runs().settle(number, State.WAITING);
        queue(number);
    }

    /**
     * Stops a scan after the sentence it is at; what it proposed stays.
     *
     * @throws ClewException (conflict) when it is not under way
     */
    public void cancel(long number) {
        UnderWay underWay = open.get(number);
        if (underWay == null) {
            throw new ClewException(
                    ErrorCode.CONFLICT,
                    "Scan " + number + " is "
                            + needs.runs().require(number).state().code() + ": there is nothing to stop.");
        }
        underWay.cancelled = true;
    }

    /** Waits for the end of a scan; false when it does not come within the limit. */
    public boolean await(long number, Duration limit) {
        UnderWay underWay = open.get(number);
        try {
            return underWay == null || underWay.ended.await(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void run(long number, UnderWay underWay) {
        State end = State.FAILED;
        try {
            end = parts(number, underWay);
        } catch (RuntimeException failed) {
            LOG.error("Scan {} failed", number, failed);
        } finally {
            needs.runs().settle(number, end);
            open.remove(number);
            underWay.ended.countDown();
        }
    }

    private State parts(long number, UnderWay underWay) {
        needs.runs().settle(number, State.RUNNING);
        ScanRun run = needs.runs().require(number);
        Extractor extractor = extractor(run.extractor());
        boolean failed = false;
        for (Part part : run.parts()) {
            if (part.state() == State.DONE) {
                continue;
            }
            if (underWay.cancelled) {
                return closing ? State.INTERRUPTED : State.CANCELLED;
            }
            failed |= !part(run, part, extractor, underWay);
        }
        if (underWay.cancelled) {
            return closing ? State.INTERRUPTED : State.CANCELLED;
        }
        return failed ? State.FAILED : State.DONE;
    }

    private Extractor extractor(String code) {
        Supplier<Extractor> found = needs.extractors().get(code);
        if (found == null) {
            throw ClewException.invalid("extractor", "must be one of " + extractors(), code);
        }
        return found.get();
    }

    private boolean part(ScanRun run, Part part, Extractor extractor, UnderWay underWay) {
        try {
            Source episode = episode(part.episode());
            Transcript transcript = transcript(part.episode());
            Extraction found = allowed(extractor.extract(new Spoken(episode, transcript, () -> underWay.cancelled)));
            if (underWay.cancelled) {
                return true;
            }
            Counts counts = new Counts(transcript.segments().size(), 0, found.dropped());
            needs.claims()
                    .keep(
                            new ScannedClaims.Place(run.number(), run.by(), episode, transcript),
                            new Part(part.place(), part.episode(), State.RUNNING, counts, ""),
                            found.candidates());
            return true;
        } catch (ClewException refused) {
            String message = String.valueOf(refused.getMessage());
            needs.runs()
                    .settle(run.number(), new Part(part.place(), part.episode(), State.FAILED, Counts.NONE, message));
            return false;
        }
    }

    /** Without those that only rules picked which are switched off. */
    private Extraction allowed(Extraction found) {
        Set<String> off = needs.rules().off();
        List<Candidate> left = found.candidates().stream()
                .filter(each -> each.rules().isEmpty() || !off.containsAll(each.rules()))
                .toList();
        Map<String, Integer> dropped = new TreeMap<>(found.dropped());
        if (left.size() < found.candidates().size()) {
            dropped.merge(ScanRules.DROPPED, found.candidates().size() - left.size(), Integer::sum);
        }
        return new Extraction(left, dropped);
    }

    /** Stops the scan under way and those behind it; they can be resumed. */
    @Override
    public void close() {
        closing = true;
        open.values().forEach(underWay -> underWay.cancelled = true);
        worker.shutdown();
        try {
            if (!worker.awaitTermination(STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("A scan did not stop within {} s.", STOP.toSeconds());
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
