package dev.clew.web.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.exchange.RecordJson;
import dev.clew.model.ClaimType;
import dev.clew.model.Insight;
import dev.clew.model.Lens;
import dev.clew.model.Link;
import dev.clew.model.RecordName;
import dev.clew.model.RecordType;
import dev.clew.model.RelationType;
import dev.clew.model.Relations;
import dev.clew.model.SearchAnswer;
import dev.clew.model.SearchField;
import dev.clew.model.SearchIndex;
import dev.clew.model.SearchQuery;
import dev.clew.model.Sign;
import dev.clew.model.Source;
import dev.clew.neo4j.ClaimQuestions;
import dev.clew.neo4j.CypherQuestion;
import dev.clew.web.http.Answer;
import dev.clew.web.http.Arguments;
import dev.clew.web.http.Form;
import dev.clew.web.http.Parameter;
import dev.clew.web.http.Route;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The call for who holds what over time: {@code /api/entities/ID/positions}. */
final class PositionCalls {
    /** Most claims read for what an entity holds, and for what is held of it. */
    private static final int MOST = 500;

    private final SearchIndex search;
    private final Relations relations;
    private final Reads reads;
    private final RecordJson records;

    PositionCalls(SearchIndex search, Relations relations, Reads reads) {
        this.search = search;
        this.relations = relations;
        this.reads = reads;
        this.records = new RecordJson(reads.base());
    }

    Stream<Route> routes() {
        return Stream.of(reads.route(
                "/api/entities/{id}/positions",
                "What an entity holds itself, by topic, and what others hold of it, by holder; each in order of time.",
                parameters(),
                "Positions",
                asked -> positions(asked.arguments())));
    }

    private static List<Parameter> parameters() {
        List<Parameter> own = List.of(
                Parameter.path("id", new Form.Id(), "The id of the entity."),
                Parameter.optional("topic", new Form.Id(), "Only claims filed under this topic."),
                Parameter.fallback("minVoices", new Form.Whole(0, 1000), "0", "Only claims with so many voices."));
        // Facts have no holder, and earlier states are not searched.
        return Stream.concat(own.stream(), LensForm.claimParameters("").stream())
                .toList();
    }

    /** A claim with the day it was made. */
    private record Dated(Insight insight, Optional<LocalDate> day) {}

    private Answer positions(Arguments asked) {
        View view = reads.view();
        String id = view.redirects().survivor(asked.text("id"));
        view.require(RecordName.entity(id));
        Optional<String> topic = asked.optionalText("topic");
        Reads.requireEntities(view, topic.stream().toList());
        Lens lens = LensForm.claims("", asked);
        LensForm.require(lens, view);
        SearchQuery query = query(asked, lens, view);
        Map<String, Dated> held = new LinkedHashMap<>();
        long heldTotal = read(query, SearchField.HOLDER, id, held) + read(query, SearchField.SPEAKER, id, held);
        Map<String, Dated> about = new LinkedHashMap<>();
        long aboutTotal = read(query, SearchField.ENTITY, id, about);
        Stream.of(held, about).forEach(each -> each.keySet().removeAll(lens.without()));
        about.keySet().removeAll(held.keySet());
        NamedJson names = new NamedJson(view, relations);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("entity", names.entity(id));
        topic.ifPresent(each -> json.set("topic", names.entity(each)));
        json.set("held", grouped(held.values().stream().toList(), "topic", PositionCalls::topics, id, names));
        json.set("about", grouped(about.values().stream().toList(), "holder", PositionCalls::holders, id, names));
        json.putObject("total").put("held", heldTotal).put("about", Math.max(0, aboutTotal - heldTotal));
        Behind behind = reads.behind();
        json.set(
                "behind",
                behind.inCypher(
                        behind.alone("/api/entities/" + id + "/positions", parameters(), asked),
                        () -> inCypher(id, asked, lens)));
        return Answer.json(json.put("limit", MOST).put("change", view.change()));
    }

    /** The same claims on the server of graphs, unless a lens leaves some or so many voices are asked for. */
    private static Optional<CypherQuestion> inCypher(String id, Arguments asked, Lens lens) {
        return lens.passesEveryClaim() && asked.whole("minVoices") == 0
                ? Optional.of(
                        ClaimQuestions.positions(id, asked.optionalText("topic").orElse(null)))
                : Optional.empty();
    }

