package dev.clew.ingest.scan;

import dev.clew.fetch.Fetched;
import dev.clew.fetch.Fetcher;
import dev.clew.ingest.transcript.TranscriptReader;
import dev.clew.ingest.transcript.TranscriptReader.Sent;
import dev.clew.model.ClewException;
import java.net.URI;

/** Transcripts that stand at an address: fetched within the limits of the client, and kept. Safe for any number of threads. */
public final class FetchedTranscripts {
    private static final String ACCEPT =
            "text/vtt, application/srt, application/json, text/html, text/markdown, text/plain, */*;q=0.1";

    private final Fetcher fetcher;
    private final KeptTranscripts transcripts;

    /** Fetches by this client and keeps there. */
    public FetchedTranscripts(Fetcher fetcher, KeptTranscripts transcripts) {
        this.fetcher = fetcher;
        this.transcripts = transcripts;
    }

    /**
     * Fetches the transcript of an episode and keeps it in place of the one before; false when it is there already.
     *
     * @throws ClewException (fetch-refused, fetch-failed, too-large) when it cannot be had; (invalid) when it is no address, or
     *     what stands there is no transcript
     */
    public boolean keep(String episode, String address) {
        Fetched fetched = fetcher.fetch(address(address), ACCEPT, Fetched.Marks.NONE);
        return transcripts.keep(
                episode, address, TranscriptReader.read(new Sent(address, fetched.type(), fetched.body())));
    }

    private static URI address(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException malformed) {
            throw ClewException.invalid("address", "must be an http or https address", text);
        }
    }
}
