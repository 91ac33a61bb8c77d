package dev.clew.web.http;

import dev.clew.model.ErrorCode;
import java.nio.ByteBuffer;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Tells what the server itself refuses, before any route sees it: addresses and headers that are too long or malformed. */
public final class ServerErrors extends ErrorHandler {
    private static final Map<Integer, String> SENTENCES = Map.of(
            414,
            "The address with its query is longer than " + ServerLimits.REQUEST_HEADER_BYTES
                    + " bytes. Shorten it: a long query can be sent by POST to /sparql.",
            431,
            "The headers of the request are longer than " + ServerLimits.REQUEST_HEADER_BYTES + " bytes together.",
            400,
            "The request could not be read as HTTP, or its address is ambiguous. Send a plain HTTP/1.1 request.",
            505,
            "The request names no version of HTTP that is spoken here. Send a plain HTTP/1.1 request.");

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus() < 400 ? 500 : response.getStatus();
        String requestId = ServerHeaders.requestId(request);
        ErrorCode code = code(status);
        String detail = SENTENCES.getOrDefault(status, "The server answered with status " + status + ".");
        byte[] body = Answer.bytes(Failures.problem(code, detail, requestId).put("status", status));
        ServerHeaders.put(response.getHeaders(), requestId);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Failures.MEDIA_TYPE);
        response.setStatus(status);
        response.write(true, ByteBuffer.wrap(body), callback);
        return true;
    }

    private static ErrorCode code(int status) {
        return switch (status) {
            case 404 -> ErrorCode.NOT_FOUND;
            case 413, 431 -> ErrorCode.TOO_LARGE;
            case 414 -> ErrorCode.ADDRESS_TOO_LONG;
            case 501, 505 -> ErrorCode.BAD_REQUEST;
            default -> status < 500 ? ErrorCode.BAD_REQUEST : ErrorCode.INTERNAL;
        };
    }
}
