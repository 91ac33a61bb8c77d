package dev.clew.web.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.graph.PathFinder;
import dev.clew.model.ClewException;
import dev.clew.model.ComparisonQuery;
import dev.clew.model.EdgeComparison;
import dev.clew.model.Edges;
import dev.clew.model.ErrorCode;
import dev.clew.model.Insight;
import dev.clew.model.Lens;
import dev.clew.model.Path;
import dev.clew.model.PathQuery;
import dev.clew.model.Relations;
import dev.clew.model.SearchIndex;
import dev.clew.model.ThinHop;
import dev.clew.web.http.Answer;
import dev.clew.web.http.Arguments;
import dev.clew.web.http.Form;
import dev.clew.web.http.Parameter;
import dev.clew.web.http.Route;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The calls for what rests on what: {@code /api/what-rests} and {@code /api/thin-hops}. */
final class RestCalls {
    private final Edges edges;
    private final PathFinder finder;
    private final SearchIndex search;
    private final Predicate<String> scanned;
    private final Relations relations;
    private final Reads reads;

    RestCalls(Features features, Relations relations, Reads reads) {
        this.edges = features.walking().edges();
        this.finder = features.walking().paths();
        this.search = features.finding().search();
        this.scanned = features.walking().scanned();
        this.relations = relations;
        this.reads = reads;
    }

    Stream<Route> routes() {
        return Stream.of(
                reads.route(
                        "/api/what-rests",
                        "What changes when claims are taken away: edges, signs and, between two entities, paths. Nothing"
                                + " is saved.",
                        restParameters(),
                        "WhatRests",
                        asked -> whatRests(asked.arguments())),
                reads.route(
                        "/api/thin-hops",
                        "Hops of influence that rest on one voice, those that most chains cross first.",
                        List.of(
                                Parameter.optional("entity", new Form.Id(), "Only hops from or to this entity."),
                                Parameter.fallback("limit", new Form.Whole(1, 100), "20", "Most hops.")),
                        "ThinHops",
                        asked -> thinHops(asked.arguments())));
    }

    private static List<Parameter> restParameters() {
        return Stream.of(
                        List.of(
                                Parameter.optional("from", new Form.Id(), "With to: paths from here."),
                                Parameter.optional("to", new Form.Id(), "With from: paths to here."),
                                Parameter.optional("entity", new Form.Id(), "Only edges at this entity."),
                                Parameter.fallback(
                                        "limit", new Form.Whole(1, ComparisonQuery.Scope.LIMIT), "100", "Most edges.")),
                        PathForm.kept(),
                        LensForm.parameters(false))
                .flatMap(List::stream)
                .toList();
    }

    private Answer whatRests(Arguments asked) {
        Lens after = LensForm.read(asked, reads);
        if (after.without().isEmpty()) {
            throw new ClewException(
                    ErrorCode.BAD_REQUEST, "Parameter without: name the insights to take away, such as without=ID,ID.");
        }
        View view = reads.view(Optional.ofNullable(after.asOf()));
        LensForm.require(after, view);
        Lens before = after.without(Set.of());
        EdgeComparison found = edges.compare(new ComparisonQuery(
                new ComparisonQuery.Side(before, 0),
                new ComparisonQuery.Side(after, 0),
                new ComparisonQuery.Scope(asked.optionalText("entity").orElse(null), Set.of(), asked.whole("limit"))));
        NamedJson names = new NamedJson(view, relations);
        ObjectNode json = new DifferenceJson(names, names).comparison(found);
        ArrayNode taken = json.putArray("without");
        EvidenceJson evidence = new EvidenceJson(view, names);
        after.without().stream()
                .sorted()
                .flatMap(id -> view.insight(id).stream())
                .forEach(insight -> taken.add(evidence.claim(insight)));
        if (asked.optionalText("from").isPresent() && asked.optionalText("to").isPresent()) {
            paths(json, new PathJson(names), PathForm.read(asked, after), asked.texts("nodes"));
        }
        return Answer.json(json.put("change", Math.min(found.bounds().after(), view.change())));
    }

    /** What becomes of the best paths, and of the one over the entities named, whichever sign it has afterwards. */
    private void paths(ObjectNode json, PathJson paths, PathQuery after, List<String> nodes) {
        PathQuery before = after.with(after.lens().without(Set.of()));
        paths(json, paths, finder.find(before).paths(), finder.find(after).paths());
        if (!nodes.isEmpty()) {
            PathQuery.Meaning anySign =
                    new PathQuery.Meaning(null, after.meaning().framing());
            finder.over(after.with(anySign), nodes).ifPresent(path -> json.set("path", paths.path(path)));
        }
        ((ObjectNode) json.get("paths")).put("best", after.bounds().k());
    }

    /** Tells apart, by the entities they pass, which of the best paths are gone, new, and told otherwise. */
    private static void paths(ObjectNode json, PathJson paths, List<Path> before, List<Path> after) {
        Map<List<String>, Path> was = byNodes(before);
        Map<List<String>, Path> is = byNodes(after);
        ObjectNode told = json.putObject("paths");
        ArrayNode gone = told.putArray("gone");
        ArrayNode changed = told.putArray("changed");
        ArrayNode come = told.putArray("new");
        was.forEach((nodes, path) -> {
            Path now = is.get(nodes);
            if (now == null) {
                gone.add(paths.path(path));
            } else if (!now.equals(path)) {
                ObjectNode pair = changed.addObject();
                pair.set("before", paths.path(path));
                pair.set("after", paths.path(now));
            }
        });
        is.forEach((nodes, path) -> {
            if (!was.containsKey(nodes)) {
                come.add(paths.path(path));
            }
        });
    }

    private static Map<List<String>, Path> byNodes(List<Path> paths) {
        Map<List<String>, Path> byNodes = new LinkedHashMap<>();
        paths.forEach(
                path -> byNodes.put(path.nodes().stream().map(Path.Node::id).toList(), path));
        return byNodes;
    }

    private Answer thinHops(Arguments asked) {
        View view = reads.view();
        Optional<String> entity = asked.optionalText("entity");
        Reads.requireEntities(view, entity.stream().toList());
        List<ThinHop> found = edges.thinHops(entity.orElse(null), asked.whole("limit"));
        NamedJson names = new NamedJson(view, relations);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode hops = json.putArray("hops");
        UnreadEpisodes unread = new UnreadEpisodes(search, scanned, view);
        found.forEach(hop -> hops.add(hop(hop, names, unread)));
        return Answer.json(json.put("change", view.change()));
    }

    private ObjectNode hop(ThinHop hop, NamedJson names, UnreadEpisodes unread) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("from", names.entity(hop.from()));
        json.set("to", names.entity(hop.to()));
        json.put("crossings", hop.crossings()).put("waysIn", hop.waysIn()).put("waysOut", hop.waysOut());
        json.set("edges", new EdgeJson(names).edges(hop.edges()));
        ArrayNode claims = json.putArray("claims");
        EvidenceJson evidence = new EvidenceJson(names.view(), names);
        hop.edges().stream()
                .flatMap(edge -> edge.evidence().stream())
                .map(each -> each.id())
                .distinct()
                .flatMap(id -> names.view().insight(id).stream())
                .forEach((Insight insight) -> claims.add(evidence.claim(insight)));
        ArrayNode episodes = json.putArray("unscanned");
        unread.naming(List.of(hop.from(), hop.to())).forEach(id -> episodes.add(names.source(id)));
        return json;
    }
}
