package dev.clew.web.http;

import java.util.Map;
import java.util.UUID;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * The headers of every answer, whoever gives it: a request id, and what keeps browsers from doing with an answer what it
 * is not for.
 */
public final class ServerHeaders implements HttpConfiguration.Customizer {
    /** The header and request attribute that carry the request's id. */
    public static final String REQUEST_ID = "X-Request-Id";

    /**
     * Where panels are that other sites may show inside their own pages. They read what anybody may read, and whoever
     * looks at one there is signed in nowhere: the session's cookie is not sent from another site.
     */
    private static final String PANELS = "/embed/";

    /**
     * What pages may load. An episode's recording is where its publisher put it, often behind several redirects, so any
     * https address may be played; a page asks for one only when the reader presses play.
     */
    private static final String POLICY =
            "default-src 'self'; img-src 'self' data:; media-src 'self' https:; worker-src 'self' blob:; "
                    + "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors ";

    private static final String FRAMES = "X-Frame-Options";

    private static final Map<String, String> SECURITY = Map.of(
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "strict-origin-when-cross-origin",
            "Permissions-Policy",
            "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
            "Cross-Origin-Opener-Policy",
            "same-origin");

    private static final String BY_HTTPS_ALONE = "max-age=31536000; includeSubDomains";

    private final boolean secure;

    /**
     * Headers of a server.
     *
     * @param secure whether people come in by https, and browsers are to take no other way for a year
     */
    public ServerHeaders(boolean secure) {
        this.secure = secure;
    }

    @Override
    public Request customize(Request request, HttpFields.Mutable headers) {
        String requestId = UUID.randomUUID().toString();
        request.setAttribute(REQUEST_ID, requestId);
        put(headers, requestId, request.getHttpURI().getCanonicalPath());
        if (secure) {
            headers.put("Strict-Transport-Security", BY_HTTPS_ALONE);
        }
        return request;
    }

    /** Sets every header of an answer that is shown in no frame, once. */
    static void put(HttpFields.Mutable headers, String requestId) {
        put(headers, requestId, "/");
    }

    private static void put(HttpFields.Mutable headers, String requestId, @Nullable String path) {
        boolean framed = path != null && path.startsWith(PANELS);
        SECURITY.forEach(headers::put);
        headers.put("Content-Security-Policy", POLICY + (framed ? "*" : "'none'"));
        if (framed) {
            headers.remove(FRAMES);
        } else {
            headers.put(FRAMES, "DENY");
        }
        headers.put(REQUEST_ID, requestId);
    }

    /** The id given to this request. */
    static String requestId(Request request) {
        return request.getAttribute(REQUEST_ID) instanceof String id
                ? id
                : UUID.randomUUID().toString();
    }
}
