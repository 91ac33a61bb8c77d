package dev.clew.web;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;

/**
 * How the server is reached.
 *
 * @param host the address or name to listen at, such as {@code localhost}
 * @param port 0 to 65535; 0 takes a free one
 * @param base where records have their addresses, ending in a slash; independent of host and port
 * @param version of this release, told at {@code /api/library}
 * @param pagesFolder where the built pages stand on the class path
 */
public record WebSettings(String host, int port, String base, String version, String pagesFolder) {
    /** Where records have their addresses unless told otherwise. */
    public static final String BASE_DEFAULT = "http://localhost:8080/";

    /** Where the built pages stand unless told otherwise. */
    public static final String PAGES_DEFAULT = "web";

    /** Checks port and base. */
    public WebSettings {
        if (port < 0 || port > 65_535) {
            throw refused("The port must be 0 to 65535; it was " + port + ".");
        }
        if (!base.matches("https?://[^\\s/<>\"?#]+(/[^\\s<>\"?#]*)?/")) {
            throw refused("The base must be an http or https address that ends in a slash, such as " + BASE_DEFAULT
                    + "; it was " + base + ".");
        }
    }

    private static ClewException refused(String sentence) {
        return new ClewException(ErrorCode.BAD_REQUEST, sentence);
    }
}
