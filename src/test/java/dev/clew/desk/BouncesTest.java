package dev.clew.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.desk.Bounces.Position;
import dev.clew.desk.Delivery.Letter;
import dev.clew.desk.Delivery.Made;
import dev.clew.desk.Delivery.Reason;
import dev.clew.desk.Delivery.State;
import dev.clew.store.Store;
import dev.clew.store.TestDatabases;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BouncesTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-25");
    private static final String NAME = "<1.2026-11-25.c0ffee@clew.example>";
    private static final String SAID = "5.1.1, smtp; 550 no such user <ada@example.org>";

    @TempDir
    Path directory;

    private final MovableClock clock = new MovableClock();
    private Store store;
    private Desk.Reading reading;

    @BeforeEach
    void open() {
        store = Store.open(TestDatabases.in(directory));
        reading = Desk.on(store, clock).reading();
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Reader confirmed(String address) {
        return reading.readers()
                .confirm(reading.readers().ask(address, List.of()).orElseThrow().secret())
                .reader();
    }

    private Reader sent(String address) {
        Reader reader = confirmed(address);
        reading.deliveries().keep(reader, DAY, new Made(new Letter(NAME, "the letter"), List.of(), 7));
        reading.deliveries()
                .sent(reading.deliveries().find(reader.number(), DAY).orElseThrow());
        return reader;
    }

    private boolean cameBack(String name, String... addresses) {
        return reading.bounces().cameBack(name, List.of(addresses), SAID);
    }

    @Test
    void aLetterThatCameBackStopsItsAddressAndStandsInTheLogWithoutIt() {
        Reader ada = sent("Ada@example.org");
        assertTrue(cameBack(NAME, "other@example.org", "ada@EXAMPLE.org"));
        assertEquals(SAID, reading.readers().find(ada.number()).orElseThrow().bounce());
        assertEquals(List.of(), reading.readers().reached(0, 10));
        assertEquals(Map.of(State.FAILED, 1L), reading.deliveries().counts(DAY));
        assertEquals(
                List.of(new Reason("came back: 5.1.1, smtp; 550 no such user …", 1)),
                reading.deliveries().reasons(DAY, 10));
        assertFalse(cameBack(NAME, "ada@example.org"), "it is stopped already");
    }

    @Test
    void whoDoesNotKnowTheNameOfALetterSilencesNobody() {
        sent("ada@example.org");
        reading.deliveries().keep(confirmed("bob@example.org"), DAY, Made.nothing(7));
        assertFalse(cameBack("<1.2026-11-25.guessed@clew.example>", "ada@example.org"));
        assertFalse(cameBack("", "ada@example.org", "bob@example.org"));
        assertFalse(cameBack(NAME, "bob@example.org"), "it went to another address");
        assertFalse(cameBack(NAME), "it names nobody");
        assertEquals(2, reading.readers().reached(0, 10).size());
        assertEquals(
                List.of(true, false, false),
                List.of(
                        reading.bounces().isOurs(NAME),
                        reading.bounces().isOurs("<1.2026-11-25.guessed@clew.example>"),
                        reading.bounces().isOurs("")));
    }

    @Test
    void whatCameBackBeforeANewYesStopsNothing() {
        Reader ada = sent("ada@example.org");
        assertTrue(cameBack(NAME, "ada@example.org"));
        clock.move(Duration.ofHours(2));
        confirmed("ada@example.org");
        assertFalse(cameBack(NAME, "ada@example.org"));
        LocalDate next = DAY.plusDays(1);
        reading.deliveries().keep(ada, next, new Made(new Letter("<next@clew.example>", "the next"), List.of(), 8));
        assertTrue(cameBack("<next@clew.example>", "ada@example.org"), "told before it was noted that it went out");
    }

    @Test
    void whatCameBackFromAnEarlierAddressDoesNotStopTheNewOne() {
        Reader ada = sent("ada@example.org");
        clock.move(Duration.ofHours(2));
        reading.readers()
                .confirm(reading.readers()
                        .askFor(ada, "new@example.org")
                        .orElseThrow()
                        .secret());
        assertFalse(cameBack(NAME, "ada@example.org"));
        assertFalse(cameBack(NAME, "new@example.org"));
        assertEquals(1, reading.readers().reached(0, 10).size());
    }

    @Test
    void howFarAMailboxWasReadIsKeptForEachMailbox() {
        assertEquals(Position.START, reading.bounces().position("imap://clew@localhost:143/INBOX"));
        reading.bounces().reached("imap://clew@localhost:143/INBOX", new Position(3, 4));
        reading.bounces().reached("imap://clew@localhost:143/Other", new Position(5, 6));
        reading.bounces().reached("imap://clew@localhost:143/INBOX", new Position(3, 9));
        assertEquals(new Position(3, 9), reading.bounces().position("imap://clew@localhost:143/INBOX"));
        assertEquals(new Position(5, 6), reading.bounces().position("imap://clew@localhost:143/Other"));
    }
}
