package dev.clew.model;

import java.net.URI;
import java.net.URISyntaxException;

/** Which addresses may be kept as links: absolute http or https with a host, and no spaces, quotes or angle brackets. */
public final class WebAddress {
    private WebAddress() {}

    /** Whether a page may safely link to this address. */
    public static boolean isSafe(String value) {
        try {
            URI uri = new URI(value);
            return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) && uri.getHost() != null;
        } catch (URISyntaxException malformed) {
            return false;
        }
    }
}
