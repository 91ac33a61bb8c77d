package dev.clew.brief;

import dev.clew.brief.DailyRun.Did;
import dev.clew.brief.DailyRun.Outcome;
import dev.clew.brief.DailyRun.Post;
import dev.clew.desk.Delivery;
import dev.clew.desk.Desk;
import dev.clew.desk.Reader;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands over what waits to be sent, in one run, one letter after the other: so at most one of them is between the server's word
 * and ours when the process dies. For one thread.
 */
final class Sending {
    private static final Logger LOG = LoggerFactory.getLogger(Sending.class);
    private static final int AT_ONCE = 200;
    private static final int MOST_DAYS_LATE = 2;
    /** So often a run waits in vain for the server, which is a minute with the patience that is usual. */
    private static final int MOST_HUNG = 3;
    /** How long after each try comes the next; after the last it is given up. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(20),
            Duration.ofHours(1),
            Duration.ofHours(4));

    private final Desk.Reading reading;
    private final Post post;
    private final Clock clock;
    private final Did did;
    private int hung;
    private boolean hasLeftOff;

    Sending(Desk.Reading reading, Post post, Clock clock, Did did) {
        this.reading = reading;
        this.post = post;
        this.clock = clock;
        this.did = did;
    }

    /** Sends until nothing waits; nothing any more once it has left off. */
    void send(BooleanSupplier stopping) {
        for (List<Delivery> some = waiting(); !some.isEmpty(); some = waiting()) {
            for (Delivery each : some) {
                if (hasLeftOff || stopping.getAsBoolean()) {
                    return;
                }
                send(each);
            }
        }
    }

    private List<Delivery> waiting() {
        return hasLeftOff ? List.of() : reading.deliveries().waiting(AT_ONCE);
    }

    private void send(Delivery delivery) {
        Reader reader = reading.readers()
                .find(delivery.reader())
                .filter(Reader::isReached)
                .orElse(null);
        String address = reader == null ? null : reader.address();
        LocalDate oldest = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(MOST_DAYS_LATE);
        if (reader == null || address == null || delivery.day().isBefore(oldest)) {
            reading.deliveries().failed(delivery, "no longer to be sent");
            did.failed.incrementAndGet();
            return;
        }
        note(delivery, reader, handedOver(address, delivery));
    }

    private Outcome handedOver(String address, Delivery delivery) {
        try {
            return post.send(address, delivery.letter());
        } catch (RuntimeException unexpected) {
            // Whatever it is, it is of this letter; thrown further it would hold up those behind it.
            LOG.error("A letter could not be handed over; it is tried again", unexpected);
            return new Outcome(
                    Outcome.Kind.LATER,
                    "unexpected, see the server's log (" + unexpected.getClass().getSimpleName() + ")");
        }
    }

    private void note(Delivery delivery, Reader reader, Outcome outcome) {
        switch (outcome.kind()) {
            case TAKEN -> {
                reading.deliveries().sent(delivery);
                did.sent.incrementAndGet();
            }
            case LATER -> later(delivery, outcome.said());
            case HUNG -> {
                later(delivery, outcome.said());
                hung++;
                if (hung == MOST_HUNG) {
                    leaveOff("The mail server was waited for in vain: " + outcome.said());
                }
            }
            case REFUSED -> {
                reading.deliveries().failed(delivery, outcome.said());
                reading.readers().bounced(reader, outcome.said());
                did.failed.incrementAndGet();
            }
            case UNREACHABLE -> leaveOff("The mail server cannot be reached: " + outcome.said());
        }
    }

    /** Costs those that still wait no try. */
    private void leaveOff(String reason) {
        LOG.warn("Briefs wait until the next run. {}", reason);
        hasLeftOff = true;
        did.leftOff(reason);
    }

    private void later(Delivery delivery, String said) {
        if (delivery.tries() < PAUSES.size()) {
            reading.deliveries().later(delivery, PAUSES.get(delivery.tries()), said);
        } else {
            reading.deliveries().failed(delivery, said);
        }
        did.failed.incrementAndGet();
    }
}
