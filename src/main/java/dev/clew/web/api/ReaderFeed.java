package dev.clew.web.api;

import dev.clew.brief.Brief;
import dev.clew.brief.BriefText;
import dev.clew.brief.ReaderBrief;
import dev.clew.brief.ReaderBriefs;
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
 * {@code /feeds/reading.atom?key=} and the same with {@code .json}: the next brief of a reader at a private address. Who reads
 * by feed and by mail gets nothing by the one that came by the other.
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
        ReaderBrief brief = briefs.of(reader, today);
        NamedJson names = new NamedJson(reads.view(), relations);
        BriefText text = new BriefText(names::label, relations);
        List<ClaimFeed.Entry> entries = new ArrayList<>(told(brief));
        ClaimEntries claims = new ClaimEntries(reads, reads.view());
        for (Brief.Item item : brief.brief().items()) {
            entries.add(claims.entry(item.insight(), item.change(), BriefCalls.reasons(item, text)));
        }
        String base = reads.base().address();
        String key = asked.arguments().text("key");
        ClaimFeed feed = new ClaimFeed(
                "Clew: your insights", base + "reading", base + "feeds/reading." + ending + "?key=" + key, entries);
        String tag = reads.ledger().ledgerId() + "-" + brief.brief().edition().since() + "-"
                + brief.brief().edition().change() + "-" + entries.hashCode();
        return FeedText.answer(feed, ending, tag).with("Cache-Control", "private, no-cache");
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
