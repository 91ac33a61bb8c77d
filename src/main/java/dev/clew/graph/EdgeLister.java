package dev.clew.graph;

import dev.clew.model.ClewException;
import dev.clew.model.Edge;
import dev.clew.model.EdgeName;
import dev.clew.model.EdgePage;
import dev.clew.model.EdgeQuery;
import dev.clew.model.ErrorCode;
import dev.clew.model.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lists the edges at one entity, most voices first, then by name. A cursor holds the voices and the name of the last edge
 * given, so that the list goes on rightly when the graph has changed meanwhile.
 */
final class EdgeLister {
    private static final Pattern CURSOR =
            Pattern.compile("(\\d{1,9})~([a-z0-9-]{1,80})~([a-z0-9-]{1,80})~([a-z0-9-]{1,80})");
    private static final Comparator<Edge> ORDER =
            Comparator.comparingInt((Edge edge) -> -edge.support().voicesFor()).thenComparing(Edge::name);

    private final State state;
    private final StateView view;
    private final EdgeQuery query;

    EdgeLister(State state, EdgeQuery query) {
        this.state = state;
        this.view = new StateView(state, query.lens());
        this.query = query;
    }

    EdgePage page() {
        int node = view.node(query.entity());
        if (node < 0) {
            throw new ClewException(ErrorCode.NOT_FOUND, "There is no entity '" + query.entity() + "'.");
        }
        for (String relation : query.filter().relations()) {
            if (state.words().relation(relation) < 0) {
                throw refused("relation", relation, "give the id of a relation");
            }
        }
        List<Edge> all = all(node);
        all.sort(ORDER);
        int start = start(all, query.page().cursor());
        int end = Math.min(all.size(), start + query.page().limit());
        String next = end < all.size() ? cursor(all.get(end - 1)) : null;
        return new EdgePage(all.subList(start, end), all.size(), next, view.change());
    }

    private List<Edge> all(int node) {
        List<Edge> all = new ArrayList<>();
        int[] cells = state.node(node).links();
        for (int cell = 0; cell < cells.length; cell += 2) {
            int other = cells[cell];
            if ((cell == 0 || cells[cell - 2] != other) && isKind(other)) {
                for (Edge edge : view.edges(node, other)) {
                    if (passes(edge)) {
                        all.add(edge);
                    }
                }
            }
        }
        return all;
    }

    private boolean isKind(int other) {
        return query.filter().kinds().isEmpty()
                || query.filter().kinds().contains(view.describe(other).kind());
    }

    private boolean passes(Edge edge) {
        EdgeQuery.Filter filter = query.filter();
        boolean way = switch (query.direction()) {
            case OUT -> edge.name().subject().equals(query.entity()) || isSymmetric(edge);
            case IN -> edge.name().object().equals(query.entity()) || isSymmetric(edge);
            case BOTH -> true;
        };
        return way
                && (filter.relations().isEmpty()
                        || filter.relations().contains(edge.name().relation()))
                && edge.support().voicesFor() >= filter.minVoices()
                && (edge.isDrawn() || filter.denied());
    }

    private boolean isSymmetric(Edge edge) {
        return state.words()
                .relation(state.words().relation(edge.name().relation()))
                .isSymmetric();
    }

    private static int start(List<Edge> all, @Nullable String cursor) {
        if (cursor == null) {
            return 0;
        }
        Matcher matcher = CURSOR.matcher(cursor);
        if (!matcher.matches()) {
            throw refused("cursor", cursor, "give the cursor of the answer before, unchanged");
        }
        int voices = Integer.parseInt(matcher.group(1));
        EdgeName name = new EdgeName(matcher.group(2), matcher.group(3), matcher.group(4));
        int start = 0;
        while (start < all.size() && !isAfter(all.get(start), voices, name)) {
            start++;
        }
        return start;
    }

    private static boolean isAfter(Edge edge, int voices, EdgeName name) {
        int voicesFor = edge.support().voicesFor();
        return voicesFor < voices || (voicesFor == voices && edge.name().compareTo(name) > 0);
    }

    private static String cursor(Edge edge) {
        EdgeName name = edge.name();
        return edge.support().voicesFor() + "~" + name.subject() + "~" + name.relation() + "~" + name.object();
    }

    private static ClewException refused(String parameter, String value, String expected) {
        return new ClewException(
                ErrorCode.BAD_REQUEST,
                "Parameter " + parameter + " = " + new Problem(parameter, expected, value).value() + ": " + expected
                        + ".",
                List.of(new Problem(parameter, expected, value)));
    }
}
