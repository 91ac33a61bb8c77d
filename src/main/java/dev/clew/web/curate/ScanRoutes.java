package dev.clew.web.curate;

import dev.clew.ingest.scan.FetchedTranscripts;
import dev.clew.ingest.scan.Scans;
import dev.clew.web.http.Route;
import java.util.List;
import java.util.stream.Stream;

/** The routes by which curators keep transcripts and scan them. */
public final class ScanRoutes {
    private ScanRoutes() {}

    /**
     * All of them.
     *
     * @param fetched keeps transcripts that stand at an address
     */
    public static List<Route> of(Scans scans, FetchedTranscripts fetched) {
        return Stream.concat(new TranscriptCalls(scans, fetched).routes(), new ScanCalls(scans).routes())
                .toList();
    }
}
