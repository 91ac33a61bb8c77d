package dev.clew.ingest.feed;

import dev.clew.desk.Subscription;
import dev.clew.desk.Subscriptions;
import dev.clew.fetch.Fetched;
import dev.clew.fetch.Fetcher;
import dev.clew.ingest.scan.KeptTranscripts;
import dev.clew.ingest.transcript.TranscriptReader;
import dev.clew.ledger.Change.Author;
import dev.clew.ledger.Edit;
import dev.clew.ledger.Ledger;
import dev.clew.ledger.RecordEdit;
import dev.clew.model.Caller;
import dev.clew.model.ClewException;
import dev.clew.model.Entity;
import dev.clew.model.RecordName;
import dev.clew.model.RecordType;
import dev.clew.model.Slug;
import dev.clew.model.Source;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Takes the episodes of a feed that are not known yet: publishes their sources through the ledger's door, keeps their
 * transcripts, and has those scanned. An episode is known by its guid, and its source's id follows from it, so that whatever is
 * stopped half-way is completed, never doubled, the next time.
 */
public final class NewEpisodes {
    /** Most episodes that one reading of a feed takes; the others follow at the next. */
    public static final int LIMIT_EPISODES = 200;

    private static final int LIMIT_GUID_CHARACTERS = 500;
    private static final String ACCEPT =
            "text/vtt, application/srt, application/json, text/html, text/plain, */*;q=0.1";
    /** Which form of a transcript is taken where there are several: times and speakers first. */
    private static final List<String> FORMS = List.of("vtt", "srt", "subrip", "json", "html", "plain");

    private final Ledger ledger;
    private final Subscriptions feeds;
    private final Fetcher fetcher;
    private final KeptTranscripts transcripts;
    private final Scanning scanning;

    /** Has episodes scanned whose transcripts are kept. */
    public interface Scanning {
        /** Scans them, now or in the background. */
        void scan(List<String> episodes, Caller by);
    }

    /** Publishes and keeps there. */
    public NewEpisodes(
            Ledger ledger, Subscriptions feeds, Fetcher fetcher, KeptTranscripts transcripts, Scanning scanning) {
        this.ledger = ledger;
        this.feeds = feeds;
        this.fetcher = fetcher;
        this.transcripts = transcripts;
        this.scanning = scanning;
    }

    /**
     * What was taken.
     *
     * @param podcast the id of the podcast
     * @param episodes the ids of the episodes that are new
     * @param transcribed those of them whose transcript is kept
     * @param isComplete whether nothing is left for the next time
     * @param notes what could not be had, each in a sentence
     */
    record Taken(
            String podcast, List<String> episodes, List<String> transcribed, boolean isComplete, List<String> notes) {}

    Taken take(Subscription feed, Feed content, Caller by) {
        String podcast = podcast(feed, content);
        Map<String, String> known = feeds.episodes(feed.number());
        List<Feed.Item> unknown = content.items().stream()
                .filter(item -> !known.containsKey(key(item)))
                .sorted(Comparator.comparing(
                        (Feed.Item item) -> item.published() == null ? Instant.EPOCH : item.published(),
                        Comparator.reverseOrder()))
                .toList();
        int most = known.isEmpty() ? Math.min(feed.wish().latest(), LIMIT_EPISODES) : LIMIT_EPISODES;
        Map<String, String> settled = new LinkedHashMap<>();
        List<Feed.Item> wanted = new ArrayList<>();
        for (Feed.Item item : unknown) {
            boolean fits = feed.wish().rules().take(texts(item));
            if (fits && wanted.size() < most) {
                wanted.add(item);
            } else if (!fits || known.isEmpty()) {
                settled.put(key(item), "");
            }
        }
        List<String> notes = new ArrayList<>();
        Map<String, Feed.Item> published = publish(feed, podcast, wanted, notes);
        published.forEach((source, item) -> settled.put(key(item), source));
        List<String> transcribed = feed.wish().scanned() ? transcribe(published, notes) : List.of();
        feeds.know(feed.number(), settled);
        if (!transcribed.isEmpty()) {
            scanning.scan(transcribed, by);
        }
        boolean complete = known.isEmpty() || unknown.size() <= settled.size() + notes.size();
        return new Taken(podcast, List.copyOf(published.keySet()), transcribed, complete, notes);
    }

    private static String key(Feed.Item item) {
        return item.guid().length() <= LIMIT_GUID_CHARACTERS ? item.guid() : Slug.of(item.guid());
    }

    private static List<String> texts(Feed.Item item) {
        return Stream.concat(Stream.of(item.title(), item.subjects().summary()), item.subjects().categories().stream())
                .toList();
    }

    private String podcast(Subscription feed, Feed content) {
        if (feed.podcast() != null) {
            return feed.podcast();
        }
        Source made = EpisodeSources.podcast(content.show(), feed.address());
        if (ledger.read(made.name()).isEmpty()) {
            ledger.commit(new Edit(author(feed), List.of(RecordEdit.create(made))));
        }
        return made.id();
    }

    private static Author author(Subscription feed) {
        return new Author(feed.by(), "New episodes of the feed " + feed.address());
    }

    private Map<String, Feed.Item> publish(
            Subscription feed, String podcast, List<Feed.Item> wanted, List<String> notes) {
        Map<String, Feed.Item> published = new LinkedHashMap<>();
        if (wanted.isEmpty()) {
            return published;
        }
        EpisodeSources sources = new EpisodeSources(persons().stream());
        List<RecordEdit> edits = new ArrayList<>();
        for (Feed.Item item : wanted) {
            try {
                Source source = sources.episode(item, podcast);
                if (published.put(source.id(), item) == null
                        && ledger.read(source.name()).isEmpty()) {
                    edits.add(RecordEdit.create(source));
                }
            } catch (ClewException unfit) {
                notes.add("An episode cannot be kept: " + unfit.getMessage());
            }
        }
        if (!edits.isEmpty()) {
            ledger.commit(new Edit(author(feed), edits));
        }
        return published;
    }

    private List<Entity> persons() {
        List<Entity> entities = new ArrayList<>();
        ledger.snapshot(snapshot -> snapshot.records().forEach(change -> {
            if (change.name().type() == RecordType.ENTITY && change.record().orElse(null) instanceof Entity entity) {
                entities.add(entity);
            }
        }));
        return entities;
    }

    private List<String> transcribe(Map<String, Feed.Item> published, List<String> notes) {
        List<String> transcribed = new ArrayList<>();
        published.forEach((source, item) -> item.transcripts().stream()
                .min(Comparator.comparingInt(NewEpisodes::rank))
                .ifPresent(link -> {
                    try {
                        Fetched fetched = fetcher.fetch(URI.create(link.address()), ACCEPT, Fetched.Marks.NONE);
                        String type = fetched.type().isEmpty() ? link.mediaType() : fetched.type();
                        transcripts.keep(
                                source,
                                link.address(),
                                TranscriptReader.read(new TranscriptReader.Sent(link.address(), type, fetched.body())));
                        transcribed.add(source);
                    } catch (ClewException failed) {
                        notes.add("The transcript of "
                                + RecordName.source(source).path() + " cannot be had: " + failed.getMessage());
                    }
                }));
        return transcribed;
    }

    private static int rank(Feed.TranscriptLink link) {
        int form = 0;
        while (form < FORMS.size() && !link.mediaType().contains(FORMS.get(form))) {
            form++;
        }
        boolean english = link.language() == null || link.language().startsWith("en");
        return english ? form : form + FORMS.size() + 1;
    }
}
