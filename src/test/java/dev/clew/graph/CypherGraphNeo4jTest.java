package dev.clew.graph;

import dev.clew.SeedWorld;
import dev.clew.neo4j.Neo4jHarness;
import dev.clew.neo4j.Neo4jProjection;
import dev.clew.ontology.Base;
import dev.clew.search.TextWords;
import java.nio.file.Path;

/** The graph on a Neo4j server keeps the contract of engines. */
class CypherGraphNeo4jTest extends LinkGraphContract {
    @Override
    Engine open(Path files) {
        Neo4jProjection projection =
                new Neo4jProjection(Neo4jHarness.emptied(), SeedWorld.RELATIONS, Base.DEFAULT::iri, new TextWords());
        return new Engine(projection, projection.graph());
    }
}
