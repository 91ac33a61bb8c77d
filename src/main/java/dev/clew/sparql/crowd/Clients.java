package dev.clew.sparql.crowd;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What each client has under way and has asked lately. It remembers the {@value #REMEMBERED} that asked last and those that
 * have something under way, so a flood of addresses cannot fill the memory. Safe for any number of threads.
 */
final class Clients {
    private static final int REMEMBERED = 10_000;

    private final CrowdLimits.PerClient limits;
    private final Map<String, Client> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Client> eldest) {
            return size() > REMEMBERED && eldest.getValue().underWay == 0;
        }
    };

    Clients(CrowdLimits.PerClient limits) {
        this.limits = limits;
    }

    private static final class Client {
        private int underWay;
        private double left;
        private long since;

        Client(double left, long since) {
            this.left = left;
            this.since = since;
        }
    }

    /**
     * One more question of a client; {@link #end} when it is answered.
     *
     * @throws ClewException (too-many-requests) naming the limit
     */
    synchronized void begin(String address) {
        long now = System.nanoTime();
        Client client = known.computeIfAbsent(address, any -> new Client(limits.aMinute(), now));
        double minutes = (now - client.since) / (double) TimeUnit.MINUTES.toNanos(1);
        client.left = Math.min(limits.aMinute(), client.left + minutes * limits.aMinute());
        client.since = now;
        if (client.left < 1) {
            throw tooMany("asks more often than the limit of " + limits.aMinute() + " queries a minute");
        }
        if (client.underWay >= limits.atOnce()) {
            throw tooMany("has as many queries under way as the limit of " + limits.atOnce() + " at once");
        }
        client.left--;
        client.underWay++;
    }

    private static ClewException tooMany(String what) {
        return new ClewException(
                ErrorCode.TOO_MANY_REQUESTS, "Your address " + what + ": wait a moment and ask again.");
    }

    /** Ends what {@link #begin} began. */
    synchronized void end(String address) {
        Client client = known.get(address);
        if (client != null) {
            client.underWay--;
        }
    }

    /** How many it remembers. */
    synchronized int remembered() {
        return known.size();
    }
}
