package dev.clew.web.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.model.Edge;
import dev.clew.model.EdgeName;
import dev.clew.model.Edges;
import dev.clew.model.Insight;
import dev.clew.model.Lens;
import dev.clew.model.Link;
import dev.clew.model.RecordName;
import dev.clew.model.Redirects;
import dev.clew.model.Relations;
import dev.clew.web.http.Answer;
import dev.clew.web.http.Arguments;
import dev.clew.web.http.Form;
import dev.clew.web.http.Parameter;
import dev.clew.web.http.Route;
import java.util.List;
import java.util.stream.Stream;

/** The call for the edges that a claim speaks of: {@code /api/insights/ID/edges}. */
final class ClaimEdgeCalls {
    private final Edges edges;
    private final Relations relations;
    private final Reads reads;

    ClaimEdgeCalls(Edges edges, Relations relations, Reads reads) {
        this.edges = edges;
        this.relations = relations;
        this.reads = reads;
    }

    Stream<Route> routes() {
        return Stream.of(reads.route(
                "/api/insights/{id}/edges",
                "The edges that a claim's links are part of, in the order of its links: who else says so, and who"
                        + " disagrees. A link that the lens leaves without any claim has none.",
                Stream.concat(
                                Stream.of(Parameter.path("id", new Form.Id(), "The id of the insight.")),
                                LensForm.sideParameters("", true).stream())
                        .toList(),
                "ClaimEdges",
                asked -> edges(asked.arguments())));
    }

    private Answer edges(Arguments asked) {
        Lens lens = LensForm.side("", asked);
        View view = reads.view();
        view.require(RecordName.insight(asked.text("id")));
        LensForm.require(lens, view);
        Insight insight = view.insight(asked.text("id")).orElseThrow();
        List<Edge> found = insight.links().stream()
                .map(link -> name(link, view.redirects()))
                .distinct()
                .flatMap(name -> edge(name, lens))
                .toList();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("edges", new EdgeJson(new NamedJson(view, relations)).edges(found));
        return Answer.json(json.put("change", view.change()));
    }

    private EdgeName name(Link link, Redirects redirects) {
        String subject = redirects.survivor(link.subject().entity());
        String object = redirects.survivor(link.object().entity());
        boolean turned = relations.require(link.relation()).isSymmetric() && subject.compareTo(object) > 0;
        return turned ? new EdgeName(object, link.relation(), subject) : new EdgeName(subject, link.relation(), object);
    }

    private Stream<Edge> edge(EdgeName name, Lens lens) {
        return edges.between(name.subject(), name.object(), lens).stream()
                .filter(edge -> edge.name().equals(name));
    }
}
