package dev.clew.web.account;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.desk.Session;
import dev.clew.desk.Sessions;
import dev.clew.model.Caller;
import dev.clew.web.http.Answer;
import dev.clew.web.http.SessionCookie;

/**
 * How sessions are told to browsers.
 *
 * @param cookie what holds a session's secret
 */
record SessionAnswers(SessionCookie cookie) {
    /** Who asks, without a word about a session. */
    static ObjectNode caller(Caller caller) {
        ObjectNode json =
                JsonNodeFactory.instance.objectNode().put("role", caller.role().code());
        if (!caller.isAnonymous()) {
            json.put("name", caller.name());
        }
        return json;
    }

    /** Who asks by a session that was there before. */
    static ObjectNode session(Session session) {
        return caller(session.caller()).put("writeWord", session.writeWord());
    }

    /** A session just opened, with its cookie. */
    Answer opened(Session.Opened opened) {
        return Answer.json(session(opened.session()))
                .with("Cache-Control", "no-store")
                .with("Set-Cookie", cookie.set(opened.secret(), Sessions.LIFE.toSeconds()));
    }

    /** No session any more, and nothing of it left in the browser. */
    Answer closed() {
        return Answer.of(Answer.JSON, new byte[0])
                .withStatus(204)
                .with("Set-Cookie", cookie.set("", 0))
                .with("Clear-Site-Data", "\"cache\"");
    }
}
