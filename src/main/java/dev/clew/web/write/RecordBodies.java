package dev.clew.web.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.exchange.RecordJson;
import dev.clew.exchange.RecordJson.Sent;
import dev.clew.model.ClewException;
import dev.clew.model.RecordName;
import dev.clew.model.RecordType;
import dev.clew.model.Slug;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads records out of bodies: as files have them, and as reads gave them. */
final class RecordBodies {
    /** What an answer tells beside the record, and names in an answer where a file has an id. */
    private static final List<String> TOLD_BESIDE = List.of("counts", "topEdges");

    private static final List<String> NAMED = List.of("source", "podcast", "relation", "object", "person");
    private static final int PLAIN_ID_CHARACTERS = 60;

    private final RecordJson records;
    private final Predicate<RecordName> taken;

    /**
     * Reads in this form.
     *
     * @param taken whether an id is in use, so that one that is made is new
     */
    RecordBodies(RecordJson records, Predicate<RecordName> taken) {
        this.records = records;
        this.taken = taken;
    }

    /**
     * The record in a body.
     *
     * @param type what it must be; null when the body may say
     * @param id what it must be called; null when the body says, or leaves it to be made
     * @throws ClewException (invalid) naming every field that is wrong
     */
    Sent read(JsonNode body, @Nullable RecordType type, @Nullable String id) {
        if (!(body instanceof ObjectNode given)) {
            throw ClewException.invalid("", "must be a JSON object in { }", body.toString());
        }
        ObjectNode plain = given.deepCopy();
        if (type != null) {
            agree(plain, "type", type.code());
        }
        if (id != null) {
            agree(plain, "id", id);
        }
        boolean isInsight = plain.path("type").asText("insight").equals("insight");
        if (!isInsight) {
            plain.remove(TOLD_BESIDE);
            bare(plain);
        }
        if (!plain.hasNonNull("id")) {
            made(plain, isInsight);
        }
        return records.read(plain);
    }

    private static void agree(ObjectNode body, String field, String expected) {
        JsonNode given = body.get(field);
        if (given != null && !given.isNull() && !given.asText().equals(expected)) {
            throw ClewException.invalid(
                    field, "must be " + expected + ", as the address says: leave it out", given.asText());
        }
        body.put(field, expected);
    }

    /** Puts the id where an answer had id and label together. */
    private static void bare(JsonNode node) {
        if (node instanceof ObjectNode object) {
            NAMED.stream()
                    .filter(name ->
                            object.path(name).isObject() && object.path(name).has("id"))
                    .forEach(name -> object.set(name, object.get(name).get("id")));
        }
        node.forEach(RecordBodies::bare);
    }

    /** An id made of the text, label or title; where there is none, what is missing is told when the record is read. */
    private void made(ObjectNode body, boolean isInsight) {
        String text = isInsight
                ? body.path("text").asText()
                : body.path("label").asText(body.path("title").asText());
        if (text.isBlank()) {
            return;
        }
        String id = Slug.of(text);
        if (!isInsight) {
            String words = id.substring(0, id.lastIndexOf('-'));
            RecordType type = RecordType.find(body.path("type").asText()).orElse(RecordType.ENTITY);
            boolean plain = words.length() <= PLAIN_ID_CHARACTERS && !taken.test(new RecordName(type, words));
            id = plain ? words : id;
        }
        body.put("id", id);
    }
}
