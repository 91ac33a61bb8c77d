package dev.clew.web.http;

import dev.clew.model.Caller;
import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** Reads a request for a route, in the order in which it may be refused: who asks, how long, what, in which form. */
final class Requests {
    /** A body that is refused is read up to here and thrown away, since a sender that is cut off may never see why. */
    private static final long DRAINED_BYTES = 64L << 20;

    private final Gate gate;

    Requests(Gate gate) {
        this.gate = gate;
    }

    /**
     * The request as the route's call sees it.
     *
     * @throws ClewException unauthenticated, forbidden, address-too-long, bad-request, too-large, unsupported-format
     */
    Route.Asked read(Route route, Context context) {
        HttpServletRequest request = context.req();
        Caller caller = gate.caller(request).require(route.address().role());
        requireReader(route, caller, request);
        refuseLongAddress(context);
        Arguments arguments =
                Arguments.read(route.parameters(), context.pathParamMap(), QueryText.read(context.queryString()));
        return new Route.Asked(
                arguments, sent(context, request), caller, body(route.takes().content(), request));
    }

    /** Where a private link is enough, an account is too, and nobody else is let in. */
    private static void requireReader(Route route, Caller caller, HttpServletRequest request) {
        String key = Takes.Header.READER_KEY.written();
        if (route.takes().headers().contains(Takes.Header.READER_KEY)
                && caller.isAnonymous()
                && request.getHeader(key) == null) {
            throw new ClewException(
                    ErrorCode.UNAUTHENTICATED,
                    "This needs a reader: sign in, or send the end of your private link as " + key + ".");
        }
    }

    private Sent sent(Context context, HttpServletRequest request) {
        String accept = context.header("Accept");
        return new Sent(
                accept == null ? "" : accept,
                context.header(Takes.Header.IF_MATCH.written()),
                context.header(Takes.Header.IDEMPOTENCY_KEY.written()),
                new Sent.Origin(
                        Gate.from(request),
                        gate.sessionSecret(request),
                        context.header(Takes.Header.READER_KEY.written())));
    }

    private static Body body(Takes.Content content, HttpServletRequest request) {
        if (content.mediaTypes().isEmpty()) {
            return Body.NONE;
        }
        if (request.getContentLengthLong() > content.limitBytes()) {
            throw Body.tooLarge(content.limitBytes());
        }
        String mediaType = mediaType(request);
        if (!content.mediaTypes().contains(mediaType)) {
            throw new ClewException(
                    ErrorCode.UNSUPPORTED_FORMAT,
                    (mediaType.isEmpty()
                                    ? "The body's Content-Type is missing"
                                    : "'" + mediaType + "' is not read here")
                            + ": send " + String.join(" or ", content.mediaTypes()) + ".");
        }
        return new Body(mediaType, stream(request), content.limitBytes());
    }

    private static String mediaType(HttpServletRequest request) {
        String given = request.getContentType();
        return given == null ? "" : given.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private static InputStream stream(HttpServletRequest request) {
        try {
            return request.getInputStream();
        } catch (IOException gone) {
            throw new ClewException(ErrorCode.BAD_REQUEST, "The body could not be read: send it again.", gone);
        }
    }

    /** Reads what is left of a body that nobody wants. */
    static void drain(HttpServletRequest request) {
        if (request.getContentLengthLong() > DRAINED_BYTES) {
            return;
        }
        try {
            InputStream in = request.getInputStream();
            byte[] bin = new byte[16 * 1024];
            long taken = 0;
            for (int count = in.read(bin); count >= 0 && taken <= DRAINED_BYTES; count = in.read(bin)) {
                taken += count;
            }
        } catch (IOException senderLeft) {
            throw new ClewException(ErrorCode.BAD_REQUEST, "The sender left.", senderLeft);
        }
    }

    private static void refuseLongAddress(Context context) {
        String query = context.queryString();
        int length = context.path().length() + (query == null ? 0 : query.length());
        if (length > ServerLimits.ADDRESS_CHARACTERS) {
            throw new ClewException(
                    ErrorCode.ADDRESS_TOO_LONG,
                    "The address with its query has " + length + " characters; at most "
                            + ServerLimits.ADDRESS_CHARACTERS + " are read. Shorten the query.");
        }
    }
}
