package dev.clew.neo4j;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.exceptions.Neo4jException;
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
        Cypher.EMPTY.forEach(each -> ask(each, Map.of()));
        ask("MATCH (n) DETACH DELETE n", Map.of());
        return settings();
    }

    /** Ends whatever transaction is under way in its database but its own, as an operator may; gives how many. */
    static int endTransactions() {
        java.util.List<String> ids = ask(
                        "SHOW TRANSACTIONS YIELD transactionId, database, currentQuery"
                                + " WHERE database = 'neo4j' AND NOT currentQuery STARTS WITH 'SHOW' RETURN transactionId AS id",
                        Map.of())
                .stream()
                .map(each -> each.get("id").asString())
                .toList();
        if (!ids.isEmpty()) {
            ask("TERMINATE TRANSACTIONS $ids", Map.of("ids", ids));
        }
        return ids.size();
    }

    /** What a statement of a user gives. */
    public static java.util.List<Record> ask(String cypher, Map<String, Object> parameters) {
        try (Session session = DRIVER.session()) {
            return session.run(cypher, parameters).list();
        }
    }

    /** How many rows a statement of a user gives; empty when the server ended it because it took longer than this. */
    public static OptionalLong askWithin(Duration limit, String cypher, Map<String, Object> parameters) {
        TransactionConfig config =
                TransactionConfig.builder().withTimeout(limit).build();
        try (Session session = DRIVER.session()) {
            return OptionalLong.of(
                    session.run(cypher, parameters, config).list().size());
        } catch (Neo4jException ended) {
            if (ended.code().contains("Transaction")) {
                return OptionalLong.empty();
            }
            throw ended;
        }
    }
}
