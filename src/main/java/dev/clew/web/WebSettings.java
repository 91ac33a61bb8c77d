package dev.clew.web;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.ontology.Base;

/**
 * How the server is reached.
 *
 * @param host the address or name to listen at, such as {@code localhost}
 * @param port 0 to 65535; 0 takes a free one
 * @param base where records have their addresses, independent of host and port
 * @param version of this release, told at {@code /api/library}
 * @param pagesFolder where the built pages stand on the class path
 */
public record WebSettings(String host, int port, Base base, String version, String pagesFolder) {
    /** Where the built pages stand unless told otherwise. */
    public static final String PAGES_DEFAULT = "web";

    /** Checks the port. */
    public WebSettings {
        if (port < 0 || port > 65_535) {
            throw new ClewException(ErrorCode.BAD_REQUEST, "The port must be 0 to 65535; it was " + port + ".");
        }
    }
}
