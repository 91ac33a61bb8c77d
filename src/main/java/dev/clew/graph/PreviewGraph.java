package dev.clew.graph;

import dev.clew.model.Edge;
import dev.clew.model.EdgeQuery;
import dev.clew.model.GraphPreview;
import dev.clew.model.Lens;
import dev.clew.model.LinkGraph;
import dev.clew.model.Path;
import dev.clew.model.PathQuery;
import dev.clew.model.Relations;
import java.util.List;
import java.util.function.Function;

/** One state of a previewed graph, read as the served one is: edges by claims and facts, paths by claims alone. */
final class PreviewGraph implements GraphPreview.Graph, LinkGraph {
    private static final Lens EVIDENCE = Lens.CLAIMS.withFacts(true);

    private final State state;
    private final PathFinder paths;
    private final long change;

    PreviewGraph(State state, Relations relations, long change) {
        this.state = state;
        this.paths = new PathFinder(this, relations);
        this.change = change;
    }

    @Override
    public long change() {
        return change;
    }

    @Override
    public <T> T read(Lens lens, Function<View, T> work) {
        return work.apply(new StateView(state, lens));
    }

    @Override
    public List<Edge> between(String one, String other) {
        StateView view = new StateView(state, EVIDENCE);
        int from = view.node(one);
        int to = view.node(other);
        return from < 0 || to < 0 ? List.of() : view.edges(from, to);
    }

    @Override
    public List<Edge> around(String entity, int limit) {
        if (new StateView(state, EVIDENCE).node(entity) < 0) {
            return List.of();
        }
        EdgeQuery query = new EdgeQuery(
                entity, EdgeQuery.Direction.BOTH, EdgeQuery.Filter.DRAWN, EVIDENCE, new EdgeQuery.Page(limit, null));
        return new EdgeLister(state, query).page().edges();
    }

    @Override
    public List<Path> bestPath(String from, String to, int maxHops) {
        StateView view = new StateView(state, Lens.CLAIMS);
        if (view.node(from) < 0 || view.node(to) < 0) {
            return List.of();
        }
        PathQuery.Bounds bounds = new PathQuery.Bounds(maxHops, 1, PathQuery.Direction.OUT);
        return paths.find(PathQuery.between(from, to).with(bounds)).paths();
    }
}
