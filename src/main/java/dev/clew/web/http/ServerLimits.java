package dev.clew.web.http;

import java.time.Duration;

/** The bounds of what the server takes in; each is said in the error that it causes. */
public final class ServerLimits {
    /** Most bytes of request line and headers together, SPARQL queries by GET included. */
    public static final int REQUEST_HEADER_BYTES = 64 * 1024;
    /** Most characters of an address under the routes of the table, with its query. */
    public static final int ADDRESS_CHARACTERS = 8_000;
    /** Most bytes of a body. */
    public static final int BODY_BYTES = 1_000_000;
    /** Most threads that answer requests. */
    public static final int THREADS = 200;
    /** Most requests under way at once, but those for health; the threads left are for these. */
    public static final int REQUESTS = 180;
    /** Most requests that one address has under way at once. */
    public static final int REQUESTS_OF_ADDRESS = 120;
    /** How long a connection may be silent. */
    public static final Duration IDLE = Duration.ofSeconds(60);
    /** How long running requests may take to end when the server stops. */
    public static final Duration STOP = Duration.ofSeconds(5);
    /** How long a read waits for the change that it asks to see. */
    public static final Duration AWAIT_CHANGE = Duration.ofSeconds(2);

    private ServerLimits() {}
}
