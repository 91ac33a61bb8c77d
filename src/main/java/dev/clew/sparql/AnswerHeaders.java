package dev.clew.sparql;

import dev.clew.ledger.Position;
import jakarta.servlet.http.HttpServletResponse;

/** The headers that say which change an answer shows. */
final class AnswerHeaders {
    private AnswerHeaders() {}

    static void set(HttpServletResponse response, Position shown) {
        response.setHeader("Clew-Change", Long.toString(shown.n()));
    }
}
