package dev.clew.ontology;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clew.model.*;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The records of {@code data/}, read plainly: what the ontology promises must hold for what ships. */
final class ShippedLibrary {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Relations RELATIONS = RelationCatalogue.load();

    private ShippedLibrary() {}

    static List<ClewRecord> records() throws IOException {
        List<ClewRecord> records = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("data"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList()) {
                for (String line : Files.readAllLines(file)) {
                    records.add(record(JSON.readTree(line)));
                }
            }
        }
        return records;
    }

    private static ClewRecord record(JsonNode json) {
        return switch (json.path("type").asText()) {
            case "entity" -> entity(json);
            case "source" -> source(json);
            default -> insight(json);
        };
    }

    private static Insight insight(JsonNode json) {
        Passage.Span span = json.has("start")
                ? new Passage.Span(json.get("start").asInt(), integer(json, "end"), integer(json, "startPrecision"))
                : null;
        return new Insight(
                text(json, "id"),
                new Claim(
                        text(json, "text"),
                        or(text(json, "language"), "en"),
                        constant(ClaimType.class, json, "claimType", ClaimType.REPORT),
                        constant(Certainty.class, json, "certainty", Certainty.PLAIN)),
                new Belief(
                        text(json, "holder"),
                        text(json, "speaker"),
                        constant(Attribution.class, json, "attribution", Attribution.OWN)),
                new Passage(text(json, "source"), span, text(json, "quote")),
                list(json, "links", ShippedLibrary::link),
                list(json, "quantities", ShippedLibrary::quantity),
                new InsightReferences(
                        texts(json, "supports"),
                        texts(json, "contradicts"),
                        texts(json, "refines"),
                        texts(json, "cites"),
                        texts(json, "rivals")),
                new Subjects(texts(json, "topics"), texts(json, "mentions")),
                text(json, "note"));
    }

    private static Link link(JsonNode json) {
        Sign own = RELATIONS.require(json.get("relation").asText()).defaultSign();
        Sign sign = json.has("sign") ? Sign.find(json.get("sign").asText()).orElseThrow() : own;
        JsonNode scope = json.path("scope");
        return new Link(
                new Link.End(text(json, "subject"), text(json, "subjectFraming")),
                text(json, "relation"),
                new Link.End(text(json, "object"), text(json, "objectFraming")),
                new Link.Stance(sign, json.path("denied").asBoolean()),
                new Scope(text(scope, "where"), text(scope, "period"), text(scope, "condition")));
    }

    private static Quantity quantity(JsonNode json) {
        return switch (text(json, "kind")) {
            case "value" ->
                new Quantity.Value(text(json, "of"), number(json, "value"), text(json, "unit"), text(json, "when"));
            case "factor" ->
                new Quantity.Factor(
                        text(json, "cause"), number(json, "causeBy"), text(json, "effect"), number(json, "effectBy"));
            default -> new Quantity.Product(text(json, "result"), texts(json, "factors"));
        };
    }

    private static Entity entity(JsonNode json) {
        JsonNode codes = json.path("codes");
        return new Entity(
                text(json, "id"),
                EntityKind.find(text(json, "kind")).orElseThrow(),
                new EntityNaming(
                        text(json, "label"),
                        or(text(json, "language"), "en"),
                        texts(json, "aliases"),
                        text(json, "definition")),
                new EntityCodes(
                        text(codes, "isoAlpha2"),
                        text(codes, "isoAlpha3"),
                        text(codes, "isoNumeric"),
                        texts(json, "sameAs")),
                list(
                        json,
                        "framings",
                        framing ->
                                new Framing(text(framing, "id"), text(framing, "label"), text(framing, "definition"))),
                list(
                        json,
                        "facts",
                        fact -> new Fact(
                                text(fact, "relation"),
                                text(fact, "object"),
                                text(fact, "source"),
                                new Fact.Period(text(fact, "from"), text(fact, "until")))),
                text(json, "source"),
                text(json, "note"));
    }

    private static Source source(JsonNode json) {
        String date = text(json, "date");
        return new Source(
                text(json, "id"),
                SourceKind.valueOf(text(json, "kind").toUpperCase(Locale.ROOT)),
                text(json, "title"),
                text(json, "podcast"),
                new Source.Publication(
                        date == null ? null : LocalDate.parse(date),
                        text(json, "url"),
                        text(json, "enclosure"),
                        integer(json, "duration"),
                        text(json, "licence")),
                list(json, "people", person -> new Source.Participation(text(person, "person"), text(person, "role"))),
                text(json, "note"));
    }

    private static String text(JsonNode json, String field) {
        return json.hasNonNull(field) ? json.get(field).asText() : null;
    }

    private static String or(String value, String otherwise) {
        return value == null ? otherwise : value;
    }

    private static Integer integer(JsonNode json, String field) {
        return json.hasNonNull(field) ? json.get(field).asInt() : null;
    }

    private static BigDecimal number(JsonNode json, String field) {
        return new BigDecimal(json.get(field).asText());
    }

    private static List<String> texts(JsonNode json, String field) {
        return list(json, field, JsonNode::asText);
    }

    private static <T> List<T> list(JsonNode json, String field, Function<JsonNode, T> read) {
        return StreamSupport.stream(json.path(field).spliterator(), false)
                .map(read)
                .toList();
    }

    private static <E extends Enum<E>> E constant(Class<E> type, JsonNode json, String field, E otherwise) {
        return json.hasNonNull(field)
                ? Enumerations.find(type, json.get(field).asText()).orElseThrow()
                : otherwise;
    }
}
