package dev.clew.web.api;

import dev.clew.brief.Brief;
import dev.clew.brief.BriefText;
import dev.clew.brief.ReaderBrief;
import dev.clew.brief.ReaderBriefs;
import dev.clew.desk.Deliveries;
import dev.clew.desk.Delivery.Letter;
import dev.clew.desk.Delivery.Made;
import dev.clew.desk.Reader;
import dev.clew.model.Relations;
import dev.clew.model.Role;
import dev.clew.web.http.Answer;
import dev.clew.web.http.Route;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code /feeds/reading.atom?key=} and the same with {@code .json}: a reader's briefs at a private address. To whom letters go
 * it shows the next one, as of now. For everybody else it is the delivery: on a day it makes one brief when it is first asked,
 * keeps it, and shows it for some days, and what it has shown once is in no other brief.
 */
final class ReaderFeed {
    private final Readership readership;
    private final ReaderBriefs briefs;
    private final Relations relations;
    private final Reads reads;

    ReaderFeed(Readership readership, ReaderBriefs briefs, Relations relations, Reads reads) {
        this.readership = readership;
        this.briefs = briefs;
        this.relations = relations;
        this.reads = reads;
    }

    Stream<Route> routes() {
        return Stream.of(route("atom"), route("json"));
    }

    private Route route(String ending) {
        return new Route(
                new Route.Address("GET", "/feeds/reading." + ending, Role.ANYBODY),
                "The brief of the reader of a private link, as Atom or JSON Feed.",
                List.of(Readership.KEY),
                Route.Produces.media(List.of(ending.equals("atom") ? FeedText.ATOM : FeedText.JSON)),
                asked -> feed(asked, ending));
    }

    private Answer feed(Route.Asked asked, String ending) {
        Reader reader = readership.byKey(asked);
        LocalDate today = LocalDate.ofInstant(Instant.now(), reader.schedule().zone());
        boolean byMail = reader.isReached() && !reader.schedule().isPaused(today);
        List<ClaimFeed.Entry> entries = byMail ? entries(briefs.of(reader, today)) : kept(reader, today);
        String base = reads.base().address();
        String key = asked.arguments().text("key");
        ClaimFeed feed = new ClaimFeed(
                "Clew: your insights", base + "reading", base + "feeds/reading." + ending + "?key=" + key, entries);
        String tag = reads.ledger().ledgerId() + "-" + entries.hashCode();
        return FeedText.answer(feed, ending, tag).with("Cache-Control", "private, no-cache");
    }

    private List<ClaimFeed.Entry> kept(Reader reader, LocalDate today) {
        Deliveries deliveries = briefs.reading().deliveries();
        if (deliveries.find(reader.number(), today).isEmpty()) {
            ReaderBrief brief = briefs.of(reader, today);
            if (!brief.isEmpty()) {
                Letter content = new Letter("", KeptEntries.write(entries(brief)));
                long change = brief.brief().edition().change();
                deliveries.show(reader, today, new Made(content, brief.insights(), change));
            }
        }
        return deliveries.shown(reader, today).stream()
                .flatMap(content -> KeptEntries.read(content).stream())
                .toList();
    }

    private List<ClaimFeed.Entry> entries(ReaderBrief brief) {
        NamedJson names = new NamedJson(reads.view(), relations);
        BriefText text = new BriefText(names::label, relations);
        List<ClaimFeed.Entry> entries = new ArrayList<>(told(brief));
        ClaimEntries claims = new ClaimEntries(reads, reads.view());
        for (Brief.Item item : brief.brief().items()) {
            entries.add(claims.entry(item.insight(), item.change(), BriefCalls.reasons(item, text)));
        }
        return entries;
    }

    private List<ClaimFeed.Entry> told(ReaderBrief brief) {
        long change = brief.brief().edition().change();
        Instant at = reads.ledger().changesBefore(change + 1, "", 1).stream()
                .map(summary -> summary.at())
                .findFirst()
                .orElse(Instant.EPOCH);
        return brief.told().stream()
                .map(told -> new ClaimFeed.Entry(
                        reads.base().address() + told.page().substring(1) + "#change-" + change,
                        String.join("\n", told.lines()),
                        told.label(),
                        null,
                        null,
                        at))
                .toList();
    }
}
