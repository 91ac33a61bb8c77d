package dev.clew.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Broken requests for every route; the bench has more of them. */
class HostileRequestsTest {
    @TempDir
    Path directory;

    @Test
    void noBrokenRequestEndsInAFaultOrIsDoneInPart() throws IOException {
        Findings found = HostileRequests.run(directory, 12, 3000);
        assertEquals(List.of(), found.faults(), () -> found.figures().toString());
        assertTrue(
                found.figure("answered 2xx") > 300 && found.figure("changes written") > 10, found.figures()::toString);
    }
}
