package dev.clew.desk;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When a reader gets a brief.
 *
 * @param hour of the day in the reader's zone, 0 to 23
 * @param weekdays on which days; at least one
 * @param zone of the reader
 * @param pausedUntil the first day on which there is one again; null when there is no pause
 */
public record Schedule(
        int hour,
        Set<DayOfWeek> weekdays,
        ZoneId zone,
        @Nullable LocalDate pausedUntil) {
    /** The end of a pause that has none. */
    public static final LocalDate FOR_GOOD = LocalDate.of(9999, 12, 31);

    private static final int LAST_HOUR = 23;

    /** At seven on every day in UTC, not paused. */
    public static final Schedule DEFAULT = new Schedule(7, EnumSet.allOf(DayOfWeek.class), ZoneId.of("UTC"), null);

    /**
     * Checks and copies.
     *
     * @throws ClewException (bad-request) when the hour is none of a day or no weekday is given
     */
    public Schedule {
        if (hour < 0 || hour > LAST_HOUR) {
            throw new ClewException(ErrorCode.BAD_REQUEST, "hour is " + hour + ": give 0 to " + LAST_HOUR + ".");
        }
        if (weekdays.isEmpty()) {
            throw new ClewException(ErrorCode.BAD_REQUEST, "No weekday is given: give one at least, or pause instead.");
        }
        weekdays = Set.copyOf(weekdays);
    }

    /**
     * The zone of a name such as {@code Europe/Berlin}.
     *
     * @throws ClewException (bad-request) when there is none of that name
     */
    public static ZoneId zone(String name) {
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw new ClewException(
                    ErrorCode.BAD_REQUEST,
                    "There is no time zone of that name: give one of the IANA database, such as Europe/Berlin.");
        }
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw new ClewException(ErrorCode.BAD_REQUEST, "The time zone is not known here.", unknown);
        }
    }

    /** Whether there is no brief on a day because of a pause. */
    public boolean isPaused(LocalDate day) {
        return pausedUntil != null && day.isBefore(pausedUntil);
    }

    /** The same with a pause until a day; null ends it. */
    public Schedule pausedUntil(@Nullable LocalDate day) {
        return new Schedule(hour, weekdays, zone, day);
    }
}