    /** The claims that count, whoever they are of. */
    private static SearchQuery query(Arguments asked, Lens lens, View view) {
        Lens.Said said = lens.said();
        Map<SearchField, List<String>> filters = new EnumMap<>(SearchField.class);
        filters.put(SearchField.TYPE, List.of(RecordType.INSIGHT.code()));
        asked.optionalText("topic").ifPresent(topic -> filters.put(SearchField.TOPIC, List.of(topic)));
        put(filters, SearchField.HOLDER, said.holder(), view);
        put(filters, SearchField.SPEAKER, said.speaker(), view);
        Optional.ofNullable(said.source()).ifPresent(source -> filters.put(SearchField.SOURCE, List.of(source)));
        if (!lens.claimTypes().isEmpty()) {
            filters.put(
                    SearchField.CLAIM_TYPE,
                    lens.claimTypes().stream().map(ClaimType::code).toList());
        }
        int voices = asked.whole("minVoices");
        return new SearchQuery(
                "",
                filters,
                new SearchQuery.Period(said.from(), said.until()),
                new SearchQuery.Evidence(null, voices == 0 ? null : voices),
                new SearchQuery.Page(SearchQuery.Sort.NEWEST, SearchQuery.HITS_LIMIT, null),
                SearchQuery.Mode.TEXT);
    }

    private static void put(
            Map<SearchField, List<String>> filters, SearchField field, @Nullable String entity, View view) {
        if (entity != null) {
            filters.put(field, List.of(view.redirects().survivor(entity)));
        }
    }

    /** Reads claims that name the entity so, newest first. @return how many there are */
    private long read(SearchQuery query, SearchField field, String id, Map<String, Dated> into) {
        List<String> asked = query.filters().get(field);
        if (!field.isRepeated() && asked != null && !asked.equals(List.of(id))) {
            return 0;
        }
        View view = reads.view();
        String cursor = null;
        long total;
        int read = 0;
        do {
            SearchAnswer found = search.search(query.with(field, id)
                    .page(new SearchQuery.Page(SearchQuery.Sort.NEWEST, SearchQuery.HITS_LIMIT, cursor)));
            found.hits()
                    .forEach(hit -> view.insight(hit.name().id())
                            .ifPresent(insight -> into.put(insight.id(), new Dated(insight, day(view, insight)))));
            total = found.total();
            read += found.hits().size();
            cursor = found.nextCursor();
        } while (cursor != null && read < MOST);
        return total;
    }

    private static Optional<LocalDate> day(View view, Insight insight) {
        return view.source(insight.passage().source()).map(Source::publication).map(Source.Publication::date);
    }

    private static List<String> topics(Insight insight) {
        return insight.subjects().topics();
    }

    private static List<String> holders(Insight insight) {
        return Stream.of(insight.belief().holder(), insight.belief().speaker())
                .flatMap(Stream::ofNullable)
                .limit(1)
                .toList();
    }

    private ArrayNode grouped(
            List<Dated> claims, String by, Function<Insight, List<String>> keys, String id, NamedJson names) {
        Map<String, List<Dated>> groups = new TreeMap<>();
        for (Dated each : claims) {
            List<String> named = keys.apply(each.insight());
            for (String key : named.isEmpty() ? List.of("") : named) {
                groups.computeIfAbsent(key, any -> new ArrayList<>()).add(each);
            }
        }
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        groups.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, List<Dated>> each) ->
                                -each.getValue().size())
                        .thenComparing(Map.Entry::getKey))
                .forEach(group -> {
                    ObjectNode one = json.addObject();
                    if (!group.getKey().isEmpty()) {
                        one.set(by, names.entity(group.getKey()));
                    }
                    fill(one, group.getValue(), id, names);
                });
        return json;
    }

    private void fill(ObjectNode json, List<Dated> claims, String id, NamedJson names) {
        json.put("raising", links(claims, id, Sign.PLUS)).put("lowering", links(claims, id, Sign.MINUS));
        ArrayNode listed = json.putArray("claims");
        EvidenceJson evidence = new EvidenceJson(names.view(), names);
        claims.stream()
                .sorted(Comparator.comparing((Dated each) -> each.day().orElse(LocalDate.MAX))
                        .thenComparing(each -> each.insight().id()))
                .forEach(each -> {
                    ObjectNode claim = evidence.claim(each.insight());
                    each.day().ifPresent(day -> claim.put("date", day.toString()));
                    claim.set("links", records.write(each.insight()).withArray("links"));
                    listed.add(claim);
                });
    }

    /** Undenied links with this sign whose influence ends at the entity. */
    private int links(List<Dated> claims, String id, Sign sign) {
        int count = 0;
        for (Dated claim : claims) {
            for (Link link : claim.insight().links()) {
                RelationType relation = relations.require(link.relation());
                String effect = relation.runsBackward()
                        ? link.subject().entity()
                        : link.object().entity();
                count += effect.equals(id) && link.sign() == sign && !link.denied() ? 1 : 0;
            }
        }
        return count;
    }
}
