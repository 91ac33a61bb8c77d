package dev.clew.store;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * Where a PostgreSQL database is and how to sign in there.
 *
 * @param server host and port
 * @param name of the database
 * @param options such as {@code sslmode=verify-full}, as the JDBC driver reads them; empty when there are none
 * @param user who signs in
 * @param password of the user; empty when the server asks for none
 */
public record DatabaseAddress(String server, String name, String options, String user, String password) {
    private static final String EXPECTED = "postgresql://USER:PASSWORD@HOST:PORT/NAME, its parts percent-encoded";

    /**
     * Reads {@code postgresql://user:password@host:port/name?options}; {@code postgres://} and {@code jdbc:postgresql://}
     * do as well.
     *
     * @throws ClewException (invalid) saying what was expected, without the password
     */
    public static DatabaseAddress parse(String url) {
        String plain = url.startsWith("jdbc:") ? url.substring("jdbc:".length()) : url;
        URI uri = uri(plain);
        String scheme = uri.getScheme();
        String path = uri.getPath();
        boolean isPostgres = "postgresql".equals(scheme) || "postgres".equals(scheme);
        if (!isPostgres || uri.getHost() == null || path == null || !path.matches("/[^/]+")) {
            throw refused();
        }
        String who = uri.getUserInfo();
        if (who == null || who.isEmpty() || who.startsWith(":")) {
            throw refused();
        }
        int colon = who.indexOf(':');
        return new DatabaseAddress(
                uri.getHost() + ":" + (uri.getPort() < 0 ? 5432 : uri.getPort()),
                path.substring(1),
                uri.getRawQuery() == null ? "" : uri.getRawQuery(),
                colon < 0 ? who : who.substring(0, colon),
                colon < 0 ? "" : who.substring(colon + 1));
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException malformed) {
            throw refused();
        }
    }

    /** The value stays unsaid, because it may hold a password. */
    private static ClewException refused() {
        return new ClewException(ErrorCode.INVALID, "The address of a database must be " + EXPECTED + ".");
    }

    /** Where it is, without who signs in. */
    String place() {
        return server + "/" + name;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "postgresql://" + user + "@" + place();
    }
}
