package dev.clew.graph;

import dev.clew.model.ClewException;
import dev.clew.model.Edge;
import dev.clew.model.EdgePage;
import dev.clew.model.EdgeQuery;
import dev.clew.model.ErrorCode;
import java.util.ArrayList;
import java.util.List;

/** Lists the edges at one entity. */
final class EdgeLister {
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
                throw EdgeOrder.refused("relation", relation, "give the id of a relation");
            }
        }
        return EdgeOrder.page(all(node), query.page(), view.change());
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
}
