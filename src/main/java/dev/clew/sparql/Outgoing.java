package dev.clew.sparql;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers on their way to their clients: each whole before its first byte is sent, with its length, so that one that breaks off
 * is seen to; all of them together bounded, so that slow readers cannot fill the memory. Safe for any number of threads.
 */
final class Outgoing {
    private static final Logger LOG = LoggerFactory.getLogger(Outgoing.class);
    private static final int TIMES = 4;

    private final long limitBytes;
    private final Semaphore kilobytes;

    Outgoing(long limitBytesOfOne) {
        this.limitBytes = TIMES * limitBytesOfOne;
        this.kilobytes = new Semaphore((int) Math.min(Integer.MAX_VALUE, 1 + limitBytes / 1000));
    }

    /** Has an answer made, and sends it. */
    void send(HttpAction action, long limitBytesOfThis, Consumer<HttpAction> maker) {
        HeldResponse held = new HeldResponse(action.getResponse(), limitBytesOfThis);
        HttpAction inside = held.within(action);
        ProblemAnswer.guard(inside, maker);
        int size = 1 + held.size() / 1000;
        if (!kilobytes.tryAcquire(size)) {
            ProblemAnswer.guard(inside, any -> {
                throw new ClewException(
                        ErrorCode.BUSY,
                        "Answers on their way to slow readers take the limit of " + limitBytes
                                + " bytes: ask again in a moment.");
            });
            sendNow(held);
            return;
        }
        try {
            sendNow(held);
        } finally {
            kilobytes.release(size);
        }
    }

    private static void sendNow(HeldResponse held) {
        try {
            held.send();
        } catch (IOException clientLeft) {
            LOG.debug("A client left before its answer was sent", clientLeft);
        }
    }
}
