package dev.clew.web.curate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.desk.Subscription;
import dev.clew.desk.Subscription.Rules;
import dev.clew.desk.Subscription.Wish;
import dev.clew.ingest.feed.Opml;
import dev.clew.ingest.feed.Polling;
import dev.clew.ledger.Ledger;
import dev.clew.ledger.StoredRecord;
import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.model.RecordName;
import dev.clew.model.Role;
import dev.clew.model.Slug;
import dev.clew.model.Source;
import dev.clew.model.SourceKind;
import dev.clew.web.http.Answer;
import dev.clew.web.http.Form;
import dev.clew.web.http.Parameter;
import dev.clew.web.http.Route;
import dev.clew.web.http.Takes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The calls that subscribe to feeds: {@code /api/subscriptions}. */
final class SubscriptionCalls {
    private static final Parameter NUMBER =
            Parameter.path("number", new Form.Whole(1, 999_999_999_999L), "The number of the feed.");
    private static final Set<String> FIELDS =
            Set.of("address", "podcast", "latest", "scanned", "included", "excluded", "paused");

    private final Polling polling;
    private final Ledger ledger;
    private final LongPredicate awaitVisible;

    SubscriptionCalls(Polling polling, Ledger ledger, LongPredicate awaitVisible) {
        this.polling = polling;
        this.ledger = ledger;
        this.awaitVisible = awaitVisible;
    }

    Stream<Route> routes() {
        return Stream.of(
                new Route(
                        new Route.Address("GET", "/api/subscriptions", Role.CURATOR),
                        "The feeds that are subscribed to, and how each does.",
                        List.of(),
                        Route.Produces.json("Subscriptions"),
                        asked -> list()),
                new Route(
                        new Route.Address("POST", "/api/subscriptions", Role.CURATOR),
                        "Subscribes to a feed; its latest episodes become sources as soon as it is read.",
                        Takes.json(List.of(), "NewSubscription"),
                        Route.Produces.created("Subscription"),
                        this::added),
                new Route(
                        new Route.Address("GET", "/api/subscriptions.opml", Role.CURATOR),
                        "The feeds that are subscribed to, as OPML for other programs.",
                        List.of(),
                        Route.Produces.media(List.of(Opml.MEDIA_TYPE)),
                        asked -> opml()),
                new Route(
                        new Route.Address("POST", "/api/subscriptions.opml", Role.CURATOR),
                        "Subscribes to the feeds of an OPML file; those that are subscribed to already are left as they are.",
                        new Takes(
                                List.of(),
                                Set.of(),
                                new Takes.Content(
                                        List.of(Opml.MEDIA_TYPE, "application/xml", "text/xml"), "", Opml.LIMIT_BYTES)),
                        Route.Produces.json("Subscriptions"),
                        this::taken),
                route("POST", "/poll", "Reads a feed now.", this::polled),
                route("POST", "/pause", "Reads a feed only when somebody asks.", asked -> paused(asked, true)),
                route("POST", "/resume", "Reads a feed by itself again.", asked -> paused(asked, false)),
                new Route(
                        new Route.Address("DELETE", "/api/subscriptions/{number}", Role.CURATOR),
                        "Ends a subscription; the episodes that came of it stay.",
                        List.of(NUMBER),
                        Route.Produces.json("Subscriptions"),
                        this::removed));
    }

    private Route route(String method, String place, String summary, Route.Call call) {
        return new Route(
                new Route.Address(method, "/api/subscriptions/{number}" + place, Role.CURATOR),
                summary,
                List.of(NUMBER),
                Route.Produces.json("Subscription"),
                call);
    }

    private static long number(Route.Asked asked) {
        return asked.arguments().optionalWhole("number").orElseThrow();
    }

    private Answer list() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode list = json.putArray("feeds");
        polling.feeds().all().forEach(each -> list.add(json(each)));
        return Answer.json(json);
    }

    private Answer added(Route.Asked asked) {
        ObjectNode body = Bodies.object(asked, FIELDS);
        String podcast = body.hasNonNull("podcast") ? body.get("podcast").asText() : null;
        requirePodcast(podcast);
        Wish wish = new Wish(
                podcast,
                body.path("latest").asInt(Wish.DEFAULT.latest()),
                body.path("scanned").asBoolean(true),
                new Rules(words(body, "included"), words(body, "excluded")),
                body.path("paused").asBoolean(false));
        Subscription feed = polling.feeds()
                .add(Bodies.text(body, "address", ""), wish, asked.caller().name());
        return Answer.json(json(feed)).withStatus(201).with("Location", "/api/subscriptions/" + feed.number());
    }

    private void requirePodcast(@Nullable String id) {
        if (id == null) {
            return;
        }
        boolean there = Slug.isSlug(id)
                && ledger.read(RecordName.source(id))
                        .flatMap(StoredRecord::record)
                        .filter(record -> record instanceof Source source && source.kind() == SourceKind.PODCAST)
                        .isPresent();
        if (!there) {
            throw ClewException.invalid("podcast", "must be the id of a published podcast, or left out", id);
        }
    }

    private static List<String> words(ObjectNode body, String field) {
        List<String> words = new ArrayList<>();
        for (JsonNode each : body.path(field)) {
            words.add(each.asText());
        }
        return words;
    }

    private Answer opml() {
        byte[] text = Opml.write(polling.feeds().all()).getBytes(StandardCharsets.UTF_8);
        return Answer.of(Opml.MEDIA_TYPE + ";charset=utf-8", text);
    }

    private Answer taken(Route.Asked asked) {
        for (String address : Opml.addresses(asked.body().bytes())) {
            try {
                polling.feeds().add(address, Wish.DEFAULT, asked.caller().name());
            } catch (ClewException refused) {
                if (refused.code() != ErrorCode.CONFLICT
                        || polling.feeds().find(address).isEmpty()) {
                    throw refused;
                }
            }
        }
        return list();
    }

    private Answer polled(Route.Asked asked) {
        Polling.Polled polled = polling.poll(number(asked));
        return Answer.json(json(polled.feed())
                .put("visible", awaitVisible.test(ledger.head().n())));
    }

    private Answer paused(Route.Asked asked, boolean paused) {
        polling.feeds().pause(number(asked), paused);
        return Answer.json(json(polling.feeds().require(number(asked))));
    }

    private Answer removed(Route.Asked asked) {
        polling.feeds().remove(number(asked));
        return list();
    }

    private static ObjectNode json(Subscription feed) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("number", feed.number())
                .put("address", feed.address())
                .put("by", feed.by())
                .put("episodes", feed.episodes())
                .put("latest", feed.wish().latest())
                .put("scanned", feed.wish().scanned())
                .put("paused", feed.wish().paused());
        feed.wish().rules().included().forEach(json.putArray("included")::add);
        feed.wish().rules().excluded().forEach(json.putArray("excluded")::add);
        if (feed.podcast() != null) {
            json.put("podcast", feed.podcast());
        }
        ObjectNode health = json.putObject("health")
                .put("next", feed.health().next().toString())
                .put("failures", feed.health().failures())
                .put("message", feed.health().message());
        if (feed.health().polled() != null) {
            health.put("polled", feed.health().polled().toString());
        }
        if (feed.health().succeeded() != null) {
            health.put("succeeded", feed.health().succeeded().toString());
        }
        return json;
    }
}
