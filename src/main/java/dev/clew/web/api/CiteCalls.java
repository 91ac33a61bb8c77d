package dev.clew.web.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.exchange.CitationData;
import dev.clew.exchange.CitationText;
import dev.clew.graph.PathFinder;
import dev.clew.model.Lens;
import dev.clew.model.Path;
import dev.clew.model.PathAnswer;
import dev.clew.model.PathQuery;
import dev.clew.model.Relations;
import dev.clew.web.http.Answer;
import dev.clew.web.http.Arguments;
import dev.clew.web.http.Form;
import dev.clew.web.http.Parameter;
import dev.clew.web.http.Route;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The call that cites a path as it stands at one change: {@code /api/paths/cite}. */
final class CiteCalls {
    private static final Parameter FORMAT = Parameter.fallback(
            "format",
            new Form.Choice(List.of("json", "text", "markdown", "bibtex", "jsonld", "graphml")),
            "json",
            "In one of these forms; json holds text, Markdown and BibTeX together.");

    private final PathFinder finder;
    private final Relations relations;
    private final Reads reads;

    CiteCalls(PathFinder finder, Relations relations, Reads reads) {
        this.finder = finder;
        this.relations = relations;
        this.reads = reads;
    }

    Stream<Route> routes() {
        return Stream.of(reads.route(
                "/api/paths/cite",
                "A path to cite, with numbered claims and a link that keeps showing it as it stood at one change.",
                Stream.concat(PathForm.parameters().stream(), Stream.of(FORMAT)).toList(),
                "Citation",
                asked -> cite(asked.arguments())));
    }

    private Answer cite(Arguments asked) {
        asked.texts("relation").forEach(relations::require);
        Lens lens = LensForm.read(asked, reads);
        long change = lens.asOf() == null ? reads.view().change() : lens.asOf();
        View view = reads.view(Optional.of(change));
        Reads.requireEntities(view, List.of(asked.text("from"), asked.text("to")));
        PathQuery query = PathForm.read(asked, lens.at(change));
        PathAnswer found =
                asked.texts("nodes").isEmpty() ? finder.best(query) : finder.along(query, asked.texts("nodes"));
        Path path = found.paths().getFirst();
        NamedJson names = new NamedJson(view, relations);
        Citations citations = new Citations(names, reads.base(), reads.behind().pinned(asked, path, change));
        return answer(asked.text("format"), citations, path, change);
    }

    private static Answer answer(String format, Citations citations, Path path, long change) {
        CitationText text = new CitationText(citations.of(path));
        CitationData data = new CitationData(citations.of(path));
        return switch (format) {
            case "text" -> text("text/plain; charset=utf-8", text.plain());
            case "markdown" -> text("text/markdown; charset=utf-8", text.markdown());
            case "bibtex" -> text("application/x-bibtex; charset=utf-8", text.bibTex());
            case "graphml" -> text("application/graphml+xml; charset=utf-8", data.graphMl());
            case "jsonld" -> text("application/ld+json", data.jsonLd().toString());
            default -> Answer.json(json(text, citations, path).put("change", change));
        };
    }

    private static Answer text(String mediaType, String body) {
        return Answer.of(mediaType, body.getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectNode json(CitationText text, Citations citations, Path path) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("text", text.plain()).put("markdown", text.markdown()).put("bibtex", text.bibTex());
        json.put("link", citations.pinned().page())
                .put("rest", citations.pinned().rest());
        json.set("path", new PathJson(citations.names()).path(path));
        return json;
    }
}
