package dev.clew.app;

import dev.clew.model.Lens;
import dev.clew.model.LinkGraph;
import java.util.function.Function;

/**
 * The graph that searches for paths walk where another engine than memory is chosen: that engine for what stands now, memory for
 * earlier states, which it alone keeps.
 *
 * @param chosen the engine that is chosen
 * @param memory the graph in memory
 */
record ChosenGraph(LinkGraph chosen, LinkGraph memory) implements LinkGraph {
    @Override
    public <T> T read(Lens lens, Function<View, T> work) {
        return lens.asOf() == null ? chosen.read(lens, work) : memory.read(lens, work);
    }

    @Override
    public Powers powers() {
        return new Powers(true, chosen.powers().arcs(), chosen.powers().ahead());
    }
}
