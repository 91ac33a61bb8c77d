package dev.clew.curate;

import dev.clew.desk.Proposal;
import dev.clew.desk.Proposal.Origin;
import dev.clew.desk.Proposals.Fresh;
import dev.clew.desk.ScanRun.Part;
import dev.clew.desk.ScanRuns;
import dev.clew.desk.ScanRuns.Found;
import dev.clew.exchange.RecordJson;
import dev.clew.model.Candidate;
import dev.clew.model.Insight;
import dev.clew.model.Source;
import dev.clew.model.Transcript;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Keeps what a scan found as proposals, best first, each with what was said around it. */
public final class ScannedClaims {
    private static final int AROUND_CHARACTERS = 700;

    private final ScanRuns runs;
    private final RecordJson json;

    /** Keeps them at the desk that these scans belong to. */
    public ScannedClaims(ScanRuns runs, RecordJson json) {
        this.runs = runs;
        this.json = json;
    }

    /**
     * Where it was found.
     *
     * @param run the number of the scan
     * @param by the account that asked for it
     * @param episode the source
     * @param transcript what was said
     */
    public record Place(long run, String by, Source episode, Transcript transcript) {}

    /** Keeps those that were never proposed, and notes that the episode is through; gives how many. */
    public int keep(Place place, Part part, List<Candidate> candidates) {
        return runs.keep(
                place.run(),
                part,
                candidates.stream().map(each -> found(place, each)).toList());
    }

    private Found found(Place place, Candidate candidate) {
        Insight insight = candidate.insight();
        String form = new String(json.line(insight), StandardCharsets.UTF_8);
        Proposal.Content content = new Proposal.Content(form, insight.name().path(), null);
        String detail = place.episode().title() + ": " + String.join(" ", candidate.why());
        Origin origin =
                new Origin(Origin.Kind.SCAN, place.run(), detail, passage(place.transcript(), candidate.excerpt()));
        Fresh fresh = new Fresh(place.by(), Proposal.State.PROPOSED, content, origin);
        String podcast = place.episode().podcast();
        return new Found(insight.id(), podcast == null ? "" : podcast, candidate.rules(), fresh);
    }

    /** The excerpt with what was said before and after it, of the neighbouring segments too. */
    private static Proposal.Passage passage(Transcript transcript, Candidate.Excerpt excerpt) {
        StringBuilder text = new StringBuilder();
        int start = 0;
        int end = 0;
        int last = Math.min(transcript.segments().size() - 1, excerpt.segment() + 1);
        for (int i = Math.max(0, excerpt.segment() - 1); i <= last; i++) {
            Transcript.Segment segment = transcript.segments().get(i);
            text.append(text.isEmpty() ? "" : "\n\n");
            text.append(segment.speaker() == null ? "" : segment.speaker() + ": ");
            if (i == excerpt.segment()) {
                start = text.length() + excerpt.start();
                end = text.length() + excerpt.end();
            }
            text.append(segment.text());
        }
        int from = Math.max(0, start - AROUND_CHARACTERS);
        int to = Math.min(text.length(), end + AROUND_CHARACTERS);
        return new Proposal.Passage(text.substring(from, to), start - from, end - from);
    }
}
