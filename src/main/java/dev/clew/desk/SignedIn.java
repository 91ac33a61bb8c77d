package dev.clew.desk;

import org.jdbi.v3.core.Handle;

/** What lets people in without asking again. */
public final class SignedIn {
    private SignedIn() {}

    /** Ends every session and every one-time link, in a transaction of the caller's: for a restored library. */
    public static void end(Handle handle) {
        handle.execute("DELETE FROM session");
        handle.execute("DELETE FROM invitation");
    }
}
