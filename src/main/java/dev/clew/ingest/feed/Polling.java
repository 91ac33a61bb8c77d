package dev.clew.ingest.feed;

import dev.clew.desk.Subscription;
import dev.clew.desk.Subscriptions;
import dev.clew.desk.Subscriptions.Marks;
import dev.clew.desk.Subscriptions.Outcome;
import dev.clew.fetch.Fetched;
import dev.clew.fetch.Fetcher;
import dev.clew.model.Caller;
import dev.clew.model.ClewException;
import dev.clew.model.Role;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the feeds that are due, each politely: asked only for what has changed, and more rarely the more often it fails. New
 * episodes become sources, once each; their transcripts are kept and scanned. Whatever is wrong with a feed is told of that feed
 * and holds up no other. Safe for any number of threads; a feed is read by one at a time.
 */
public final class Polling {
    /** Most feeds that one round reads. */
    public static final int LIMIT_ROUND = 500;

    private static final Logger LOG = LoggerFactory.getLogger(Polling.class);
    private static final String ACCEPT =
            "application/rss+xml, application/atom+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.1";
    /** Servers answer slowly and at the same time. */
    private static final int AT_ONCE = 8;

    private static final int LIMIT_MESSAGE_CHARACTERS = 1_000;

    private final Subscriptions feeds;
    private final Fetcher fetcher;
    private final NewEpisodes episodes;
    private final Clock clock;
    private final RandomGenerator chance;

    /** Reads them with this client, and hands what is new on. */
    public Polling(Subscriptions feeds, Fetcher fetcher, NewEpisodes episodes, Clock clock) {
        this.feeds = feeds;
        this.fetcher = fetcher;
        this.episodes = episodes;
        this.clock = clock;
        this.chance = RandomGenerator.getDefault();
    }

    /**
     * What came of reading one feed.
     *
     * @param feed as it stands now
     * @param taken the ids of the episodes that became sources
     * @param transcribed those of them whose transcript is kept
     */
    public record Polled(Subscription feed, List<String> taken, List<String> transcribed) {
        /** Copies the lists. */
        public Polled {
            taken = List.copyOf(taken);
            transcribed = List.copyOf(transcribed);
        }
    }

    /** The feeds. */
    public Subscriptions feeds() {
        return feeds;
    }

    /** Reads every feed that is due, and gives how many; what is found is scanned in the background. */
    public int pollDue() {
        List<Subscription> due = feeds.due(clock.instant(), LIMIT_ROUND);
        try (ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<Polled>> all = new ArrayList<>();
            due.forEach(feed -> all.add(workers.submit(() -> poll(feed))));
            all.forEach(Polling::await);
        }
        return due.size();
    }

    private static void await(Future<Polled> polled) {
        try {
            polled.get();
        } catch (ExecutionException failed) {
            LOG.error("A feed could not be read", failed.getCause());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Reads a feed now, whether it is due or not.
     *
     * @throws ClewException (not-found) when there is none of this number; what is wrong with the feed stands in its health
     */
    public Polled poll(long number) {
        return poll(feeds.require(number));
    }

    private Polled poll(Subscription feed) {
        try {
            return read(feed);
        } catch (ClewException failed) {
            String why = reason(failed);
            Instant next = PollTimes.next(clock.instant(), null, feed.health().failures() + 1, chance);
            feeds.settle(feed.number(), new Outcome(feed.address(), null, null, next, why, ""));
            return new Polled(feeds.require(feed.number()), List.of(), List.of());
        }
    }

    private static String reason(ClewException failed) {
        String problems = String.join(
                "; ",
                failed.problems().stream()
                        .map(each -> (each.path() + " " + each.message()).strip())
                        .toList());
        return cut(problems.isEmpty() ? String.valueOf(failed.getMessage()) : problems);
    }

    private static String cut(String text) {
        return text.length() <= LIMIT_MESSAGE_CHARACTERS ? text : text.substring(0, LIMIT_MESSAGE_CHARACTERS - 1) + "…";
    }

    private Polled read(Subscription feed) {
        Marks known = feeds.marks(feed.number());
        Fetched fetched = fetcher.fetch(
                URI.create(feed.address()), ACCEPT, new Fetched.Marks(known.etag(), known.lastModified()));
        String address =
                fetched.moved() == null ? feed.address() : fetched.moved().toString();
        if (!fetched.changed()) {
            Instant next = PollTimes.next(clock.instant(), null, 0, chance);
            feeds.settle(
                    feed.number(),
                    new Outcome(address, null, known, next, "", feed.health().message()));
            return new Polled(feeds.require(feed.number()), List.of(), List.of());
        }
        Feed content = FeedReader.read(fetched.body(), fetched.type());
        NewEpisodes.Taken taken = episodes.take(feed, content, new Caller(feed.by(), Role.CURATOR));
        feeds.settle(feed.number(), outcome(address, fetched, content, taken));
        return new Polled(feeds.require(feed.number()), taken.episodes(), taken.transcribed());
    }

    private Outcome outcome(String address, Fetched fetched, Feed content, NewEpisodes.Taken taken) {
        Marks marks = taken.isComplete()
                ? new Marks(fetched.marks().etag(), fetched.marks().lastModified())
                : new Marks(null, null);
        String moved = content.show().moved();
        List<String> notes = new ArrayList<>(content.troubles());
        notes.addAll(taken.notes());
        return new Outcome(
                moved == null ? address : moved,
                taken.podcast(),
                marks,
                PollTimes.next(clock.instant(), content.show().pause(), 0, chance),
                "",
                cut(String.join(" ", notes)));
    }
}
