package dev.clew.web.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.model.Path;
import dev.clew.model.RecordName;
import dev.clew.ontology.Base;
import dev.clew.sparql.PathText;
import dev.clew.web.http.Arguments;
import dev.clew.web.http.Parameter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The query behind an answer, to take away: as a REST call and in SPARQL.
 *
 * @param base where records have their addresses
 */
record Behind(Base base) {
    /** Of an answer with paths. */
    ObjectNode paths(Arguments asked) {
        String rest = parameters(asked, List.of("from", "to"));
        String from = base.address() + RecordName.entity(asked.text("from")).path();
        String to = base.address() + RecordName.entity(asked.text("to")).path();
        String ends = "from=" + asked.text("from") + "&to=" + asked.text("to");
        return JsonNodeFactory.instance
                .objectNode()
                .put("rest", "/api/paths?" + ends + (rest.isEmpty() ? "" : "&" + rest))
                .put("sparql", PathText.query(from, to, rest));
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
        List<String> parts = new ArrayList<>();
        for (Parameter parameter : PathForm.parameters()) {
            List<String> values = asked.written(parameter.name());
            String fallback = parameter.presence().fallback();
            boolean given = !values.isEmpty() && (fallback == null || !values.equals(List.of(fallback)));
            if (given && !without.contains(parameter.name())) {
                values.forEach(
                        value -> parts.add(parameter.name() + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
            }
        }
        return String.join("&", parts);
    }
}
