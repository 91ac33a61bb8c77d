package dev.clew.mcp;

import io.modelcontextprotocol.json.McpJsonDefaults;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Stands before the protocol's library, which answers what it cannot read with its own exception, inside and all: refuses what
 * is no message, or lacks what its method needs, in the words of JSON-RPC.
 */
final class MessageCheck implements Filter {
    private static final int NO_JSON = -32700;
    private static final int NO_REQUEST = -32600;
    private static final int BAD_PARAMETERS = -32602;

    /** What a method cannot do without; it is a text. */
    private static final Map<String, String> NEEDED = Map.of("tools/call", "name", "resources/read", "uri");

    private static final Set<String> KNOWN = Set.of("POST", "GET", "DELETE", "HEAD", "OPTIONS");

    private final int limitBytes;

    MessageCheck(int limitBytes) {
        this.limitBytes = limitBytes;
    }

    /** Why a message is refused, with the code that JSON-RPC has for it. */
    private record Refused(int code, String sentence) {}

    @Override
    public void doFilter(ServletRequest asked, ServletResponse answer, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) asked;
        HttpServletResponse response = (HttpServletResponse) answer;
        if (!KNOWN.contains(request.getMethod())) {
            // The servlet's own answer to a method that it has never heard of is 501, as if the fault were ours.
            response.setHeader("Allow", "POST");
            refuse(response, 405, new Refused(NO_REQUEST, "Send messages by POST."));
            return;
        }
        if (!request.getMethod().equals("POST")) {
            chain.doFilter(request, response);
            return;
        }
        byte[] body = request.getInputStream().readNBytes(limitBytes + 1);
        if (body.length > limitBytes) {
            refuse(response, 413, new Refused(NO_REQUEST, "A message has at most " + limitBytes + " bytes."));
            return;
        }
        Refused refused = refusal(body);
        if (refused == null) {
            chain.doFilter(new Again(request, body), response);
        } else {
            refuse(response, 400, refused);
        }
    }

    private @Nullable Refused refusal(byte[] body) {
        Object read;
        try {
            read = McpJsonDefaults.getMapper().readValue(body, Object.class);
        } catch (IOException | RuntimeException notJson) {
            return new Refused(NO_JSON, "The message is not JSON in UTF-8.");
        }
        if (!(read instanceof Map<?, ?> message)
                || !"2.0".equals(message.get("jsonrpc"))
                || !isId(message.get("id"))
                || !(message.get("method") instanceof String method)) {
            return new Refused(
                    NO_REQUEST,
                    "Send one JSON-RPC 2.0 message: jsonrpc, method, and an id that is a text or a number.");
        }
        return parameters(method, message.get("params"));
    }

    private static boolean isId(@Nullable Object id) {
        return id == null || id instanceof String || id instanceof Number;
    }

    private static @Nullable Refused parameters(String method, @Nullable Object params) {
        if (params != null && !(params instanceof Map)) {
            return new Refused(BAD_PARAMETERS, "The params must be an object.");
        }
        Map<?, ?> given = params instanceof Map<?, ?> map ? map : Map.of();
        String needed = NEEDED.get(method);
        if (needed != null && !(given.get(needed) instanceof String)) {
            return new Refused(BAD_PARAMETERS, method + " needs the text '" + needed + "' in params.");
        }
        Object arguments = given.get("arguments");
        return arguments == null || arguments instanceof Map
                ? null
                : new Refused(BAD_PARAMETERS, "The arguments must be an object.");
    }

    private void refuse(HttpServletResponse response, int status, Refused refused) throws IOException {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("jsonrpc", "2.0");
        answer.put("id", null);
        answer.put("error", Map.of("code", refused.code(), "message", refused.sentence()));
        response.setStatus(status);
        response.setContentType("application/json;charset=utf-8");
        response.getOutputStream().write(McpJsonDefaults.getMapper().writeValueAsBytes(answer));
    }

    /** The request with its body to be read once more. */
    private static final class Again extends HttpServletRequestWrapper {
        private final ByteArrayInputStream body;

        Again(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = new ByteArrayInputStream(body);
        }

        @Override
        public ServletInputStream getInputStream() {
            return new ServletInputStream() {
                @Override
                public int read() {
                    return body.read();
                }

                @Override
                public boolean isFinished() {
                    return body.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new UnsupportedOperationException("the body is read at once");
                }
            };
        }
    }
}
