package dev.clew.mail;

import dev.clew.brief.DailyRun.Outcome;
import dev.clew.brief.DailyRun.Post;
import dev.clew.desk.Delivery.Letter;
import dev.clew.desk.Reader;
import dev.clew.desk.Reader.Linked;
import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what confirms addresses, beside the request that asks for it, which must not tell by its time whether anything is
 * sent. What a server puts off is tried three times more; what was not sent when the process ends is not sent, and its reader
 * asks again. Safe for any number of threads.
 */
public final class Confirmations implements AutoCloseable {
    /** Most letters that wait to be sent. */
    public static final int LIMIT_WAITING = 100;

    private static final Logger LOG = LoggerFactory.getLogger(Confirmations.class);
    private static final List<Duration> PAUSES =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(20));

    private final Letters letters;
    private final Post post;
    private final AtomicInteger waiting = new AtomicInteger();
    private final ScheduledExecutorService sending = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("clew-confirmations").daemon().factory());

    /** Letters by this post. */
    public Confirmations(Letters letters, Post post) {
        this.letters = letters;
        this.post = post;
    }

    /**
     * Sends the link that confirms an address, soon.
     *
     * @throws ClewException (busy) when {@value #LIMIT_WAITING} others wait
     */
    public void send(Linked asked) {
        if (waiting.incrementAndGet() > LIMIT_WAITING) {
            waiting.decrementAndGet();
            throw new ClewException(
                    ErrorCode.BUSY, LIMIT_WAITING + " other addresses wait to be written to: come back in an hour.");
        }
        Letter letter = letters.confirming(asked);
        sending.execute(() -> attempt(asked.reader(), letter, 0));
    }

    private void attempt(Reader reader, Letter letter, int tries) {
        Outcome outcome = post.send(Objects.requireNonNull(reader.address()), letter);
        boolean again = outcome.kind() != Outcome.Kind.TAKEN && outcome.kind() != Outcome.Kind.REFUSED;
        if (again && tries < PAUSES.size()) {
            sending.schedule(
                    () -> attempt(reader, letter, tries + 1), PAUSES.get(tries).toMillis(), TimeUnit.MILLISECONDS);
            return;
        }
        waiting.decrementAndGet();
        if (outcome.kind() != Outcome.Kind.TAKEN) {
            LOG.warn("A link that confirms an address was not sent: {}", outcome.said());
        }
    }

    @Override
    public void close() {
        sending.shutdownNow();
    }
}
