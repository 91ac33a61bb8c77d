package dev.clew.web.api;

import dev.clew.graph.PathFinder;
import dev.clew.model.ClewException;
import dev.clew.model.Edge;
import dev.clew.model.EdgePage;
import dev.clew.model.EdgeQuery;
import dev.clew.model.Edges;
import dev.clew.model.ErrorCode;
import dev.clew.model.Evidence;
import dev.clew.model.Insight;
import dev.clew.model.Lens;
import dev.clew.model.Link;
import dev.clew.model.Path;
import dev.clew.model.PathQuery;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Sorts what is claimed of a word by what is meant by it.
 *
 * @param word the id of the entity
 * @param lens which evidence counts
 * @param view gives the claims
 */
record Meanings(String word, Lens lens, View view) {
    /** Stands for no meaning stated. */
    static final String UNSTATED = "";
    /** Most edges of the word that are read. */
    static final int EDGES = 1_000;
    /** Most entities before and after the word of which paths over it are made. */
    private static final int NEIGHBOURS = 6;

    /** The claims that link the word, by the meaning they state; a claim of two meanings is under both. */
    Map<String, List<Insight>> claims(Edges edges) {
        TreeSet<String> ids = new TreeSet<>();
        for (Edge edge : edges(edges).edges()) {
            edge.evidence().stream()
                    .filter(each -> each.kind() == Evidence.Kind.INSIGHT)
                    .map(Evidence::id)
                    .forEach(ids::add);
        }
        Map<String, List<Insight>> lanes = new TreeMap<>();
        for (String id : ids) {
            Optional<Insight> claim = view.insight(id);
            claim.ifPresent(insight -> stated(insight)
                    .forEach(meaning -> lanes.computeIfAbsent(meaning, any -> new ArrayList<>())
                            .add(insight)));
        }
        return lanes;
    }

    EdgePage edges(Edges edges) {
        EdgeQuery.Page page = new EdgeQuery.Page(EDGES, null);
        return edges.edges(
                new EdgeQuery(word, EdgeQuery.Direction.BOTH, EdgeQuery.Filter.DRAWN, lens.withFacts(false), page));
    }

    private TreeSet<String> stated(Insight insight) {
        TreeSet<String> stated = new TreeSet<>();
        for (Link link : insight.links()) {
            if (!link.denied()) {
                end(link.subject()).ifPresent(stated::add);
                end(link.object()).ifPresent(stated::add);
            }
        }
        return stated;
    }

    private Optional<String> end(Link.End end) {
        return end.entity().equals(word)
                ? Optional.of(end.framing() == null ? UNSTATED : end.framing())
                : Optional.empty();
    }

    /** The meaning in which a path passes the word; empty when it changes there. */
    Optional<String> passedIn(Path path) {
        String in = entered(path);
        String out = left(path);
        if (!in.isEmpty() && !out.isEmpty() && !in.equals(out)) {
            return Optional.empty();
        }
        return Optional.of(in.isEmpty() ? out : in);
    }

    /** The meanings that a path changes from and to at the word. */
    List<String> changed(Path path) {
        return List.of(entered(path), left(path));
    }

    private String entered(Path path) {
        return path.hops().stream()
                .filter(hop -> hop.to().equals(word))
                .findFirst()
                .map(hop -> stated(hop.toFraming()))
                .orElse(UNSTATED);
    }

    private String left(Path path) {
        return path.hops().stream()
                .filter(hop -> hop.from().equals(word))
                .findFirst()
                .map(hop -> stated(hop.fromFraming()))
                .orElse(UNSTATED);
    }

    private static String stated(@Nullable String framing) {
        return framing == null ? UNSTATED : framing;
    }

    /** Paths of two hops over the word between what these claims say leads to it and what they say it leads to. */
    List<Path> paths(PathFinder finder, List<Insight> claims) {
        List<String> before = neighbours(claims, true);
        List<String> after = neighbours(claims, false);
        List<Path> paths = new ArrayList<>();
        for (String from : before) {
            for (String to : after) {
                if (!from.equals(to)) {
                    over(finder, from, to).ifPresent(paths::add);
                }
            }
        }
        paths.sort(Comparator.comparingLong(Path::score).thenComparing(Path::text));
        return paths;
    }

    private Optional<Path> over(PathFinder finder, String from, String to) {
        PathQuery query = PathQuery.between(from, to).via(word).with(lens);
        try {
            return Optional.of(
                    finder.along(query, List.of(from, word, to)).paths().getFirst());
        } catch (ClewException none) {
            if (none.code() == ErrorCode.NOT_FOUND) {
                return Optional.empty();
            }
            throw none;
        }
    }

    private List<String> neighbours(List<Insight> claims, boolean before) {
        Map<String, Integer> counts = new HashMap<>();
        for (Insight claim : claims) {
            for (Link link : claim.links()) {
                Link.End near = before ? link.object() : link.subject();
                Link.End far = before ? link.subject() : link.object();
                if (near.entity().equals(word) && !far.entity().equals(word) && !link.denied()) {
                    counts.merge(far.entity(), 1, Integer::sum);
                }
            }
        }
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(NEIGHBOURS)
                .map(Map.Entry::getKey)
                .toList();
    }
}
