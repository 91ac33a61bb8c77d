package dev.clew.ingest.feed;

import dev.clew.model.WebAddress;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes values of the elements of a feed; what they lack is noted as a trouble. */
final class FeedItems {
    private static final int LIMIT_TROUBLES = 20;
    private static final int LIMIT_LIST = 100;

    private final List<String> troubles;

    FeedItems(List<String> troubles) {
        this.troubles = troubles;
    }

    Feed.Show show(Element channel) {
        Integer minutes = FeedText.whole(channel.firstText("ttl"));
        return new Feed.Show(
                FeedText.plain(channel.firstText("title")),
                page(channel),
                categories(channel),
                address(channel.firstText("itunes:new-feed-url")),
                minutes == null ? null : Duration.ofMinutes(minutes));
    }

    Optional<Feed.Item> item(Element item) {
        Feed.Media media = new Feed.Media(page(item), audio(item), FeedText.seconds(item.firstText("itunes:duration")));
        String title = FeedText.plain(item.firstText("title", "itunes:title"));
        String guid = Stream.of(item.firstText("guid", "id"), text(media.audio()), text(media.page()))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        if (guid.isEmpty()) {
            trouble("An episode has neither guid nor audio nor page, so it cannot be known again; it is left out: '"
                    + title + "'.");
            return Optional.empty();
        }
        String written = item.firstText("pubDate", "published", "dc:date", "updated");
        if (!written.isEmpty() && FeedText.moment(written) == null) {
            trouble("The date '" + written + "' of '" + title + "' cannot be read; it has none.");
        }
        return Optional.of(new Feed.Item(
                guid,
                title,
                FeedText.moment(written),
                media,
                new Feed.Numbers(
                        FeedText.whole(item.firstText("podcast:season", "itunes:season")),
                        FeedText.whole(item.firstText("podcast:episode", "itunes:episode"))),
                people(item),
                transcripts(item),
                parts(item),
                new Feed.Subjects(
                        categories(item),
                        FeedText.plain(
                                item.firstText("description", "itunes:summary", "content:encoded", "summary")))));
    }

    private void trouble(String sentence) {
        if (troubles.size() < LIMIT_TROUBLES) {
            troubles.add(sentence);
        }
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static @Nullable String address(String text) {
        return WebAddress.isSafe(text) ? text : null;
    }

    /** The page: the text of RSS's link, or where Atom's link leads. */
    private static @Nullable String page(Element element) {
        return element.all("link")
                .filter(link ->
                        link.attribute("rel").isEmpty() || link.attribute("rel").equals("alternate"))
                .map(link -> link.text().isEmpty() ? link.attribute("href") : link.text())
                .filter(WebAddress::isSafe)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String audio(Element item) {
        Stream<String> rss = item.all("enclosure").map(each -> each.attribute("url"));
        Stream<String> atom = item.all("link")
                .filter(link -> link.attribute("rel").equals("enclosure"))
                .map(link -> link.attribute("href"));
        return Stream.concat(rss, atom).filter(WebAddress::isSafe).findFirst().orElse(null);
    }

    private static List<String> categories(Element element) {
        return Stream.concat(element.all("category"), element.all("itunes:category"))
                .map(each -> Stream.of(each.attribute("text"), each.attribute("term"), each.text())
                        .filter(text -> !text.isEmpty())
                        .findFirst()
                        .orElse(""))
                .filter(text -> !text.isEmpty())
                .distinct()
                .limit(LIMIT_LIST)
                .toList();
    }

    private static List<Feed.Participant> people(Element item) {
        return item.all("podcast:person")
                .filter(person -> !person.text().isEmpty())
                .map(person -> new Feed.Participant(
                        FeedText.plain(person.text()),
                        person.attribute("role").isEmpty()
                                ? "host"
                                : person.attribute("role").toLowerCase(Locale.ROOT)))
                .distinct()
                .limit(LIMIT_LIST)
                .toList();
    }

    private static List<Feed.TranscriptLink> transcripts(Element item) {
        return item.all("podcast:transcript")
                .filter(each -> WebAddress.isSafe(each.attribute("url")))
                .map(each -> new Feed.TranscriptLink(
                        each.attribute("url"),
                        each.attribute("type"),
                        each.attribute("language").isEmpty() ? null : each.attribute("language")))
                .limit(LIMIT_LIST)
                .toList();
    }

    private static Feed.Parts parts(Element item) {
        List<Feed.Highlight> highlights = item.all("podcast:soundbite")
                .map(each -> new Feed.Highlight(
                        FeedText.number(each.attribute("startTime")),
                        FeedText.number(each.attribute("duration")),
                        each.text()))
                .filter(each -> each.startSeconds() >= 0 && each.durationSeconds() > 0)
                .limit(LIMIT_LIST)
                .toList();
        String chapters = item.first("podcast:chapters")
                .map(each -> each.attribute("url"))
                .orElse("");
        return new Feed.Parts(address(chapters), highlights);
    }
}
