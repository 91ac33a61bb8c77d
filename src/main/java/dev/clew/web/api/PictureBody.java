package dev.clew.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clew.model.ClewException;
import dev.clew.model.EdgeName;
import dev.clew.model.Redirects;
import dev.clew.model.Slug;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The body that names what a picture shows.
 *
 * @param entities ids, those of merged entities followed
 * @param edges the only edges that are shown; null for all between the entities
 */
record PictureBody(Set<String> entities, @Nullable Set<EdgeName> edges) {
    /** Reads the entities, and the edges where these may be named. */
    static PictureBody read(JsonNode body, boolean namesEdges, Redirects redirects) {
        JsonNode listed = body.get("entities");
        JsonNode edges = namesEdges ? body.get("edges") : null;
        if (listed == null || !listed.isArray() || body.size() != (edges == null ? 1 : 2)) {
            throw ClewException.invalid(
                    "entities",
                    "must be a list of ids" + (namesEdges ? ", beside nothing but edges" : " and the only field"),
                    body.getNodeType().toString());
        }
        Set<String> ids = new LinkedHashSet<>();
        listed.forEach(each -> ids.add(redirects.survivor(slug("entities", each.asText()))));
        if (edges == null) {
            return new PictureBody(ids, null);
        }
        Set<EdgeName> names = new HashSet<>();
        edges.forEach(each -> names.add(edge(each.asText(), redirects)));
        return new PictureBody(ids, names);
    }

    private static EdgeName edge(String key, Redirects redirects) {
        String[] parts = key.split("~", -1);
        if (parts.length != 3) {
            throw ClewException.invalid("edges", "must be edges as subject~relation~object", key);
        }
        return new EdgeName(
                redirects.survivor(slug("edges", parts[0])),
                slug("edges", parts[1]),
                redirects.survivor(slug("edges", parts[2])));
    }

    private static String slug(String path, String id) {
        if (!Slug.isSlug(id)) {
            throw ClewException.invalid(path, "must be made of ids, such as compute", id);
        }
        return id;
    }

    /** Whether an edge is shown. */
    boolean shows(EdgeName edge) {
        return edges == null || edges.contains(edge);
    }
}
