package dev.clew.projection;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class QuietTest {
    private final Quiet quiet = new Quiet();

    private boolean isWorthWaitingFor(long head, Duration at) {
        quiet.see(head, at.toNanos());
        return quiet.isWorthWaitingFor(at.toNanos());
    }

    @Test
    void aLedgerThatWasJustOpenedIsStillHoweverMuchItHolds() {
        assertFalse(isWorthWaitingFor(100_000, Duration.ZERO));
        assertFalse(isWorthWaitingFor(100_000, Duration.ofMillis(10)));
    }

    @Test
    void aLedgerGrowsUntilASecondAfterItsOnlyChange() {
        isWorthWaitingFor(7, Duration.ZERO);
        assertTrue(isWorthWaitingFor(8, Duration.ofMillis(100)));
        assertTrue(isWorthWaitingFor(8, Duration.ofMillis(1000)));
        assertFalse(isWorthWaitingFor(8, Duration.ofMillis(1200)));
    }

    @Test
    void aSlowImportIsWaitedForThreeTimesAsLongAsItsChangesTake() {
        isWorthWaitingFor(0, Duration.ZERO);
        isWorthWaitingFor(1, Duration.ofSeconds(1));
        assertTrue(isWorthWaitingFor(2, Duration.ofSeconds(3)));
        assertTrue(isWorthWaitingFor(2, Duration.ofSeconds(8)));
        assertFalse(isWorthWaitingFor(2, Duration.ofSeconds(10)));
    }

    @Test
    void onePauseAmongManyQuickChangesIsForgotten() {
        isWorthWaitingFor(0, Duration.ZERO);
        isWorthWaitingFor(1, Duration.ofMillis(400));
        assertTrue(isWorthWaitingFor(2, Duration.ofMillis(2900)), "a pause of two and a half seconds");
        for (int change = 3; change < 23; change++) {
            isWorthWaitingFor(change, Duration.ofMillis(2900 + 400L * (change - 2)));
        }
        assertTrue(isWorthWaitingFor(22, Duration.ofMillis(2900 + 8000 + 1100)));
        assertFalse(isWorthWaitingFor(22, Duration.ofMillis(2900 + 8000 + 1300)));
    }

    @Test
    void nobodyWaitsLongerThanTenSecondsAfterTheLastChange() {
        isWorthWaitingFor(0, Duration.ZERO);
        isWorthWaitingFor(1, Duration.ofSeconds(1));
        isWorthWaitingFor(2, Duration.ofSeconds(9));
        assertFalse(isWorthWaitingFor(2, Duration.ofSeconds(20)));
        assertTrue(isWorthWaitingFor(3, Duration.ofSeconds(40)), "a new change after a pause");
        assertFalse(isWorthWaitingFor(3, Duration.ofSeconds(42)), "the pause before it is not counted");
    }

    @Test
    void aLedgerThatNeverRestsIsNotWaitedForLongerThanHalfAnHour() {
        for (int second = 0; second < 1800; second++) {
            assertTrue(second == 0 || isWorthWaitingFor(second, Duration.ofSeconds(second)));
            quiet.see(second, Duration.ofSeconds(second).toNanos());
        }
        assertFalse(isWorthWaitingFor(1802, Duration.ofSeconds(1802)));
        assertFalse(isWorthWaitingFor(9000, Duration.ofSeconds(1803)));
    }
}
