package dev.clew.web.curate;

import dev.clew.ingest.scan.Scans;
import dev.clew.web.http.Route;
import java.util.List;

/** The routes by which curators keep transcripts and scan them. */
public final class ScanRoutes {
    private ScanRoutes() {}

    /** All of them. */
    public static List<Route> of(Scans scans) {
        return new ScanCalls(scans).routes().toList();
    }
}
