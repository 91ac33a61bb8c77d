package dev.clew.web.http;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * The cookie that holds a session's secret: read by no script, sent by no other site, and by https alone where browsers
 * come by https, under a name that then no neighbouring host can set (RFC 6265bis, section 4.1.3.2).
 *
 * @param secure whether browsers come by https
 */
public record SessionCookie(boolean secure) {
    /** Its name where browsers come by plain http. */
    static final String PLAIN = "clew-session";
    /** Its name where browsers come by https. */
    static final String SECURE = "__Host-clew-session";

    private String name() {
        return secure ? SECURE : PLAIN;
    }

    /** The secret that a request shows; null when there is none. */
    @Nullable String secretIn(HttpServletRequest request) {
        Cookie @Nullable [] cookies = request.getCookies();
        if (cookies == null) {
            return null;
        }
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(name())) {
                return cookie.getValue();
            }
        }
        return null;
    }

    /**
     * The header that sets it.
     *
     * @param seconds how long browsers keep it; 0 makes them forget it
     */
    public String set(String secret, long seconds) {
        return name() + "=" + secret + "; Path=/; Max-Age=" + seconds + "; HttpOnly; SameSite=Strict"
                + (secure ? "; Secure" : "");
    }
}
