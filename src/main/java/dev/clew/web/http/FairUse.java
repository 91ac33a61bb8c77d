package dev.clew.web.http;

import dev.clew.model.ErrorCode;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.MDC;

/**
 * Keeps one client from taking every thread, such as one that sends its bodies a byte at a time: an address has at most {@value
 * ServerLimits#REQUESTS_OF_ADDRESS} requests under way, all together {@value ServerLimits#REQUESTS}; what is left is for health,
 * which is always answered. It remembers only addresses with something under way. Safe for any number of threads.
 */
public final class FairUse extends Handler.Wrapper {
    /** Under which name log lines carry the id of their request. */
    public static final String LOGGED_AS = "request";

    private static final Set<String> ALWAYS = Set.of("/health/live", "/health/ready", "/metrics");

    private final Map<String, Integer> underWay = new ConcurrentHashMap<>();
    private final AtomicInteger together = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    /** Stands before these. */
    public FairUse(Handler all) {
        super(all);
    }

    /** How many requests are under way, but those for health. */
    public int underWay() {
        return together.get();
    }

    /** How many were turned away since the start. */
    public int refused() {
        return refused.get();
    }

    /** Whatever is logged while the request is at work carries its id. */
    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        MDC.put(LOGGED_AS, ServerHeaders.requestId(request));
        try {
            return handled(request, response, callback);
        } finally {
            MDC.remove(LOGGED_AS);
        }
    }

    private boolean handled(Request request, Response response, Callback callback) throws Exception {
        if (ALWAYS.contains(Request.getPathInContext(request))) {
            return super.handle(request, response, callback);
        }
        String address = Request.getRemoteAddr(request);
        int own = underWay.merge(address, 1, Integer::sum);
        int all = together.incrementAndGet();
        Request.addCompletionListener(request, failure -> end(address));
        if (own > ServerLimits.REQUESTS_OF_ADDRESS) {
            String sentence = "Your address has as many requests under way as the limit of "
                    + ServerLimits.REQUESTS_OF_ADDRESS + ": wait for some to end.";
            return refuse(request, response, callback, ErrorCode.TOO_MANY_REQUESTS, sentence);
        }
        if (all > ServerLimits.REQUESTS) {
            String sentence = "As many requests are under way as the limit of " + ServerLimits.REQUESTS
                    + ": come back in a moment.";
            return refuse(request, response, callback, ErrorCode.BUSY, sentence);
        }
        return super.handle(request, response, callback);
    }

    private void end(String address) {
        together.decrementAndGet();
        underWay.computeIfPresent(address, (any, count) -> count == 1 ? null : count - 1);
    }

    private boolean refuse(Request request, Response response, Callback callback, ErrorCode code, String sentence) {
        refused.incrementAndGet();
        byte[] body = Answer.bytes(Failures.problem(code, sentence, ServerHeaders.requestId(request)));
        response.setStatus(code.httpStatus());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Failures.MEDIA_TYPE);
        response.getHeaders().put(HttpHeader.RETRY_AFTER, "1");
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
        response.write(true, ByteBuffer.wrap(body), callback);
        return true;
    }
}
