package dev.clew.web.http;

import dev.clew.desk.Desk;
import dev.clew.model.Caller;
import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells who sends a request, by its token. The one place where that is decided, for the routes of the table and for what is
 * mounted beside them. Safe for any number of threads.
 */
public final class Gate {
    private static final Pattern BEARER = Pattern.compile("Bearer +(\\S+) *", Pattern.CASE_INSENSITIVE);

    private final Desk desk;

    /** A gate that knows these accounts. */
    public Gate(Desk desk) {
        this.desk = desk;
    }

    /**
     * Who sends it; the anonymous caller when it does not say. What they may do is for {@link Caller#require} to ask.
     *
     * @throws ClewException (unauthenticated) when it shows a token that is none, or no longer one
     */
    public Caller caller(HttpServletRequest request) {
        @Nullable String authorization = request.getHeader("Authorization");
        return authorization == null ? Caller.ANONYMOUS : byToken(authorization);
    }

    private Caller byToken(String authorization) {
        Matcher bearer = BEARER.matcher(authorization);
        if (!bearer.matches()) {
            throw new ClewException(
                    ErrorCode.UNAUTHENTICATED, "The header Authorization is not understood: send Bearer and a token.");
        }
        return desk.tokens()
                .caller(bearer.group(1))
                .orElseThrow(() -> new ClewException(
                        ErrorCode.UNAUTHENTICATED,
                        "The token is not one of this library, was revoked, or its account is disabled:"
                                + " make a new one."));
    }

    /** The network address that a request came from, as the audit notes it. */
    public static String from(HttpServletRequest request) {
        return String.valueOf(request.getRemoteAddr());
    }
}
