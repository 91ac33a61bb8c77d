package dev.clew.fault;

import dev.clew.web.Calls;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Writers and readers of a server that may vanish at any moment. Each write is one change with two claims, sent under a key of
 * its own; what it was told is remembered: acknowledged, refused, or nothing, which may mean either.
 */
final class Traffic implements AutoCloseable {
    private final String token;
    private final Findings findings;
    private final AtomicLong next = new AtomicLong();
    private final Map<Long, Long> changes = new ConcurrentHashMap<>();
    private final Map<Long, Long> acknowledged = new ConcurrentHashMap<>();
    private final Set<Long> unknown = ConcurrentHashMap.newKeySet();
    private final Set<Long> refused = ConcurrentHashMap.newKeySet();
    private final List<Thread> threads = new ArrayList<>();
    private final Set<Long> kept = ConcurrentHashMap.newKeySet();
    private volatile boolean goesOn;
    private volatile CountDownLatch first = new CountDownLatch(1);
    private volatile String lastSaid = "";

    Traffic(String token, Findings findings) {
        this.token = token;
        this.findings = findings;
    }

    /** Waits until a write was acknowledged since the writers began, at most half a minute. */
    void awaitFirst() throws InterruptedException {
        first.await(30, TimeUnit.SECONDS);
    }

    /** Lets so many writers and readers begin. */
    void begin(Calls calls, int writers, int readers) {
        goesOn = true;
        first = new CountDownLatch(1);
        for (int i = 0; i < writers; i++) {
            threads.add(Thread.ofVirtual().start(() -> whileItGoesOn(() -> write(calls))));
        }
        for (int i = 0; i < readers; i++) {
            threads.add(Thread.ofVirtual().start(() -> whileItGoesOn(() -> read(calls))));
        }
    }

    private void whileItGoesOn(Runnable work) {
        while (goesOn) {
            work.run();
        }
    }

    /** Writes one change; the status that it was told, or 0 when nothing was. */
    int write(Calls calls) {
        return write(calls, next.incrementAndGet());
    }

    private int write(Calls calls, long n) {
        int status = sent(calls, n);
        if (status == 200 || status == 201) {
            acknowledged.put(n, n);
            first.countDown();
            findings.count("changes acknowledged");
        } else if (status == 0 || status >= 500) {
            unknown.add(n);
            findings.count("writes told " + (status == 0 ? "nothing" : status));
        } else {
            refused.add(n);
            findings.fault("a good write was told " + status);
        }
        return status;
    }

    private int sent(Calls calls, long n) {
        String edits = "{\"edits\":[" + edit(n, "a") + "," + edit(n, "b") + "]}";
        try {
            Calls.Told told = calls.send(
                    "POST",
                    "/api/edits",
                    BodyPublishers.ofString(edits),
                    "Content-Type",
                    "application/json",
                    "Authorization",
                    "Bearer " + token,
                    "Idempotency-Key",
                    "write-" + n);
            lastSaid = told.text();
            if (told.status() == 200) {
                changes.put(n, told.json().path("change").asLong());
            }
            return told.status();
        } catch (RuntimeException gone) {
            return 0;
        }
    }

    private static String edit(long n, String half) {
        return "{\"record\":{\"id\":\"" + id(n, half) + "\",\"text\":\"Claim " + n + half
                + " under faults.\",\"source\":\"brief\","
                + "\"links\":[{\"subject\":\"compute\",\"relation\":\"enables\",\"object\":\"alliance\"}]}}";
    }

    static String id(long n, String half) {
        return "under-faults-" + n + "-" + half;
    }

    private void read(Calls calls) {
        try {
            for (String path : List.of("/api/search?q=claim", "/api/entities/compute/edges", "/health/ready")) {
                int status = calls.get(path).status();
                findings.count("reads told " + status);
                findings.expect(status < 500 || status == 503, path + " was told " + status);
            }
            String query = "/sparql?query=SELECT%20(COUNT(*)%20AS%20%3Fn)%20%7B%3Fs%20%3Fp%20%3Fo%7D";
            int status = calls.get(query).status();
            findings.count("queries told " + status);
            findings.expect(status < 500 || status == 503, "a query was told " + status);
        } catch (RuntimeException gone) {
            findings.count("reads told nothing");
        }
    }

    /** Every change acknowledged is there whole; of what nobody knows, all or nothing is; done again under its key, it is there once. */
    void requireKept(Calls calls) {
        acknowledged.forEach((n, any) -> {
            for (String half : List.of("a", "b")) {
                int status = calls.get("/api/insights/" + id(n, half)).status();
                findings.expect(status == 200, "acknowledged, and told " + status + ": " + id(n, half));
            }
        });
        findings.add("acknowledged changes looked for", acknowledged.size());
        kept.addAll(acknowledged.keySet());
        acknowledged.clear();
        for (long n : List.copyOf(unknown)) {
            boolean first = calls.get("/api/insights/" + id(n, "a")).status() == 200;
            boolean second = calls.get("/api/insights/" + id(n, "b")).status() == 200;
            findings.expect(first == second, "half of a change is there: " + n);
            findings.count(first ? "told nothing, and done" : "told nothing, and not done");
            int again = sent(calls, n);
            findings.expect(again == 200 || again == 201, "sent again under its key, and told " + again + ": " + n);
            long version = calls.get("/api/insights/" + id(n, "a"))
                    .json()
                    .path("version")
                    .asLong();
            findings.expect(version == 1, "done twice: " + n + " has version " + version);
            unknown.remove(n);
        }
    }

    /** The same for every change that was ever acknowledged. */
    void requireAllKept(Calls calls) {
        kept.forEach(n -> acknowledged.put(n, n));
        requireKept(calls);
    }

    /** By which they sign in. */
    String token() {
        return token;
    }

    /** How many writes were ever begun; they are numbered from 1. */
    long sent() {
        return next.get();
    }

    /** Every write that was ever acknowledged, with the change that it was told to be. */
    Map<Long, Long> changes() {
        return Map.copyOf(changes);
    }

    /** What the last write was told. */
    String lastSaid() {
        return lastSaid;
    }

    /** Lets everybody end. */
    void end() throws InterruptedException {
        goesOn = false;
        for (Thread each : threads) {
            each.join();
        }
        threads.clear();
    }

    @Override
    public void close() {
        goesOn = false;
    }
}
