package dev.clew.brief;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.brief.DailyRun.Outcome;
import dev.clew.desk.Delivery.Letter;
import dev.clew.desk.Delivery.Made;
import dev.clew.desk.Delivery.Reason;
import dev.clew.desk.Delivery.State;
import dev.clew.desk.Desk;
import dev.clew.desk.MovableClock;
import dev.clew.desk.Reader;
import dev.clew.desk.Schedule;
import dev.clew.store.Store;
import dev.clew.store.TestDatabases;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DailyRunTest {
    private static final Set<DayOfWeek> WORKDAYS =
            Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);

    @TempDir
    Path directory;

    private Store store;
    private Desk.Reading reading;
    private final List<String> sent = new ArrayList<>();
    private Outcome.Kind server = Outcome.Kind.TAKEN;

    private final MovableClock clock = new MovableClock(Instant.parse("2026-01-01T22:00:00Z"));

    @BeforeEach
    void open() {
        store = Store.open(TestDatabases.in(directory));
        reading = Desk.on(store, clock).reading();
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Reader reader(String address) {
        return reading.readers()
                .confirm(reading.readers().ask(address, List.of()).orElseThrow().secret())
                .reader();
    }

    private static Made letter(Reader reader, LocalDate day) {
        String id = "<" + reader.number() + "." + day + "@test>";
        return new Made(new Letter(id, "Message-ID: " + id + " made"), List.of("claim-" + day), 1);
    }

    private DailyRun run() {
        return new DailyRun(reading, DailyRunTest::letter, this::take, clock);
    }

    private Outcome take(String address, Letter letter) {
        sent.add(address + " " + letter.content());
        return new Outcome(server, "said");
    }

    private void move(Duration by) {
        clock.move(by);
    }

    @Test
    void aYearOfFiftyReadersInTwoZonesHasExactlyTheBriefsThatAreDue() {
        long expected = 0;
        for (int i = 0; i < 50; i++) {
            ZoneId zone = ZoneId.of(i % 2 == 0 ? "Europe/Berlin" : "America/New_York");
            Set<DayOfWeek> weekdays = i % 5 == 0 ? WORKDAYS : Set.of(DayOfWeek.SUNDAY, DayOfWeek.of(1 + i % 6));
            reading.readers()
                    .schedule(reader("reader" + i + "@example.org"), new Schedule(i % 15, weekdays, zone, null));
            expected += LocalDate.parse("2026-01-02")
                    .datesUntil(LocalDate.parse("2027-01-01"))
                    .filter(day -> weekdays.contains(day.getDayOfWeek()))
                    .count();
        }
        Map<String, Integer> made = new ConcurrentHashMap<>();
        DailyRun run = new DailyRun(
                reading,
                (reader, day) -> {
                    made.merge(reader.number() + " " + day, 1, Integer::sum);
                    return Made.nothing(1);
                },
                this::take,
                clock);
        while (clock.instant().isBefore(Instant.parse("2026-12-31T22:00:00Z"))) {
            move(Duration.ofHours(6));
            run.run(() -> false);
        }
        assertEquals(expected, made.size());
        assertTrue(made.values().stream().allMatch(times -> times == 1));
        assertEquals(List.of(), sent);
    }

    @Test
    void whatWasKeptBeforeACrashIsSentTheSameAfterIt() {
        Reader ada = reader("ada@example.org");
        move(Duration.ofHours(10));
        LocalDate day = LocalDate.parse("2026-01-02");
        Made kept = new Made(new Letter("<one@test>", "made before the crash"), List.of("a"), 1);
        assertTrue(reading.deliveries().keep(ada, day, kept));
        run().run(() -> false);
        run().run(() -> false);
        assertEquals(List.of("ada@example.org made before the crash"), sent);
        assertEquals(Map.of(State.SENT, 1L), reading.deliveries().counts(day));
        assertEquals(Set.of("a"), reading.deliveries().had(ada));
        assertEquals(
                "",
                reading.deliveries()
                        .find(ada.number(), day)
                        .orElseThrow()
                        .letter()
                        .content());
    }

    @Test
    void whatIsPutOffIsTriedSoManyTimesAndTheSameEachTime() {
        reader("ada@example.org");
        server = Outcome.Kind.LATER;
        move(Duration.ofHours(10));
        DailyRun run = run();
        Stream.iterate(0, i -> i < 30, i -> i + 1).forEach(any -> {
            run.run(() -> false);
            move(Duration.ofMinutes(20));
        });
        assertEquals(6, sent.size());
        assertEquals(1, Set.copyOf(sent).size());
        assertEquals(Map.of(State.FAILED, 1L), reading.deliveries().counts(LocalDate.parse("2026-01-02")));
    }

    @Test
    void aServerThatIsAwayCostsNoTriesAndOneThatRefusesEndsIt() {
        Reader ada = reader("ada@example.org");
        reader("bob@example.org");
        server = Outcome.Kind.UNREACHABLE;
        move(Duration.ofHours(10));
        run().run(() -> false);
        run().run(() -> false);
        assertEquals(2, sent.size(), "one try each time, not one for each reader");
        server = Outcome.Kind.REFUSED;
        run().run(() -> false);
        assertEquals(List.of(), reading.readers().reached(0, 10));
        assertEquals("said", reading.readers().find(ada.number()).orElseThrow().bounce());
    }

    @Test
    void aReaderWhoseBriefOrLetterFailsUnforeseenHoldsUpNobodyAndIsTriedAgain() {
        List<Reader> readers = Stream.of("ada", "bob", "cyd")
                .map(name -> reader(name + "@example.org"))
                .toList();
        Set<Long> broken = ConcurrentHashMap.newKeySet();
        broken.add(readers.getFirst().number());
        DailyRun run = new DailyRun(
                reading,
                (reader, day) -> {
                    if (broken.contains(reader.number())) {
                        throw new IllegalStateException("an index out of step");
                    }
                    return letter(reader, day);
                },
                (address, letter) -> {
                    if (address.startsWith("bob") && !broken.isEmpty()) {
                        throw new IllegalArgumentException("no such charset");
                    }
                    return take(address, letter);
                },
                clock);
        move(Duration.ofHours(10));
        assertEquals(
                "2 made, 1 sent, 1 put off or given up. 1 could not be made and will be tried again: unexpected, see"
                        + " the server's log (IllegalStateException).",
                run.run(() -> false).toString());
        assertEquals(1, sent.size());
        LocalDate day = LocalDate.parse("2026-01-02");
        assertEquals(1, reading.deliveries().reasons(day, 10).getFirst().count());
        broken.clear();
        move(Duration.ofMinutes(1));
        assertEquals(
                "1 made, 2 sent, 0 put off or given up.", run.run(() -> false).toString());
        assertEquals(Map.of(State.SENT, 3L), reading.deliveries().counts(day));
    }

    @Test
    void aServerThatIsWaitedForInVainHoldsUpARunThreeTimesAndThoseBehindComeFirstTheNextTime() {
        List<String> addresses = Stream.iterate(0, i -> i < 8, i -> i + 1)
                .map(i -> "reader" + i + "@example.org")
                .toList();
        addresses.forEach(this::reader);
        server = Outcome.Kind.HUNG;
        move(Duration.ofHours(10));
        assertEquals(
                "8 made, 0 sent, 3 put off or given up. The mail server was waited for in vain: said",
                run().run(() -> false).toString());
        Set<String> tried = Set.copyOf(sent);
        assertEquals(3, tried.size());
        server = Outcome.Kind.TAKEN;
        move(Duration.ofMinutes(1));
        run().run(() -> false);
        assertEquals(11, sent.size());
        assertTrue(sent.subList(3, 8).stream().noneMatch(tried::contains), "those that were not tried go first");
        assertEquals(Map.of(State.SENT, 8L), reading.deliveries().counts(LocalDate.parse("2026-01-02")));
    }

    @Test
    void whatAServerSaysOfALetterIsCountedWithoutAnybodysAddress() {
        reader("ada@example.org");
        reader("bob@example.org");
        move(Duration.ofHours(10));
        new DailyRun(
                        reading,
                        DailyRunTest::letter,
                        (address, letter) -> new Outcome(Outcome.Kind.LATER, "451 <" + address + ">: greylisted"),
                        clock)
                .run(() -> false);
        assertEquals(
                List.of(new Reason("451 … greylisted", 2)),
                reading.deliveries().reasons(LocalDate.parse("2026-01-02"), 10));
    }
}
