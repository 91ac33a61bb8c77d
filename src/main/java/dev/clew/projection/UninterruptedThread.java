package dev.clew.projection;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A daemon thread that no other can interrupt: an interrupt would close every file that an engine is writing to on it
 * ({@link java.nio.channels.InterruptibleChannel}), and what it keeps would have to be built anew.
 */
final class UninterruptedThread extends Thread {
    private static final Logger LOG = LoggerFactory.getLogger(UninterruptedThread.class);

    UninterruptedThread(Runnable work, String name) {
        super(work, name);
        setDaemon(true);
    }

    /** Does nothing but say so: what this thread does is ended by closing it. */
    @Override
    public void interrupt() {
        LOG.warn("{} was interrupted and goes on: nothing in Clew interrupts it", getName());
    }
}
