package dev.clew.app;

import dev.clew.model.LinkGraph;
import dev.clew.model.SearchIndex;
import dev.clew.neo4j.Neo4jProjection;
import dev.clew.web.api.SearchEngines;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which engines answer, as settings have it.
 *
 * @param server what is projected onto a Neo4j server; null for none
 * @param isUsual whether searches go there unless they say otherwise
 */
record ChosenEngines(@Nullable Neo4jProjection server, boolean isUsual) {
    static ChosenEngines of(Settings settings, List<Neo4jProjection> followers) {
        Settings.GraphServer set = settings.servers().graph();
        return set == null || followers.isEmpty()
                ? new ChosenEngines(null, false)
                : new ChosenEngines(followers.getFirst(), set.walked());
    }

    /** The graph that searches for paths walk. */
    LinkGraph walked(LinkGraph memory) {
        return server != null && isUsual ? new ChosenGraph(server.graph(), memory) : memory;
    }

    /** The indexes that searches by words ask. */
    SearchEngines searched(SearchIndex embedded) {
        return server == null ? SearchEngines.of(embedded) : new SearchEngines(embedded, server.search(), isUsual);
    }
}
