package dev.clew.web.linked;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.model.Role;
import dev.clew.ontology.Base;
import dev.clew.ontology.KnownPrefixes;
import dev.clew.ontology.Vocabulary;
import dev.clew.ontology.VocabularyTerm;
import dev.clew.web.http.Answer;
import dev.clew.web.http.Negotiation;
import dev.clew.web.http.Route;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code /context.jsonld}, the short names of every term for JSON-LD, and {@code /sparql/prefixes}, those for queries. */
final class ContextCalls {
    private static final String JSON_LD = "application/ld+json";
    private static final String TEXT = "text/plain";
    private static final String XSD = "http://www.w3.org/2001/XMLSchema#";
    private static final String STRING = XSD + "string";

    private final Vocabulary vocabulary;
    private final Base base;

    ContextCalls(Vocabulary vocabulary, Base base) {
        this.vocabulary = vocabulary;
        this.base = base;
    }

    Stream<Route> routes() {
        return Stream.of(
                new Route(
                        new Route.Address("GET", "/context.jsonld", Role.ANYBODY),
                        "A JSON-LD context: a short name for every term of the vocabulary, with the type of its values.",
                        List.of(),
                        Route.Produces.media(List.of(JSON_LD)),
                        asked -> kept(Answer.of(JSON_LD, context().toString().getBytes(StandardCharsets.UTF_8)))),
                new Route(
                        new Route.Address("GET", "/sparql/prefixes", Role.ANYBODY),
                        "The prefixes of queries, at the base of this library: as JSON, or as the lines of a query.",
                        List.of(),
                        Route.Produces.media(List.of(Answer.JSON, TEXT)),
                        asked -> prefixes(asked.accept())));
    }

    private static Answer kept(Answer answer) {
        return answer.with("Cache-Control", "max-age=3600");
    }

    private ObjectNode context() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ObjectNode context = document.putObject("@context");
        context.put("@version", 1.1).put("@base", base.address());
        KnownPrefixes.under(base).forEach((prefix, address) -> {
            if (!address.startsWith(base.address())) {
                context.put(prefix, address);
            }
        });
        context.put("label", "rdfs:label").put("alias", "skos:altLabel");
        for (VocabularyTerm term : vocabulary.terms()) {
            switch (term.sort()) {
                case CLASS, CONSTANT -> context.put(term.localName(), curie(term));
                case OBJECT_PROPERTY ->
                    context.putObject(term.localName()).put("@id", curie(term)).put("@type", "@id");
                case DATA_PROPERTY -> put(context, term);
                case RELATION, WORD -> {
                    continue;
                }
            }
        }
        return document;
    }

    private static String curie(VocabularyTerm term) {
        return "clew:" + term.localName();
    }

    private static void put(ObjectNode context, VocabularyTerm term) {
        List<String> range = term.detail(Vocabulary.RANGE);
        String type = range.size() == 1 ? range.getFirst() : STRING;
        if (type.startsWith(XSD) && !type.equals(STRING)) {
            context.putObject(term.localName())
                    .put("@id", curie(term))
                    .put("@type", "xsd:" + type.substring(XSD.length()));
        } else {
            context.put(term.localName(), curie(term));
        }
    }

    private Answer prefixes(String accept) {
        String chosen = Negotiation.choose(accept, List.of(Answer.JSON, TEXT))
                .orElseThrow(() -> new ClewException(
                        ErrorCode.NOT_ACCEPTABLE, "On offer here: " + Answer.JSON + ", " + TEXT + "."));
        Map<String, String> all = KnownPrefixes.under(base);
        if (chosen.equals(TEXT)) {
            String lines = all.entrySet().stream()
                    .map(each -> "PREFIX " + each.getKey() + ": <" + each.getValue() + ">\n")
                    .collect(Collectors.joining());
            return kept(Answer.of(TEXT + ";charset=utf-8", lines.getBytes(StandardCharsets.UTF_8)))
                    .with("Vary", "Accept");
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        all.forEach(json::put);
        return kept(Answer.json(json)).with("Vary", "Accept");
    }
}
