package dev.clew.brief;

import dev.clew.desk.Delivery;
import dev.clew.desk.Delivery.Letter;
import dev.clew.desk.Desk;
import dev.clew.desk.Reader;
import dev.clew.model.ClewException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the briefs that are due and sends those that wait. A brief is made once and kept before it is sent; what was kept is
 * sent byte by byte the same, however often that takes. For one thread.
 */
public final class DailyRun {
    private static final Logger LOG = LoggerFactory.getLogger(DailyRun.class);
    private static final int AT_ONCE = 200;
    private static final int MOST_DAYS_LATE = 2;
    /** How long after each try comes the next; after the last it is given up. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(20),
            Duration.ofHours(1),
            Duration.ofHours(4));

    private final Desk.Reading reading;
    private final Composer composer;
    private final Post post;
    private final Clock clock;
    private final Map<Long, LocalDate> settled = new HashMap<>();

    /** Writes the brief of a reader. */
    public interface Composer {
        /** What to send for a day; without a letter when there is nothing new for this reader. */
        Delivery.Made compose(Reader reader, LocalDate day);
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
     * Makes what is due and sends what waits; a reader whose brief cannot be made holds up nobody else's.
     *
     * @param stopping when it turns true the run ends after the brief that it is at
     */
    public Did run(BooleanSupplier stopping) {
        Did did = new Did();
        long reached = 0;
        for (List<Reader> some = next(reached); !some.isEmpty(); some = next(reached)) {
            for (Reader each : some) {
                if (stopping.getAsBoolean()) {
                    return did;
                }
                make(each, did);
            }
            reached = some.getLast().number();
        }
        send(stopping, did);
        return did;
    }

    /** What a run did. */
    public static final class Did {
        private int made;
        private int sent;
        private int failed;
        private String unreachable = "";

        /** In words for an admin, without any reader. */
        @Override
        public String toString() {
            String told = made + " made, " + sent + " sent, " + failed + " put off or given up.";
            return unreachable.isEmpty() ? told : told + " The mail server cannot be reached: " + unreachable;
        }
    }

    private List<Reader> next(long reached) {
        return reading.readers().reached(reached, AT_ONCE);
    }

    private void make(Reader reader, Did did) {
        Optional<LocalDate> due = Due.day(reader.schedule(), reader.begun(), clock.instant());
        if (due.isEmpty() || due.get().equals(settled.get(reader.number()))) {
            return;
        }
        LocalDate day = due.get();
        try {
            if (reading.deliveries().find(reader.number(), day).isEmpty()) {
                did.made += reading.deliveries().keep(reader, day, composer.compose(reader, day)) ? 1 : 0;
            }
            settled.put(reader.number(), day);
        } catch (ClewException failed) {
            LOG.warn("The brief of a reader could not be made; it is tried again: {}", failed.getMessage());
        }
    }

    private void send(BooleanSupplier stopping, Did did) {
        for (List<Delivery> some = waiting(); !some.isEmpty(); some = waiting()) {
            for (Delivery each : some) {
                if (stopping.getAsBoolean() || !isSent(each, did)) {
                    return;
                }
            }
        }
    }

    private List<Delivery> waiting() {
        return reading.deliveries().waiting(AT_ONCE);
    }

    /** False when there is nobody to send by. */
    private boolean isSent(Delivery delivery, Did did) {
        Reader reader = reading.readers()
                .find(delivery.reader())
                .filter(Reader::isReached)
                .orElse(null);
        String address = reader == null ? null : reader.address();
        LocalDate oldest = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(MOST_DAYS_LATE);
        if (reader == null || address == null || delivery.day().isBefore(oldest)) {
            reading.deliveries().failed(delivery, "no longer to be sent");
            did.failed++;
            return true;
        }
        Outcome outcome = post.send(address, delivery.letter());
        note(delivery, reader, outcome, did);
        return outcome.kind() != Outcome.Kind.UNREACHABLE;
    }

    private void note(Delivery delivery, Reader reader, Outcome outcome, Did did) {
        switch (outcome.kind()) {
            case TAKEN -> {
                reading.deliveries().sent(delivery);
                did.sent++;
            }
            case LATER -> {
                later(delivery, outcome.said());
                did.failed++;
            }
            case REFUSED -> {
                reading.deliveries().failed(delivery, outcome.said());
                reading.readers().bounced(reader, outcome.said());
                did.failed++;
            }
            case UNREACHABLE -> {
                LOG.warn("Briefs wait, for the mail server cannot be reached: {}", outcome.said());
                did.unreachable = outcome.said();
            }
        }
    }

    private void later(Delivery delivery, String said) {
        if (delivery.tries() < PAUSES.size()) {
            reading.deliveries().later(delivery, PAUSES.get(delivery.tries()), said);
        } else {
            reading.deliveries().failed(delivery, said);
        }
    }
}
