package dev.clew.web.http;

import java.util.Map;
import java.util.UUID;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * The headers of every answer, whoever gives it: a request id, and what keeps browsers from doing with an answer what it
 * is not for.
 */
public final class ServerHeaders implements HttpConfiguration.Customizer {
    /** The header and request attribute that carry the request's id. */
    public static final String REQUEST_ID = "X-Request-Id";

    private static final Map<String, String> SECURITY = Map.of(
            "Content-Security-Policy",
            "default-src 'self'; img-src 'self' data:; worker-src 'self' blob:; object-src 'none'; base-uri 'none'; "
                    + "form-action 'self'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY",
            "Referrer-Policy",
            "strict-origin-when-cross-origin",
            "Permissions-Policy",
            "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
            "Cross-Origin-Opener-Policy",
            "same-origin");

    @Override
    public Request customize(Request request, HttpFields.Mutable headers) {
        String requestId = UUID.randomUUID().toString();
        request.setAttribute(REQUEST_ID, requestId);
        put(headers, requestId);
        return request;
    }

    /** Sets every header, once. */
    static void put(HttpFields.Mutable headers, String requestId) {
        SECURITY.forEach(headers::put);
        headers.put(REQUEST_ID, requestId);
    }

    /** The id given to this request. */
    static String requestId(Request request) {
        return request.getAttribute(REQUEST_ID) instanceof String id
                ? id
                : UUID.randomUUID().toString();
    }
}
