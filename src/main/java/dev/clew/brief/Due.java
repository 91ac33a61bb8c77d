package dev.clew.brief;

import dev.clew.desk.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * On which day a reader's brief is due. Knows no history: whoever keeps one brief for a reader and a day needs no more, since
 * the same instant always names the same day, whichever way the clock was set meanwhile.
 */
public final class Due {
    /** After a longer time than this a brief that was missed is left out; the next one is that of its own day. */
    public static final Duration LATE_BY = Duration.ofHours(12);

    private static final int LOOKS_AHEAD_DAYS = 14;

    private Due() {}

    /**
     * When the brief of a day is due. Where the clocks skip its hour, it is due as much later as they skip; where they strike
     * it twice, at the first stroke.
     */
    public static Instant at(Schedule schedule, LocalDate day) {
        return day.atTime(schedule.hour(), 0).atZone(schedule.zone()).toInstant();
    }

    /**
     * The day, in the reader's zone, of the brief that is due by now: today's or, when nothing was running then, yesterday's.
     *
     * @param begun what was due before this instant is not made up for
     */
    public static Optional<LocalDate> day(Schedule schedule, Instant begun, Instant now) {
        LocalDate today = now.atZone(schedule.zone()).toLocalDate();
        return Stream.of(today, today.minusDays(1))
                .filter(day -> schedule.weekdays().contains(day.getDayOfWeek()))
                .filter(day -> !schedule.isPaused(day))
                .filter(day -> isDue(at(schedule, day), begun, now))
                .findFirst();
    }

    /** The next day after now, within a fortnight, on which a brief falls due; empty while there is a pause. */
    public static Optional<LocalDate> next(Schedule schedule, Instant now) {
        LocalDate today = now.atZone(schedule.zone()).toLocalDate();
        return today.datesUntil(today.plusDays(LOOKS_AHEAD_DAYS))
                .filter(day -> schedule.weekdays().contains(day.getDayOfWeek()))
                .filter(day -> !schedule.isPaused(day))
                .filter(day -> at(schedule, day).isAfter(now))
                .findFirst();
    }

    private static boolean isDue(Instant at, Instant begun, Instant now) {
        return !at.isAfter(now) && !at.isBefore(begun) && at.plus(LATE_BY).isAfter(now);
    }
}
