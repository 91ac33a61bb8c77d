package dev.clew.search;

import dev.clew.SeedWorld;
import dev.clew.neo4j.Neo4jHarness;
import dev.clew.neo4j.Neo4jProjection;
import dev.clew.ontology.Base;
import java.nio.file.Path;

/** The search on a Neo4j server keeps the contract of engines. */
class CypherSearchNeo4jTest extends SearchIndexContract {
    @Override
    Engine open(Path files) {
        Neo4jProjection projection =
                new Neo4jProjection(Neo4jHarness.emptied(), SeedWorld.RELATIONS, Base.DEFAULT::iri, new TextWords());
        projection.reach();
        return new Engine(projection, projection.search());
    }
}
