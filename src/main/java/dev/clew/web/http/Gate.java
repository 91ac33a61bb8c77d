package dev.clew.web.http;

import dev.clew.desk.Desk;
import dev.clew.desk.Session;
import dev.clew.model.Caller;
import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells who sends a request, by its token or its session. The one place where that is decided, for the routes of the table
 * and for what is mounted beside them. Safe for any number of threads.
 */
public final class Gate {
    /** The header in which a write by a session repeats its word, so that no other site can make one. */
    public static final String WRITE_WORD = "Clew-Write-Word";

    private static final Pattern BEARER = Pattern.compile("Bearer +(\\S+) *", Pattern.CASE_INSENSITIVE);
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final Desk desk;
    private final SessionCookie cookie;

    /** A gate that knows these accounts, and sessions by this cookie. */
    public Gate(Desk desk, SessionCookie cookie) {
        this.desk = desk;
        this.cookie = cookie;
    }

    /**
     * Who sends it; the anonymous caller when it does not say, or by a session that has ended. What they may do is for
     * {@link Caller#require} to ask.
     *
     * @throws ClewException (unauthenticated) when it shows a token that is none, or no longer one; (forbidden) when it
     *     writes by a session without the session's word
     */
    public Caller caller(HttpServletRequest request) {
        @Nullable String authorization = request.getHeader("Authorization");
        if (authorization != null) {
            return byToken(authorization);
        }
        String secret = sessionSecret(request);
        Optional<Session> session =
                secret == null ? Optional.empty() : desk.sessions().find(secret);
        session.filter(found -> !READING.contains(request.getMethod()))
                .ifPresent(found -> requireWriteWord(found, request));
        return session.map(Session::caller).orElse(Caller.ANONYMOUS);
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

    private static void requireWriteWord(Session session, HttpServletRequest request) {
        @Nullable String said = request.getHeader(WRITE_WORD);
        if (said == null || !sameWord(said, session.writeWord())) {
            throw new ClewException(
                    ErrorCode.FORBIDDEN,
                    "A write by a session must repeat its word in the header " + WRITE_WORD
                            + ", as /api/session tells it: load the page again.");
        }
    }

    private static boolean sameWord(String said, String word) {
        return MessageDigest.isEqual(said.getBytes(StandardCharsets.UTF_8), word.getBytes(StandardCharsets.UTF_8));
    }

    /** The secret of the session that a request shows; null when there is none. */
    @Nullable String sessionSecret(HttpServletRequest request) {
        return cookie.secretIn(request);
    }

    /** The network address that a request came from, as the audit notes it. */
    public static String from(HttpServletRequest request) {
        return String.valueOf(request.getRemoteAddr());
    }
}
