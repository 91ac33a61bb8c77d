package dev.clew.exchange;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A path's citation for programs: as JSON-LD in the words of schema.org, or as GraphML. */
public final class CitationData {
    private final PathCitation path;

    /** Writes this citation. */
    public CitationData(PathCitation path) {
        this.path = path;
    }

    /** JSON-LD: a creative work that cites its claims, each with its speaker, source and place. */
    public ObjectNode jsonLd() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("@context", "https://schema.org/").put("@type", "CreativeWork");
        json.put("@id", path.pinned().address()).put("name", path.sentence());
        json.put("version", Long.toString(path.pinned().change()));
        ArrayNode about = json.putArray("about");
        for (PathCitation.Step step : path.steps()) {
            ObjectNode one = about.addObject().put("@type", "Statement");
            one.put(
                    "name",
                    step.from().label() + " " + step.words().relation() + " "
                            + step.to().label());
            one.putObject("about")
                    .put("@id", step.from().address())
                    .put("name", step.from().label());
            one.putObject("mentions")
                    .put("@id", step.to().address())
                    .put("name", step.to().label());
            references(one.putArray("citation"), step.claims());
            references(one.putArray("disputedBy"), step.disputedBy());
        }
        ArrayNode citations = json.putArray("citation");
        path.claims().forEach(claim -> citations.add(claim(claim).put("position", citations.size() + 1)));
        return json;
    }

    private void references(ArrayNode json, List<Integer> numbers) {
        numbers.forEach(number -> json.addObject()
                .put("@id", path.claims().get(number - 1).thing().address()));
    }

    private static ObjectNode claim(PathCitation.Claim claim) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("@type", "Claim")
                .put("@id", claim.thing().address())
                .put("text", claim.thing().label());
        claim.said().speaker().ifPresent(name -> json.put("creditText", name));
        claim.said().holder().ifPresent(name -> json.put("author", name));
        ObjectNode source =
                json.putObject("isPartOf").put("name", claim.passage().source());
        claim.passage().date().ifPresent(day -> source.put("datePublished", day));
        claim.passage().url().ifPresent(url -> source.put("url", url));
        claim.passage().start().ifPresent(start -> json.put("startOffset", start));
        return json;
    }

    /** GraphML: a node for each entity and each claim, an edge for each step. */
    public String graphMl() {
        return new CitationGraph(path).text();
    }
}
