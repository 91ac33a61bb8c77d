package dev.clew.brief;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.clew.desk.Schedule;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DueTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Set<DayOfWeek> EVERY_DAY = Set.of(DayOfWeek.values());

    private static Schedule berlin(int hour) {
        return new Schedule(hour, EVERY_DAY, BERLIN, null);
    }

    private static Optional<LocalDate> due(Schedule schedule, String now) {
        return Due.day(schedule, Instant.EPOCH, Instant.parse(now));
    }

    private static Optional<LocalDate> day(String day) {
        return Optional.of(LocalDate.parse(day));
    }

    @Test
    void itIsDueFromItsHourOnInTheReadersZone() {
        assertEquals(Optional.empty(), due(berlin(20), "2026-11-26T18:59:59Z"));
        assertEquals(day("2026-11-26"), due(berlin(20), "2026-11-26T19:00:00Z"));
    }

    @Test
    void anHourThatTheClocksSkipIsAnHourLaterAndOneStruckTwiceIsTheFirst() {
        assertEquals(Instant.parse("2026-03-29T01:00:00Z"), Due.at(berlin(2), LocalDate.parse("2026-03-29")));
        assertEquals(Instant.parse("2026-10-25T00:00:00Z"), Due.at(berlin(2), LocalDate.parse("2026-10-25")));
        assertEquals(day("2026-10-25"), due(berlin(2), "2026-10-25T00:30:00Z"));
        assertEquals(day("2026-10-25"), due(berlin(2), "2026-10-25T01:30:00Z"));
    }

    @Test
    void whatWasMissedIsMadeUpForWithinTwelveHoursAcrossMidnightToo() {
        assertEquals(day("2026-11-25"), due(berlin(22), "2026-11-26T08:59:00Z"));
        assertEquals(Optional.empty(), due(berlin(22), "2026-11-26T09:00:00Z"));
    }

    @Test
    void aPauseAndADayThatIsNotWantedHaveNone() {
        Schedule paused = berlin(7).pausedUntil(LocalDate.parse("2026-11-27"));
        assertEquals(Optional.empty(), due(paused, "2026-11-26T08:00:00Z"));
        assertEquals(day("2026-11-27"), due(paused, "2026-11-27T08:00:00Z"));
        assertEquals(Optional.empty(), due(berlin(7).pausedUntil(Schedule.FOR_GOOD), "2030-11-27T08:00:00Z"));
        Schedule mondays = new Schedule(7, Set.of(DayOfWeek.MONDAY), BERLIN, null);
        assertEquals(Optional.empty(), due(mondays, "2026-11-26T08:00:00Z"));
    }

    @Test
    void whatWasDueBeforeTheReaderBeganIsNotMadeUpFor() {
        Instant now = Instant.parse("2026-11-26T08:00:00Z");
        assertEquals(Optional.empty(), Due.day(berlin(7), now, now));
    }

    @Property(tries = 300)
    void whicheverWayTheClockJumpsTheDayNamedIsTheLatestThatIsDueAndNotTooLate(
            @ForAll @IntRange(min = 0, max = 23) int hour, @ForAll List<@IntRange(min = -30, max = 30) Integer> jumps) {
        Schedule schedule = berlin(hour);
        Instant now = Instant.parse("2026-10-20T00:00:00Z");
        for (int jump : jumps) {
            now = now.plus(Duration.ofHours(jump));
            Instant seen = now;
            LocalDate tomorrow = now.atZone(BERLIN).toLocalDate().plusDays(1);
            Optional<LocalDate> latest = Stream.iterate(tomorrow, day -> day.minusDays(1))
                    .limit(5)
                    .filter(day -> !Due.at(schedule, day).isAfter(seen))
                    .findFirst()
                    .filter(day -> Due.at(schedule, day).plus(Due.LATE_BY).isAfter(seen));
            assertEquals(latest, Due.day(schedule, Instant.EPOCH, now));
        }
    }
}
