package dev.clew.brief;

import dev.clew.desk.Delivery;
import dev.clew.desk.Delivery.Letter;
import dev.clew.desk.Desk;
import dev.clew.desk.Reader;
import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the briefs that are due, several at once, and sends those that wait meanwhile, one after the other. A brief is made once
 * and kept before it is sent; what was kept is sent byte by byte the same, however often that takes. For one thread.
 */
public final class DailyRun {
    private static final Logger LOG = LoggerFactory.getLogger(DailyRun.class);
    private static final int AT_ONCE = 200;
    /** Makers; more would take the processors from those who read at this moment. */
    private static final int MAKERS = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);

    private final Desk.Reading reading;
    private final Composer composer;
    private final Post post;
    private final Clock clock;
    private final Map<Long, LocalDate> settled = new ConcurrentHashMap<>();

    /** Writes the brief of a reader. For any number of threads. */
    public interface Composer {
        /** What to send for a day; without a letter when there is nothing new for this reader. */
        Delivery.Made compose(Reader reader, LocalDate day);

        /** The same for the readers of one run, who all get theirs of the library as it is when the run begins. */
        default Composer forOneRun() {
            return this;
        }
    }

    /** Carries messages. */
    public interface Post {
        /** Hands a message over; comes back within a bounded time. */
        Outcome send(String address, Letter letter);
    }

    /**
     * What came of sending.
     *
     * @param kind what to do now
     * @param said what the server said, in one line
     */
    public record Outcome(Kind kind, String said) {
        /** What to do now. */
        public enum Kind {
            /** Nothing: the server has taken it. */
            TAKEN,
            /** Try this one again later. */
            LATER,
            /** The same, and the server was waited for in vain, which must not happen for each reader. */
            HUNG,
            /** Send nothing to this address any more. */
            REFUSED,
            /** Leave off: there is no server to talk to. */
            UNREACHABLE
        }
    }

    /** A run over these readers. */
    public DailyRun(Desk.Reading reading, Composer composer, Post post, Clock clock) {
        this.reading = reading;
        this.composer = composer;
        this.post = post;
        this.clock = clock;
    }

    /**
     * Makes what is due and sends what waits; a reader whose brief cannot be made, or handed over, holds up nobody else's.
     *
     * @param stopping when it turns true the run ends after the briefs that it is at
     */
    public Did run(BooleanSupplier stopping) {
        Did did = new Did();
        Composer composing = composer.forOneRun();
        Sending sending = new Sending(reading, post, clock, did);
        try (ExecutorService makers = Executors.newFixedThreadPool(MAKERS, named("clew-briefs-"));
                ExecutorService sender = Executors.newSingleThreadExecutor(named("clew-letters-"))) {
            List<Future<?>> sent = new ArrayList<>(List.of(sender.submit(() -> sending.send(stopping))));
            long reached = 0;
            for (List<Reader> some = next(reached); !some.isEmpty(); some = next(reached)) {
                some.stream()
                        .map(reader -> makers.submit(() -> {
                            if (!stopping.getAsBoolean()) {
                                make(reader, composing, did);
                            }
                        }))
                        .toList()
                        .forEach(DailyRun::await);
                sent.add(sender.submit(() -> sending.send(stopping)));
                reached = some.getLast().number();
            }
            sent.forEach(DailyRun::await);
        }
        return did;
    }

    private static ThreadFactory named(String prefix) {
        return Thread.ofPlatform().name(prefix, 1).daemon().factory();
    }

    private static void await(Future<?> work) {
        try {
            work.get();
        } catch (ExecutionException failed) {
            throw new ClewException(ErrorCode.INTERNAL, "Briefs could not be seen to.", failed);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** What a run did. Safe for any number of threads. */
    public static final class Did {
        final AtomicInteger made = new AtomicInteger();
        final AtomicInteger sent = new AtomicInteger();
        final AtomicInteger failed = new AtomicInteger();
        private final Queue<String> unmade = new ConcurrentLinkedQueue<>();
        private volatile String leftOff = "";

        void unmade(String reason) {
            unmade.add(reason);
        }

        void leftOff(String reason) {
            leftOff = " " + reason;
        }

        /** In words for an admin, without any reader. */
        @Override
        public String toString() {
            String told = made + " made, " + sent + " sent, " + failed + " put off or given up." + leftOff;
            return unmade.isEmpty()
                    ? told
                    : told + " " + unmade.size() + " could not be made and will be tried again: " + unmade.peek();
        }
    }

    private List<Reader> next(long reached) {
        return reading.readers().reached(reached, AT_ONCE);
    }

    private void make(Reader reader, Composer composing, Did did) {
        Optional<LocalDate> due = Due.day(reader.schedule(), reader.begun(), clock.instant());
        if (due.isEmpty() || due.get().equals(settled.get(reader.number()))) {
            return;
        }
        LocalDate day = due.get();
        try {
            if (reading.deliveries().find(reader.number(), day).isEmpty()
                    && reading.deliveries().keep(reader, day, composing.compose(reader, day))) {
                did.made.incrementAndGet();
            }
            settled.put(reader.number(), day);
        } catch (ClewException failed) {
            LOG.warn("The brief of a reader could not be made; it is tried again: {}", failed.getMessage());
            did.unmade(String.valueOf(failed.getMessage()));
        } catch (RuntimeException unexpected) {
            // Whatever it is, it is of this reader; thrown further it would end everybody's run.
            LOG.error("The brief of a reader could not be made; it is tried again", unexpected);
            did.unmade(
                    "unexpected, see the server's log (" + unexpected.getClass().getSimpleName() + ").");
        }
    }
}
