package dev.clew.web.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.brief.Due;
import dev.clew.brief.ReaderBrief;
import dev.clew.brief.ReaderBriefs;
import dev.clew.desk.Deliveries;
import dev.clew.desk.Delivery.State;
import dev.clew.desk.Reader;
import dev.clew.model.Insight;
import dev.clew.model.Relations;
import dev.clew.model.Role;
import dev.clew.web.http.Answer;
import dev.clew.web.http.Route;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code /api/deliveries}: what an admin sees of briefs, before and after they are sent, without any reader's habits. */
final class DeliveryCalls {
    /** Most readers whose next briefs are made to be looked at. */
    static final int LIMIT_READERS = 200;

    private static final int LIMIT_DAYS = 30;
    private static final int LIMIT_CLAIMS = 20;
    private static final int LIMIT_REASONS = 10;
    private static final Duration AHEAD = Duration.ofDays(1);

    private final ReaderRoutes.Needs needs;
    private final Relations relations;
    private final Reads reads;

    DeliveryCalls(ReaderRoutes.Needs needs, Relations relations, Reads reads) {
        this.needs = needs;
        this.relations = relations;
        this.reads = reads;
    }

    Stream<Route> routes() {
        return Stream.of(new Route(
                new Route.Address("GET", "/api/deliveries", Role.ADMIN),
                "How many briefs were sent on which days, and what would be sent within a day; nothing about any reader.",
                List.of(),
                Route.Produces.json("Deliveries"),
                asked -> told()));
    }

    private Answer told() {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("mail", needs.confirming() != null);
        ArrayNode days = json.putArray("days");
        Deliveries deliveries = needs.briefs().reading().deliveries();
        deliveries.days(LIMIT_DAYS).forEach(day -> days.add(day(day, deliveries)));
        json.set("ahead", ahead());
        return Readership.unkept(json);
    }

    private static ObjectNode day(LocalDate day, Deliveries deliveries) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("day", day.toString());
        Map<State, Long> counts = deliveries.counts(day);
        for (State state : State.values()) {
            json.put(state.code(), counts.getOrDefault(state, 0L));
        }
        ArrayNode reasons = json.putArray("reasons");
        deliveries
                .reasons(day, LIMIT_REASONS)
                .forEach(each -> reasons.addObject().put("told", each.told()).put("count", each.count()));
        return json;
    }

    private ObjectNode ahead() {
        List<Reader> readers = needs.briefs().reading().readers().reached(0, LIMIT_READERS);
        ReaderBriefs briefs = needs.briefs().pinned();
        List<ReaderBrief> made =
                readers.stream().flatMap(reader -> next(reader, briefs)).toList();
        Map<Insight, Integer> claims = new HashMap<>();
        made.forEach(brief -> brief.brief().items().forEach(item -> claims.merge(item.insight(), 1, Integer::sum)));
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("readers", made.size())
                .put("truncated", readers.size() == LIMIT_READERS)
                .put("briefs", made.stream().filter(brief -> !brief.isEmpty()).count());
        ArrayNode list = json.putArray("claims");
        EvidenceJson shown = new EvidenceJson(reads.view(), new NamedJson(reads.view(), relations));
        claims.entrySet().stream()
                .sorted(Map.Entry.<Insight, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(each -> each.getKey().id()))
                .limit(LIMIT_CLAIMS)
                .forEach(each ->
                        list.addObject().put("readers", each.getValue()).set("insight", shown.claim(each.getKey())));
        return json;
    }

    private static Stream<ReaderBrief> next(Reader reader, ReaderBriefs briefs) {
        Instant now = Instant.now();
        Optional<LocalDate> day = Due.next(reader.schedule(), now)
                .filter(next -> Due.at(reader.schedule(), next).isBefore(now.plus(AHEAD)));
        return day.stream().map(next -> briefs.of(reader, next));
    }
}
