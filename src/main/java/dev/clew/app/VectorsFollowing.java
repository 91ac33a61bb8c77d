package dev.clew.app;

import dev.clew.neo4j.ServerVectors;
import dev.clew.neo4j.ServerVectors.Made;
import dev.clew.search.meaning.Meaning;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives a Neo4j server the vectors that are made here, every few seconds what is new. */
final class VectorsFollowing implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(VectorsFollowing.class);
    private static final Duration EVERY = Duration.ofSeconds(2);
    /** A server that hangs is not waited for. */
    private static final Duration LEAVES_WITHIN = Duration.ofSeconds(5);

    private final ServerVectors server;
    private final Meaning meaning;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("clew-neo4j-vectors").daemon(true).factory());
    private String lastFailure = "";

    private VectorsFollowing(ServerVectors server, Meaning meaning) {
        this.server = server;
        this.meaning = meaning;
    }

    static VectorsFollowing start(ServerVectors server, Meaning meaning) {
        VectorsFollowing following = new VectorsFollowing(server, meaning);
        following.thread.scheduleWithFixedDelay(
                following::round, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
        return following;
    }

    private void round() {
        Meaning.Status status = meaning.status();
        if (status.state() != Meaning.State.READY) {
            return;
        }
        try {
            server.give(new Made(status.model(), status.vectors(), status.lag() == 0, meaning::vector));
            lastFailure = "";
        } catch (RuntimeException failed) {
            tell(String.valueOf(failed.getMessage()));
        }
    }

    /** Once, for it is tried again every few seconds. */
    private void tell(String failure) {
        if (!failure.equals(lastFailure)) {
            LOG.warn("Vectors are not given to the Neo4j server for now: {}", failure);
            lastFailure = failure;
        }
    }

    @Override
    public void close() {
        server.stop();
        thread.shutdown();
        boolean done = false;
        try {
            done = thread.awaitTermination(LEAVES_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException late) {
            Thread.currentThread().interrupt();
        }
        if (!done) {
            thread.shutdownNow();
        }
    }
}
