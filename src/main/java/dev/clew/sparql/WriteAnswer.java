package dev.clew.sparql;

import dev.clew.ledger.Position;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.jena.atlas.json.JsonBuilder;
import org.apache.jena.fuseki.servlets.HttpAction;

/** What a write by SPARQL is answered: the change that it made, in the header {@code Clew-Change} and as JSON. */
final class WriteAnswer {
    private WriteAnswer() {}

    static void send(HttpAction action, GraphTarget.Written written, boolean visible) {
        send(action, written.position(), visible, written.created() ? 201 : 200);
    }

    static void send(HttpAction action, Position written, boolean visible) {
        send(action, written, visible, 200);
    }

    private static void send(HttpAction action, Position written, boolean visible, int status) {
        HttpServletResponse response = action.getResponse();
        AnswerHeaders.set(response, written);
        action.setResponseStatus(status);
        response.setContentType("application/json");
        String json = JsonBuilder.create()
                .startObject()
                .pair("change", written.n())
                .pair("visible", visible)
                .finishObject()
                .build()
                .toString();
        try {
            response.getOutputStream().write(json.getBytes(StandardCharsets.UTF_8));
        } catch (IOException clientLeft) {
            throw new UncheckedIOException(clientLeft);
        }
    }
}
