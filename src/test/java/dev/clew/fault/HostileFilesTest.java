package dev.clew.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Broken files and transcripts of every format; the bench has more of them. */
class HostileFilesTest {
    private static final long SEED = 12;

    @TempDir
    Path directory;

    @Test
    void noBrokenFileEndsInAnErrorOrIsKeptInPart() throws IOException {
        Findings found = HostileFiles.run(directory, SEED, 1500);
        assertEquals(List.of(), found.faults(), () -> found.figures().toString());
        assertTrue(found.figure("records refused") > 100, found.figures()::toString);
        assertTrue(found.figure("records written") > 50, found.figures()::toString);
    }

    @Test
    void noTranscriptTakesLongHoweverItRepeatsItself() {
        assertEquals(List.of(), HostileTranscripts.repeated(1 << 16).faults());
    }

    @Test
    void noBrokenTranscriptEndsInAnErrorAndWhatIsFoundInItStandsThere() {
        Findings found = HostileTranscripts.run(SEED, 2000);
        assertEquals(List.of(), found.faults(), () -> found.figures().toString());
        assertTrue(found.figure("claims found in them") > 500, found.figures()::toString);
    }

    @Test
    void noBrokenFeedEndsInAnErrorAndWhatCanBeHadOfItIsHad() {
        Findings found = HostileFeeds.run(SEED, 1200);
        found.addAll(HostileFeeds.repeated(1 << 14));
        assertEquals(List.of(), found.faults(), () -> found.figures().toString());
        assertTrue(found.figure("episodes found in them") > 150, found.figures()::toString);
        assertTrue(found.figure("feeds refused") > 500, found.figures()::toString);
    }
}
