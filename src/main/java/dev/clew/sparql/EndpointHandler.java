package dev.clew.sparql;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.sparql.crowd.ClientConnector;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.apache.jena.atlas.web.AcceptList;
import org.apache.jena.atlas.web.MediaType;
import org.apache.jena.riot.WebContent;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Stands before Fuseki's context: opens the endpoint to pages of other origins, turns away bodies beyond the limit before
 * they are read, and lets the bare {@code /sparql} reach what Fuseki calls {@code /sparql/}. What is not the endpoint's,
 * such as a browser that asks for a page at {@code /sparql}, it leaves to the handlers after it.
 */
final class EndpointHandler extends Handler.Wrapper {
    private static final Set<String> PATHS = Set.of("/", "/data", "/update");
    private static final String PAGE = "text/html";
    /** What a query or its lack is answered with; a page only where it is wanted more than all of them. */
    private static final AcceptList OFFERED = AcceptList.create(
            WebContent.contentTypeResultsJSON,
            WebContent.contentTypeResultsXML,
            WebContent.contentTypeTextCSV,
            WebContent.contentTypeTextTSV,
            WebContent.contentTypeTurtle,
            WebContent.contentTypeNTriples,
            WebContent.contentTypeJSONLD,
            WebContent.contentTypeRDFXML,
            PAGE);

    private static final String ALL_METHODS = "GET, HEAD, POST, PUT, DELETE, PATCH, OPTIONS";
    private static final String EXPOSED = "Clew-Change, Clew-Row-Limit, Clew-Truncated, ETag, Retry-After";
    /** A character takes at most 9 bytes in a form: three bytes of UTF-8, each escaped. */
    private static final int BYTES_PER_CHARACTER = 9;
    /** Room for the other parameters of a form. */
    private static final int BYTES_BESIDE = 20_000;

    /** A longer body is cut off; up to here it is read to its end, since a sender that is cut off may never see why. */
    private static final long DRAINED_BYTES = 64L << 20;

    private static final String HAS_LEFT = "dev.clew.sparql.has-left";

    /** Fuseki goes by the path as it was written, which would lead elsewhere. */
    private static final ClewException WRITTEN_OTHERWISE = new ClewException(
            ErrorCode.NOT_FOUND,
            "There is nothing at this address: write the path plainly, without dots, escapes and semicolons.");

    private final String contextPath;
    private final int limitQueryCharacters;

    EndpointHandler(Handler fuseki, String contextPath, int limitQueryCharacters) {
        super(fuseki);
        this.contextPath = contextPath;
        this.limitQueryCharacters = limitQueryCharacters;
    }

    /** The longest body that can hold a query within the limit. */
    static int limitBodyBytes(int limitQueryCharacters) {
        return limitQueryCharacters * BYTES_PER_CHARACTER + BYTES_BESIDE;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = Request.getPathInContext(request);
        String inside = path.startsWith(contextPath) ? path.substring(contextPath.length()) : path;
        if (!inside.isEmpty() && !PATHS.contains(inside)) {
            return false;
        }
        if (inside.length() <= 1 && asksForPage(request)) {
            return false;
        }
        allowEveryOrigin(response.getHeaders());
        if (HttpMethod.OPTIONS.is(request.getMethod())) {
            return answerPreflight(response, callback);
        }
        if (request.getLength() > limitBodyBytes(limitQueryCharacters)) {
            return refuse(request, response, QueryGate.tooLong(limitQueryCharacters), callback);
        }
        if (!request.getHttpURI().getPath().equals(contextPath + inside)) {
            return refuse(request, response, WRITTEN_OTHERWISE, callback);
        }
        BooleanSupplier hasLeft = () -> ClientConnector.hasLeft(request);
        request.setAttribute(HAS_LEFT, hasLeft);
        return super.handle(inside.isEmpty() ? withSlash(request) : request, response, callback);
    }

    /** Tells whether the client of a request that came through this handler has left. */
    static BooleanSupplier hasLeft(HttpServletRequest request) {
        return request.getAttribute(HAS_LEFT) instanceof BooleanSupplier told ? told : () -> false;
    }

    private static boolean asksForPage(Request request) {
        String accept = request.getHeaders().get(HttpHeader.ACCEPT);
        return HttpMethod.GET.is(request.getMethod()) && accept != null && prefersPage(accept);
    }

    private static boolean prefersPage(String accept) {
        MediaType chosen = AcceptList.match(new AcceptList(accept), OFFERED);
        return chosen != null && chosen.getContentTypeStr().equals(PAGE);
    }

    private static void allowEveryOrigin(HttpFields.Mutable headers) {
        headers.put(HttpHeader.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        headers.put(new HttpField("Access-Control-Expose-Headers", EXPOSED));
    }

    private static boolean answerPreflight(Response response, Callback callback) {
        response.setStatus(204);
        response.getHeaders().put("Access-Control-Allow-Methods", ALL_METHODS);
        response.getHeaders().put("Access-Control-Allow-Headers", "Accept, Authorization, Content-Type, If-None-Match");
        response.getHeaders().put("Access-Control-Max-Age", "86400");
        callback.succeeded();
        return true;
    }

    private static boolean refuse(Request request, Response response, ClewException refusal, Callback callback) {
        int status = refusal.code().httpStatus();
        String problem =
                ProblemAnswer.json(status, refusal, response.getHeaders().get(ProblemAnswer.REQUEST_ID));
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/problem+json");
        if (request.getLength() > DRAINED_BYTES) {
            response.getHeaders().put(HttpHeader.CONNECTION, "close");
            Content.Sink.write(response, true, problem, callback);
            return true;
        }
        Runnable answer = () -> Content.Sink.write(response, true, problem, callback);
        Content.Source.consumeAll(request, Callback.from(answer, callback::failed));
        return true;
    }

    private static Request withSlash(Request request) {
        HttpURI address = request.getHttpURI();
        return Request.serveAs(request, HttpURI.build(address).path(address.getPath() + "/"));
    }
}
