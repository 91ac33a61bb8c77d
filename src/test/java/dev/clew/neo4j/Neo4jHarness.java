package dev.clew.neo4j;

import java.net.URI;
import java.util.Map;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.harness.Neo4j;
import org.neo4j.harness.Neo4jBuilders;

/** One Neo4j server for all tests of a process; it has one database, which a test empties before it begins. */
public final class Neo4jHarness {
    private static final Neo4j SERVER = start();
    private static final Driver DRIVER = GraphDatabase.driver(SERVER.boltURI(), AuthTokens.none());

    private Neo4jHarness() {}

    private static Neo4j start() {
        Neo4j server = Neo4jBuilders.newInProcessBuilder().withDisabledServer().build();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            DRIVER.close();
            server.close();
        }));
        return server;
    }

    /** How to reach it. */
    public static Neo4jSettings settings() {
        return new Neo4jSettings(uri(), "", "", "neo4j");
    }

    static URI uri() {
        URI bolt = SERVER.boltURI();
        return URI.create("bolt://" + bolt.getHost() + ":" + bolt.getPort());
    }

    /** Empties it, and gives the settings to reach it. */
    public static Neo4jSettings emptied() {
        ask("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS", Map.of());
        return settings();
    }

    /** Stops the database under whoever works with it, as a crash of its server would, and starts it again. */
    static void restart() {
        SERVER.databaseManagementService().shutdownDatabase("neo4j");
        SERVER.databaseManagementService().startDatabase("neo4j");
    }

    /** What a statement of a user gives. */
    public static java.util.List<Record> ask(String cypher, Map<String, Object> parameters) {
        try (Session session = DRIVER.session()) {
            return session.run(cypher, parameters).list();
        }
    }
}
