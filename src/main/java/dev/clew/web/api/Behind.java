package dev.clew.web.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.model.Lens;
import dev.clew.model.Path;
import dev.clew.model.RecordName;
import dev.clew.model.RecordType;
import dev.clew.model.Sign;
import dev.clew.neo4j.CypherQuestion;
import dev.clew.ontology.Base;
import dev.clew.projection.ProjectionState;
import dev.clew.sparql.AnswerCall;
import dev.clew.sparql.PathText;
import dev.clew.web.http.Arguments;
import dev.clew.web.http.Parameter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The query behind an answer, to take away: as a REST call, in SPARQL and, for a server that the library is projected onto, in
 * Cypher.
 *
 * @param base where records have their addresses
 * @param graphServer how that server stands; null where there is none
 */
record Behind(Base base, @Nullable ProjectionState graphServer) {
    /** Of an answer with paths. */
    ObjectNode paths(Arguments asked) {
        String rest = parameters(asked, List.of("from", "to"));
        return between("/api/paths", asked, rest, rest);
    }

    /** Of a path with its twin; in SPARQL of the twin alone, as the best path of this sign. */
    ObjectNode twin(Arguments asked, Sign opposite) {
        String others = parameters(asked, List.of("from", "to", "nodes", "sign", "k", "direction"));
        String alone = "sign=" + URLEncoder.encode(opposite.symbol(), StandardCharsets.UTF_8) + "&k=1";
        return between(
                "/api/paths/twin",
                asked,
                parameters(asked, List.of("from", "to")),
                others.isEmpty() ? alone : alone + "&" + others);
    }

    private ObjectNode between(String place, Arguments asked, String rest, String inQuery) {
        String from = base.address() + RecordName.entity(asked.text("from")).path();
        String to = base.address() + RecordName.entity(asked.text("to")).path();
        String ends = "from=" + asked.text("from") + "&to=" + asked.text("to");
        return JsonNodeFactory.instance
                .objectNode()
                .put("rest", place + "?" + ends + (rest.isEmpty() ? "" : "&" + rest))
                .put("sparql", PathText.query(from, to, inQuery));
    }

    /**
     * Of an answer that queries can ask for as rows.
     *
     * @param id of the record that the call is about; null for none
     * @param known the call's parameters
     */
    ObjectNode of(AnswerCall call, @Nullable String id, List<Parameter> known, Arguments asked) {
        String parameters = parameters(known, asked, List.of("id"));
        String place = place(call, id);
        return JsonNodeFactory.instance
                .objectNode()
                .put("rest", parameters.isEmpty() ? place : place + "?" + parameters)
                .put("sparql", call.query(id == null ? null : address(call, id), parameters));
    }

    /**
     * Of an answer about the entity that its call names as {@code entity}.
     *
     * @param place the path of the call
     * @param known the call's parameters
     */
    ObjectNode about(AnswerCall call, String place, List<Parameter> known, Arguments asked) {
        String entity = asked.text("entity");
        String others = parameters(known, asked, List.of("entity"));
        return JsonNodeFactory.instance
                .objectNode()
                .put("rest", place + "?entity=" + entity + (others.isEmpty() ? "" : "&" + others))
                .put("sparql", call.query(address(call, entity), others));
    }

    /** Of an answer of a call about the record {@code id} that no single query of SPARQL gives. */
    ObjectNode alone(String place, List<Parameter> known, Arguments asked) {
        String others = parameters(known, asked, List.of("id"));
        return JsonNodeFactory.instance.objectNode().put("rest", others.isEmpty() ? place : place + "?" + others);
    }

    /** Adds the same in Cypher, where there is a server to ask and the question can be put to it. */
    ObjectNode inCypher(ObjectNode queries, Supplier<Optional<CypherQuestion>> question) {
        ProjectionState server = graphServer;
        if (server != null) {
            question.get()
                    .ifPresent(each -> queries.putObject("cypher")
                            .put("query", each.text())
                            .putPOJO("parameters", each.parameters())
                            .put("change", server.n())
                            .put("lag", server.lag()));
        }
        return queries;
    }

    /** The same for the hops of paths, found through a lens. */
    ObjectNode inCypher(ObjectNode queries, List<Path> paths, Lens lens) {
        return inCypher(queries, () -> CypherQuestion.hops(paths, lens));
    }

    private static String place(AnswerCall call, @Nullable String id) {
        return switch (call.name()) {
            case "edges" -> "/api/entities/" + id + "/edges";
            case "relatedTo" -> "/api/insights/" + id + "/related";
            default -> "/api/conflicts";
        };
    }

    private String address(AnswerCall call, String id) {
        RecordType type = Objects.requireNonNull(call.about());
        return base.address() + new RecordName(type, id).path();
    }

    /** Links that keep showing this very path as it stood at a change. */
    Citations.Pinned pinned(Arguments asked, Path path, long change) {
        String lens = parameters(asked, List.of("from", "to", "via", "nodes", "asOf", "k", "maxHops", "sign"));
        String nodes = String.join(",", path.nodes().stream().map(Path.Node::id).toList());
        String sign = path.sign().isDirected()
                ? "&sign=" + URLEncoder.encode(path.sign().symbol(), StandardCharsets.UTF_8)
                : "";
        String query = "from=" + asked.text("from") + "&to=" + asked.text("to") + "&nodes=" + nodes + sign
                + (lens.isEmpty() ? "" : "&" + lens) + "&asOf=" + change;
        return new Citations.Pinned(base.address() + "paths?" + query, "/api/paths?" + query, change);
    }

    /** What was asked beside these parameters and beyond the defaults, as it stands in an address. */
    static String parameters(Arguments asked, List<String> without) {
        return parameters(PathForm.parameters(), asked, without);
    }

    /** The same of a call that has these parameters. */
    static String parameters(List<Parameter> known, Arguments asked, List<String> without) {
        List<String> parts = new ArrayList<>();
        for (Parameter parameter : known) {
            List<String> values = without.contains(parameter.name()) ? List.of() : asked.written(parameter.name());
            String fallback = parameter.presence().fallback();
            boolean given = !values.isEmpty() && (fallback == null || !values.equals(List.of(fallback)));
            if (given) {
                values.forEach(
                        value -> parts.add(parameter.name() + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
            }
        }
        return String.join("&", parts);
    }
}
