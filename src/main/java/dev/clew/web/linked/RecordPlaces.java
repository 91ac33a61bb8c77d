package dev.clew.web.linked;

import dev.clew.ledger.Ledger;
import dev.clew.ledger.Position;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The places of all published records, read when somebody asks, ten minutes after the last time at the earliest: those who ask
 * come by once a day. Holds about 60 bytes a record. Safe for any number of threads.
 */
final class RecordPlaces {
    /** Most places of a part; the protocol allows 50 000. */
    static final int PART = 20_000;
    /** Most parts; records beyond are left out. */
    static final int PARTS = 50;

    private static final Duration LEAST_AGE = Duration.ofMinutes(10);

    private record Read(List<String> paths, Position position, long atNanos) {}

    private final Ledger ledger;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile @Nullable Read last;

    RecordPlaces(Ledger ledger) {
        this.ledger = ledger;
    }

    /** How many parts there are. */
    int parts() {
        return Math.min(PARTS, (paths().size() + PART - 1) / PART);
    }

    /** The places of one part, counted from 1, such as {@code entity/compute}. */
    Stream<String> part(int n) {
        return paths().stream().skip((n - 1L) * PART).limit(PART);
    }

    private List<String> paths() {
        Read known = last;
        if (known != null && (known.position().equals(ledger.head()) || isYoung(known))) {
            return known.paths();
        }
        reading.lock();
        try {
            Read meanwhile = last;
            if (meanwhile != null && meanwhile != known) {
                return meanwhile.paths();
            }
            List<String> paths = new ArrayList<>();
            Position[] shown = {Position.NONE};
            ledger.snapshot(snapshot -> {
                shown[0] = snapshot.position();
                snapshot.records()
                        .filter(record -> record.content() != null)
                        .limit((long) PART * PARTS)
                        .forEach(record -> paths.add(record.name().path()));
            });
            last = new Read(List.copyOf(paths), shown[0], System.nanoTime());
            return paths;
        } finally {
            reading.unlock();
        }
    }

    private static boolean isYoung(Read known) {
        return System.nanoTime() - known.atNanos() < LEAST_AGE.toNanos();
    }
}
