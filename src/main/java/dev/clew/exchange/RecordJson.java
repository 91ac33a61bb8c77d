package dev.clew.exchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.model.ClewException;
import dev.clew.model.ClewRecord;
import dev.clew.model.Entity;
import dev.clew.model.Insight;
import dev.clew.model.Link;
import dev.clew.model.NearDuplicates;
import dev.clew.model.Problem;
import dev.clew.model.RecordName;
import dev.clew.model.RecordType;
import dev.clew.model.Redirect;
import dev.clew.model.Relations;
import dev.clew.model.Slug;
import dev.clew.model.Source;
import dev.clew.ontology.Base;
import dev.clew.ontology.RelationCatalogue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Records to and from JSON: the bodies of the REST calls and the lines of JSON Lines files.
 *
 * <p>Absent, null and empty are the same; an unknown field is refused by name; what only an answer carries ({@code iri
 * labels version change status}) is accepted and ignored unless it disagrees. Immutable and safe for any number of threads.
 */
public final class RecordJson {
    private static final int DEPTH_LIMIT = 20;
    private static final String BEYOND = "has a number with an exponent beyond all bounds: shorten it";
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH_LIMIT)
                            .maxNumberLength(100)
                            .maxNameLength(200)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private static final ObjectReader READER = MAPPER.readerFor(JsonNode.class);
    private static final ObjectWriter WRITER = MAPPER.writer();

    private final Base base;
    private final Relations relations;

    /**
     * A record as it was sent.
     *
     * @param record the record
     * @param version the version that the sender has read; null when it was not given
     */
    public record Sent(ClewRecord record, @Nullable Long version) {}

    /** Reads and writes records whose addresses stand under the base. */
    public RecordJson(Base base) {
        this.base = base;
        this.relations = RelationCatalogue.load();
    }

    /** The record as a JSON object: {@code type} and {@code id}, then its own fields; a new object on each call. */
    public ObjectNode write(ClewRecord record) {
        JsonObjects out =
                new JsonObjects().text("type", record.name().type().code()).text("id", record.id());
        switch (record) {
            case Insight insight -> InsightJson.write(insight, out);
            case Entity entity -> EntityJson.write(entity, out);
            case Source source -> SourceJson.write(source, out);
            case Redirect redirect -> EntityJson.write(redirect, out);
        }
        return out.node();
    }

    /** A link as it stands in an insight; a new object on each call. */
    public ObjectNode link(Link link) {
        return LinkJson.write(link);
    }

    /** The record as one line of JSON Lines, without the line feed, in UTF-8. */
    public byte[] line(ClewRecord record) {
        try {
            return WRITER.writeValueAsBytes(write(record));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of plain values can be written", impossible);
        }
    }

    /**
     * Reads a record from JSON in UTF-8.
     *
     * @throws ClewException (invalid) naming the field, or the place where the text stops being JSON
     */
    public Sent read(byte[] json) {
        return read(json, 0, json.length);
    }

    /** Reads a record from a part of an array of bytes; see {@link #read(byte[])}. */
    public Sent read(byte[] json, int offset, int length) {
        return read(tree(json, offset, length));
    }

    /**
     * What a claim says, from {@code id} (may be left out), {@code text} and {@code links}, written as in an insight.
     *
     * @throws ClewException (invalid) naming the field
     */
    public NearDuplicates.Wording wording(String json) {
        JsonFields fields = JsonFields.of(tree(json));
        NearDuplicates.Wording wording = new NearDuplicates.Wording(
                fields.text("id"),
                fields.requiredText("text"),
                fields.objects("links", each -> LinkJson.read(each, relations)));
        fields.refuseUnknown();
        return wording;
    }

    /**
     * The JSON value in a text, with numbers exact and no name twice in an object.
     *
     * @throws ClewException (invalid) naming the place where the text stops being JSON
     */
    public static JsonNode tree(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return tree(bytes, 0, bytes.length);
    }

    private static JsonNode tree(byte[] json, int offset, int length) {
        if (!TextEncoding.isUtf8(json, offset, length)) {
            throw ClewException.invalid(
                    List.of(new Problem("", "is not in UTF-8: save it as UTF-8, then import it again", null)));
        }
        try {
            return READER.readTree(json, offset, length);
        } catch (JsonProcessingException malformed) {
            long column = malformed.getLocation() == null
                    ? 0
                    : malformed.getLocation().getColumnNr();
            String reason = malformed.getOriginalMessage();
            throw ClewException.invalid(
                    List.of(new Problem("", "is not JSON, at character " + column + ": " + reason, null)));
        } catch (NumberFormatException beyond) {
            throw ClewException.invalid(List.of(new Problem("", BEYOND, null)));
        } catch (IOException impossible) {
            throw new IllegalStateException("bytes in memory can be read", impossible);
        }
    }

    /** The name that a JSON form gives its record, which may lack everything else; empty when it gives none. */
    public Optional<RecordName> nameIn(String json) {
        try {
            JsonNode node = READER.readTree(json);
            String id = node.path("id").asText();
            Optional<RecordType> type = RecordType.find(node.path("type").asText(RecordType.INSIGHT.code()));
            return type.filter(any -> Slug.isSlug(id)).map(found -> new RecordName(found, id));
        } catch (JsonProcessingException | NumberFormatException malformed) {
            throw ClewException.invalid("", "is not JSON: send the record as an object", json);
        }
    }

    /** Reads a record from a JSON value; see {@link #read(byte[])}. */
    public Sent read(JsonNode json) {
        JsonFields fields = JsonFields.of(json);
        RecordType type = fields.choice("type", RecordType.INSIGHT);
        String id = Slug.check("id", fields.requiredText("id"));
        ClewRecord record = switch (type) {
            case INSIGHT -> InsightJson.read(id, fields, relations);
            case ENTITY ->
                fields.value("replacedBy") == null ? EntityJson.read(id, fields) : EntityJson.readRedirect(id, fields);
            case SOURCE -> SourceJson.read(id, fields);
        };
        Long version = readOnly(record.name(), fields);
        fields.refuseUnknown();
        return new Sent(record, version);
    }

    private @Nullable Long readOnly(RecordName name, JsonFields fields) {
        agrees("iri", fields.text("iri"), List.of(base.iri(name), name.path()));
        agrees("status", fields.text("status"), List.of("published"));
        fields.value("labels");
        fields.wholeLong("change");
        return fields.wholeLong("version");
    }

    private static void agrees(String field, @Nullable String given, List<String> expected) {
        if (given != null && !expected.contains(given)) {
            throw ClewException.invalid(
                    field, "disagrees with the record, where it is " + expected.getFirst() + ": leave it out", given);
        }
    }
}
