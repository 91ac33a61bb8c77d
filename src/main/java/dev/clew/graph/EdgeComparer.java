package dev.clew.graph;

import dev.clew.model.ComparisonQuery;
import dev.clew.model.Edge;
import dev.clew.model.EdgeComparison;
import dev.clew.model.EdgeDifference;
import dev.clew.model.EdgeName;
import dev.clew.model.EdgeStanding;
import dev.clew.model.Readings;
import dev.clew.model.Testimony;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Compares the edges of one state through two lenses. Finds the pairs of entities of which the lenses see different links,
 * by one pass over all links (or those of one entity), and counts only those pairs twice.
 */
final class EdgeComparer {
    /** Most pairs of entities that are compared. */
    static final int PAIRS = 20_000;

    private static final Comparator<EdgeDifference> ORDER = Comparator.comparing(
                    (EdgeDifference each) -> each.kinds().iterator().next())
            .thenComparing(each -> -each.voices())
            .thenComparing(EdgeDifference::name);

    private final State state;
    private final ComparisonQuery query;
    private final StateView before;
    private final StateView after;
    private boolean truncated;

    EdgeComparer(State state, ComparisonQuery query) {
        this.state = state;
        this.query = query;
        this.before = new StateView(state, query.before().lens());
        this.after = new StateView(state, query.after().lens());
    }

    EdgeComparison compare() {
        Set<Long> pairs = pairs();
        List<EdgeDifference> all = new ArrayList<>();
        pairs.forEach(pair -> compare((int) (pair >> 32), pair.intValue(), all));
        Map<EdgeDifference.Kind, Integer> counts = new EnumMap<>(EdgeDifference.Kind.class);
        all.forEach(each -> each.kinds().forEach(kind -> counts.merge(kind, 1, Integer::sum)));
        Set<EdgeDifference.Kind> kinds = query.scope().kinds();
        all.removeIf(each -> !kinds.isEmpty() && each.kinds().stream().noneMatch(kinds::contains));
        all.sort(ORDER);
        int shown = Math.min(all.size(), query.scope().limit());
        EdgeComparison.Bounds bounds =
                new EdgeComparison.Bounds(pairs.size(), PAIRS, truncated, before.change(), after.change());
        return new EdgeComparison(all.subList(0, shown), all.size(), counts, bounds);
    }

    /** Pairs of entities, each once, the smaller number in the upper half. */
    private Set<Long> pairs() {
        Set<Long> pairs = new LinkedHashSet<>();
        String entity = query.scope().entity();
        if (entity == null) {
            for (int link = 0; link < state.links().count && !truncated; link++) {
                add(link, pairs);
            }
            return pairs;
        }
        int node = Plan.require(newer(), "entity", entity);
        int[] cells = state.node(node).links();
        for (int cell = 1; cell < cells.length && !truncated; cell += 2) {
            add(cells[cell], pairs);
        }
        return pairs;
    }

    private StateView newer() {
        return before.change() > after.change() ? before : after;
    }

    private void add(int link, Set<Long> pairs) {
        boolean wasSeen = before.sees(link);
        boolean isSeen = after.sees(link);
        boolean sameFloor = query.before().minVoices() == query.after().minVoices();
        if (wasSeen == isSeen && (sameFloor || !isSeen)) {
            return;
        }
        long one = Math.min(state.links().subject[link], state.links().object[link]);
        long other = Math.max(state.links().subject[link], state.links().object[link]);
        if (pairs.size() < PAIRS) {
            pairs.add(one << 32 | other);
        } else {
            truncated |= !pairs.contains(one << 32 | other);
        }
    }

    private void compare(int one, int other, List<EdgeDifference> found) {
        Map<EdgeName, EdgeStanding> was = standings(before, one, other, query.before());
        Map<EdgeName, EdgeStanding> is = standings(after, one, other, query.after());
        Set<EdgeName> names = new TreeSet<>(was.keySet());
        names.addAll(is.keySet());
        for (EdgeName name : names) {
            EdgeDifference difference = new EdgeDifference(name, was.get(name), is.get(name));
            if (difference.isReal()) {
                found.add(difference);
            }
        }
    }

    private static Map<EdgeName, EdgeStanding> standings(
            StateView view, int one, int other, ComparisonQuery.Side side) {
        Map<EdgeName, EdgeStanding> standings = new HashMap<>();
        for (Collection<Testimony> pair : view.testimonies(one, other).stream()
                .collect(Collectors.groupingBy(Testimony::from))
                .values()) {
            Readings readings = new Readings(pair);
            for (Edge edge : readings.edges()) {
                if (edge.support().voicesFor() >= side.minVoices()) {
                    standings.put(edge.name(), new EdgeStanding(edge, readings.bearing(edge.name())));
                }
            }
        }
        return standings;
    }
}
