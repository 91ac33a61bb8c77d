package dev.clew.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.desk.Delivery.Letter;
import dev.clew.desk.Delivery.Made;
import dev.clew.desk.Reader.Followed;
import dev.clew.desk.Reader.Linked;
import dev.clew.desk.Reader.Weight;
import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.store.Store;
import dev.clew.store.TestDatabases;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadersTest {
    @TempDir
    Path directory;

    private final MovableClock clock = new MovableClock();
    private Store store;
    private Desk.Reading reading;
    private Readers readers;

    @BeforeEach
    void open() {
        store = Store.open(TestDatabases.in(directory));
        reading = Desk.on(store, clock).reading();
        readers = reading.readers();
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static ErrorCode refusal(Runnable work) {
        return assertThrows(ClewException.class, work::run).code();
    }

    private Linked confirmed(String address) {
        return readers.confirm(readers.ask(address, List.of()).orElseThrow().secret());
    }

    @Test
    void nothingIsSentToAnAddressUntilItsOwnerHasOpenedTheLink() {
        String secret =
                readers.ask(" Ada@Example.ORG ", List.of()).orElseThrow().secret();
        assertEquals(List.of(), readers.reached(0, 10));
        assertEquals(ErrorCode.NOT_FOUND, refusal(() -> readers.byLink(secret)));
        Linked linked = readers.confirm(secret);
        assertEquals("Ada@example.org", linked.reader().address());
        assertEquals(List.of(linked.reader()), readers.reached(0, 10));
        assertEquals(linked.reader(), readers.byLink(linked.secret()));
        assertEquals(ErrorCode.NOT_FOUND, refusal(() -> readers.confirm(secret)));
    }

    @Test
    void anAddressIsAskedOnceAnHourAndItsLinkIsGoodForTwoDays() {
        String secret = readers.ask("ada@example.org", List.of()).orElseThrow().secret();
        assertEquals(Optional.empty(), readers.ask("ada@EXAMPLE.org", List.of()));
        clock.move(Duration.ofDays(2));
        assertEquals(ErrorCode.NOT_FOUND, refusal(() -> readers.confirm(secret)));
        assertTrue(readers.ask("ada@example.org", List.of()).isPresent());
    }

    @Test
    void noAddressCarriesAnotherHeaderOrAnotherReader() {
        for (String hostile : List.of(
                "",
                "ada",
                "ada@localhost",
                "ada@example.org\r\nBcc: eve@example.org",
                "ada@example.org,eve@example.org",
                "Ada <ada@example.org>",
                "\"a b\"@example.org",
                "ada@-example.org",
                "a..b@example.org",
                "ädä@example.org",
                "a".repeat(65) + "@example.org")) {
            assertEquals(ErrorCode.BAD_REQUEST, refusal(() -> readers.ask(hostile, List.of())), hostile);
        }
    }

    @Test
    void followsAreKeptWithTheirWeightsUpToALimit() {
        Reader ada = readers.of("ada");
        assertEquals(ada, readers.of("ada"));
        List<Followed> follows =
                List.of(new Followed("compute", Weight.MORE), new Followed("holder:white-house", Weight.MUTE));
        readers.follow(ada, follows);
        assertEquals(follows, readers.follows(ada));
        List<Followed> many = Collections.nCopies(5_000, new Followed("compute", Weight.PLAIN));
        assertEquals(ErrorCode.BAD_REQUEST, refusal(() -> readers.follow(ada, many)));
        assertEquals(follows, readers.follows(ada));
    }

    @Test
    void aScheduleIsKeptAndAZoneThatDoesNotExistRefused() {
        Reader ada = readers.of("ada");
        Schedule schedule = new Schedule(
                20,
                Set.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                Schedule.zone("Europe/Berlin"),
                LocalDate.parse("2026-12-24"));
        assertEquals(schedule, readers.schedule(ada, schedule).schedule());
        assertEquals(schedule, readers.of("ada").schedule());
        assertEquals(ErrorCode.BAD_REQUEST, refusal(() -> Schedule.zone("Europe/Atlantis")));
        assertEquals(ErrorCode.BAD_REQUEST, refusal(() -> Schedule.zone("+99:00")));
    }

    @Test
    void thereIsOneBriefForAReaderAndADayAndItsClaimsAreRemembered() {
        Reader ada = confirmed("ada@example.org").reader();
        LocalDate day = LocalDate.parse("2026-11-26");
        assertTrue(reading.deliveries().keep(ada, day, new Made(new Letter("<1@x>", "first"), List.of("a", "b"), 1)));
        assertFalse(reading.deliveries().keep(ada, day, new Made(new Letter("<2@x>", "second"), List.of("c"), 1)));
        assertEquals(Set.of("a", "b"), reading.deliveries().had(ada));
        assertEquals(
                "first", reading.deliveries().waiting(10).getFirst().letter().content());
    }

    @Test
    void whoIsDeletedLeavesNothingBehind() {
        Linked linked = confirmed("ada@example.org");
        Reader ada = linked.reader();
        LocalDate day = LocalDate.parse("2026-11-26");
        readers.follow(ada, List.of(new Followed("compute", Weight.PLAIN)));
        reading.deliveries().keep(ada, day, new Made(new Letter("<1@x>", "first"), List.of("a"), 1));
        readers.delete(ada);
        assertEquals(ErrorCode.NOT_FOUND, refusal(() -> readers.byLink(linked.secret())));
        assertEquals(Optional.empty(), readers.find(ada.number()));
        assertEquals(List.of(), reading.deliveries().waiting(10));
        assertEquals(Set.of(), reading.deliveries().had(ada));
        assertEquals(List.of(), readers.follows(ada));
        Reader eve = confirmed("eve@example.org").reader();
        assertEquals(ada.number(), eve.number());
        assertFalse(reading.deliveries().keep(ada, day, new Made(new Letter("<2@x>", "not for eve"), List.of(), 1)));
    }

    @Test
    void whatAFeedShowsIsKeptOnceADayShownForAWeekAndNeverHadAgain() {
        Reader reader = readers.of("ada");
        Deliveries deliveries = reading.deliveries();
        LocalDate monday = LocalDate.of(2026, 11, 23);
        assertTrue(deliveries.show(reader, monday, new Made(new Letter("", "one"), List.of("a"), 7)));
        assertFalse(deliveries.show(reader, monday, new Made(new Letter("", "other"), List.of("b"), 8)));
        assertTrue(deliveries.show(reader, monday.plusDays(2), new Made(new Letter("", "two"), List.of("c"), 9)));
        assertEquals(List.of("two", "one"), deliveries.shown(reader, monday.plusDays(6)));
        assertEquals(List.of("two"), deliveries.shown(reader, monday.plusDays(7)));
        deliveries.show(reader, monday.plusDays(7), new Made(new Letter("", "three"), List.of("d"), 10));
        assertEquals(
                "",
                deliveries.find(reader.number(), monday).orElseThrow().letter().content());
        assertEquals(Set.of("a", "c", "d"), deliveries.had(reader));
        assertEquals(List.of(), deliveries.waiting(10));
        readers.delete(reader);
        assertFalse(deliveries.show(reader, monday.plusDays(9), new Made(new Letter("", "late"), List.of("e"), 11)));
    }
}
