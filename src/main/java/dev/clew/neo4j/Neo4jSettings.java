package dev.clew.neo4j;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import java.net.URI;
import java.util.Set;

/**
 * Which Neo4j server is projected onto, and how Clew signs in there.
 *
 * @param uri {@code bolt://} for one server, {@code neo4j://} for a cluster; with {@code +s} over TLS
 * @param user who signs in; empty when the server asks for nobody
 * @param password of the user
 * @param database which of the server's databases; it must be for Clew alone
 */
public record Neo4jSettings(URI uri, String user, String password, String database) {
    private static final Set<String> SCHEMES = Set.of("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc");

    /** Checks the address. */
    public Neo4jSettings {
        boolean isKnown = uri.getScheme() != null && SCHEMES.contains(uri.getScheme());
        if (!isKnown || uri.getHost() == null || uri.getUserInfo() != null) {
            throw new ClewException(
                    ErrorCode.BAD_REQUEST,
                    "The setting neo4j-uri must be such as bolt://HOST:7687 or neo4j+s://HOST:7687, without user and"
                            + " password, which have settings of their own.");
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return uri + " (database " + database + ", user " + user + ")";
    }
}
