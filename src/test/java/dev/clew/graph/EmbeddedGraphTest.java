package dev.clew.graph;

import dev.clew.SeedWorld;
import java.nio.file.Path;

/** The graph in memory keeps the contract of engines. */
class EmbeddedGraphTest extends LinkGraphContract {
    @Override
    Engine open(Path files) {
        GraphProjection graph = new GraphProjection(files, SeedWorld.RELATIONS);
        return new Engine(graph, graph);
    }
}
