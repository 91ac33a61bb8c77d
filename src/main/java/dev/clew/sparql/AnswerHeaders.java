package dev.clew.sparql;

import dev.clew.ledger.Position;
import jakarta.servlet.http.HttpServletResponse;

/** The headers that say which change an answer shows, and by what it was limited. */
final class AnswerHeaders {
    private AnswerHeaders() {}

    static void set(HttpServletResponse response, Position shown) {
        response.setHeader("Clew-Change", Long.toString(shown.n()));
    }

    /** The same for the answer of a query. */
    static void set(HttpServletResponse response, long change, int limitRows, boolean cut) {
        response.setHeader("Clew-Change", Long.toString(change));
        response.setHeader("Clew-Row-Limit", Integer.toString(limitRows));
        if (cut) {
            response.setHeader("Clew-Truncated", "true");
        }
    }

    /** By what a client asks whether its answer is still the one. */
    static void tag(HttpServletResponse response, AnswerKey key) {
        response.setHeader("ETag", key.tag());
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("Vary", "Accept, Accept-Encoding");
    }
}
