package dev.clew.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole server, killed, lied to by its disk and without space; the bench has more of each. */
class ServerFaultsTest {
    @TempDir
    Path directory;

    private static void requireNone(Findings found) {
        assertEquals(List.of(), found.faults(), () -> found.figures().toString());
    }

    @Test
    void aKilledServerLosesNothingThatItAcknowledgedAndDoesNothingTwice() throws IOException, InterruptedException {
        Findings found = Kills.run(directory, 12, new Kills.Measure(3, 3, 9));
        requireNone(found);
        assertEquals(27, found.figure("images of a kill"));
        assertTrue(found.figure("changes acknowledged") > 0, found.figures()::toString);
    }

    @Test
    void whatFailsToBeWrittenLeavesWhatItWasToldAndHoldsNobodyUp() throws IOException, InterruptedException {
        Findings found = FailedWrites.run(directory, 12, 30, 18);
        requireNone(found);
        assertTrue(found.figure("threads interrupted") > 0, found.figures()::toString);
    }

    @Test
    void noEditOfEightEditorsIsLostOrDoneTwiceAcrossKills() throws IOException, InterruptedException {
        Findings found = Editors.run(directory, 12, 300, 1);
        requireNone(found);
        assertTrue(found.figure("edits sent twice") > 0, found.figures()::toString);
    }

    @Test
    void aBackupMadeWhileWritingRestoresToTheChangesThatItNames() throws IOException, InterruptedException {
        Findings found = BackupsUnderWrites.run(directory, 12, 3);
        requireNone(found);
        assertEquals(4, found.figure("backups restored"), found.figures()::toString);
    }

    @Test
    void aSystemCallThatFailsLosesNothingAndWritesGoOn() throws IOException, InterruptedException {
        Optional<String> missing = IoFaults.missing();
        assumeTrue(missing.isEmpty(), missing::toString);
        Findings found = IoFaults.run(directory, 12, 8);
        requireNone(found);
        assertTrue(found.figure("calls made to fail") > 0, found.figures()::toString);
    }

    @Test
    void briefsWhoseSendingIsKilledComeOnceOrTwiceTheSame() throws Exception {
        Findings found = BriefKills.run(directory, 12, 40, 3);
        requireNone(found);
        assertTrue(found.figure("runs killed") > 0, found.figures()::toString);
    }

    @Test
    void aLedgerThatIsTornOrFlippedIsReportedOrReadAsItWasWritten() throws IOException {
        requireNone(TornLedger.run(directory, 12, 40));
    }

    @Test
    void aFullDiskIsSaidReadsGoOnAndWritesGoOnOnceThereIsSpace() throws IOException, InterruptedException {
        Optional<String> missing = FullDisk.missing();
        assumeTrue(missing.isEmpty(), missing::toString);
        requireNone(FullDisk.run(directory, 12, 1));
    }
}
