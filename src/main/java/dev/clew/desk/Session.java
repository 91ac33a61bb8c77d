package dev.clew.desk;

import dev.clew.model.Caller;

/**
 * Somebody who has signed in.
 *
 * @param caller who
 * @param writeWord what every write with the session's cookie must repeat, so that no other site can make one
 */
public record Session(Caller caller, String writeWord) {
    /**
     * A session as it was opened.
     *
     * @param session the session
     * @param secret what the browser's cookie holds; only its hash is kept
     */
    public record Opened(Session session, String secret) {
        @Override
        public String toString() {
            return "Opened[" + session.caller() + "]";
        }
    }

    @Override
    public String toString() {
        return "Session[" + caller + "]";
    }
}
