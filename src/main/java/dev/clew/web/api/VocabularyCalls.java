package dev.clew.web.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.model.RelationType;
import dev.clew.model.Relations;
import dev.clew.ontology.Term;
import dev.clew.web.http.Answer;
import dev.clew.web.http.Route;
import java.util.List;
import java.util.stream.Stream;

/** The calls that explain the words: {@code /api/relations} and {@code /api/terms}. */
final class VocabularyCalls {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Relations relations;
    private final List<Term> terms;
    private final Reads reads;

    VocabularyCalls(Relations relations, List<Term> terms, Reads reads) {
        this.relations = relations;
        this.terms = List.copyOf(terms);
        this.reads = reads;
    }

    Stream<Route> routes() {
        return Stream.of(
                reads.route(
                        "/api/relations",
                        "The relation types, with what each says.",
                        List.of(),
                        "Relations",
                        asked -> relations()),
                reads.route(
                        "/api/terms",
                        "The words that pages show, each explained in a sentence.",
                        List.of(),
                        "Terms",
                        asked -> terms()));
    }

    private Answer relations() {
        ObjectNode json = NODES.objectNode();
        ArrayNode list = json.putArray("relations");
        relations.all().forEach(type -> list.add(relation(type)));
        return Answer.json(json.put("change", reads.change()));
    }

    private static ObjectNode relation(RelationType type) {
        RelationType.Wording wording = type.wording();
        ObjectNode json = NODES.objectNode()
                .put("id", type.id())
                .put("label", wording.label())
                .put("inverseLabel", wording.inverseLabel())
                .put("relationClass", type.relationClass().code())
                .put("defaultSign", type.defaultSign().symbol())
                .put("symmetric", type.isSymmetric())
                .put("runsBackward", type.runsBackward())
                .put("definition", wording.definition())
                .put("example", wording.example());
        wording.aliases().forEach(json.putArray("aliases")::add);
        return json;
    }

    private Answer terms() {
        ObjectNode json = NODES.objectNode();
        ArrayNode list = json.putArray("terms");
        terms.forEach(term -> list.addObject()
                .put("id", term.id())
                .put("label", term.label())
                .put("readerLabel", term.readerLabel())
                .put("definition", term.definition())
                .put("example", term.example()));
        return Answer.json(json.put("change", reads.change()));
    }
}
