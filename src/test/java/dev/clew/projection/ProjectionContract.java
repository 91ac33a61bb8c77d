package dev.clew.projection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.ledger.Change;
import dev.clew.ledger.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every projection keeps to (design invariants 4 and 9), held by running it on random libraries. A room subclasses
 * it with how its projection is opened; nothing else is needed.
 */
public abstract class ProjectionContract {
    /** An empty directory for the test. */
    @TempDir
    protected Path directory;

    /** Opens the projection kept in this directory, which may be absent, damaged, or left by a crash. */
    protected abstract Projection open(Path home);

    /** Makes what a closed projection left in this directory look as if another version of Clew had written it. */
    protected abstract void pretendAnotherFormat(Path home) throws IOException;

    @Test
    public void anythingNewHasSeenNothing() {
        try (Projection projection = open(home("new"))) {
            assertEquals(Position.NONE, projection.position());
        }
    }

    @Test
    public void applyingChangesInAnyBatchesEqualsRebuilding() {
        for (long seed = 1; seed <= 4; seed++) {
            RandomLibrary library = new RandomLibrary(seed, 10);
            try (Projection applied = open(home("applied" + seed));
                    Projection rebuilt = open(home("rebuilt" + seed))) {
                Random batches = new Random(seed);
                for (int round = 0; round < 6; round++) {
                    applied.apply(library.changes(1 + batches.nextInt(8)));
                    rebuilt.rebuild(library.published(), library.head());
                    assertEquals(rebuilt.fingerprint(), applied.fingerprint(), "seed " + seed + " round " + round);
                    assertEquals(library.head(), applied.position());
                    assertEquals(library.head(), rebuilt.position());
                }
            }
        }
    }

    @Test
    public void applyingOneByOneEqualsApplyingAtOnce() {
        List<Change> changes = new RandomLibrary(5, 8).changes(25);
        try (Projection single = open(home("single"));
                Projection whole = open(home("whole"))) {
            changes.forEach(change -> single.apply(List.of(change)));
            whole.apply(changes);
            assertEquals(whole.fingerprint(), single.fingerprint());
        }
    }

    @Test
    public void changesFollowARebuild() {
        RandomLibrary library = new RandomLibrary(6, 10);
        try (Projection followed = open(home("followed"));
                Projection whole = open(home("whole"))) {
            List<Change> all = new ArrayList<>(library.changes(20));
            followed.rebuild(library.published(), library.head());
            List<Change> more = library.changes(10);
            followed.apply(more);
            all.addAll(more);
            whole.apply(all);
            assertEquals(whole.fingerprint(), followed.fingerprint());
            assertEquals(library.head(), followed.position());
        }
    }

    @Test
    public void aRebuildLeavesNothingOfAnotherLibrary() {
        RandomLibrary other = new RandomLibrary(7, 10);
        RandomLibrary library = new RandomLibrary(8, 10);
        try (Projection reused = open(home("reused"));
                Projection fresh = open(home("fresh"))) {
            reused.apply(other.changes(15));
            library.changes(10);
            reused.rebuild(library.published(), library.head());
            fresh.rebuild(library.published(), library.head());
            assertEquals(fresh.fingerprint(), reused.fingerprint());
            assertEquals(library.head(), reused.position());
        }
    }

    @Test
    public void differentLibrariesHaveDifferentFingerprints() {
        RandomLibrary library = new RandomLibrary(9, 10);
        try (Projection projection = open(home("one"))) {
            projection.apply(library.changes(10));
            String before = projection.fingerprint();
            assertEquals(before, projection.fingerprint());
            String after = before;
            for (int i = 0; i < 20 && after.equals(before); i++) {
                projection.apply(library.changes(1));
                after = projection.fingerprint();
            }
            assertTrue(!after.equals(before), "twenty changes left the fingerprint as it was");
        }
    }

    @Test
    public void aChangeThatDoesNotFollowIsRefusedAndNothingIsTakenIn() {
        RandomLibrary library = new RandomLibrary(10, 10);
        try (Projection projection = open(home("gap"))) {
            projection.apply(library.changes(5));
            Position before = projection.position();
            String shown = projection.fingerprint();
            List<Change> later = library.changes(3);
            List<Change> withGap = List.of(later.get(0), later.get(2));
            assertThrows(RuntimeException.class, () -> projection.apply(withGap));
            assertEquals(before, projection.position());
            assertEquals(shown, projection.fingerprint());
            projection.apply(later);
            assertEquals(library.head(), projection.position());
        }
    }

    @Test
    public void positionAndAnswersSurviveClosing() {
        RandomLibrary library = new RandomLibrary(11, 10);
        Path home = home("reopened");
        String before;
        try (Projection projection = open(home)) {
            projection.rebuild(library.published(), library.head());
            projection.apply(library.changes(12));
            before = projection.fingerprint();
        }
        try (Projection projection = open(home)) {
            assertEquals(library.head(), projection.position());
            assertEquals(before, projection.fingerprint());
            projection.apply(library.changes(3));
            assertEquals(library.head(), projection.position());
        }
    }

    @Test
    public void whatACrashLeavesIsAnEarlierStateThatCatchesUp() throws IOException {
        RandomLibrary library = new RandomLibrary(12, 10);
        List<Change> all = new ArrayList<>();
        Path crashed = home("crashed");
        try (Projection projection = open(home("running"));
                Projection expected = open(home("expected"))) {
            for (int i = 0; i < 5; i++) {
                List<Change> batch = library.changes(4);
                all.addAll(batch);
                projection.apply(batch);
            }
            copy(home("running"), crashed);
            expected.apply(all);
            try (Projection restarted = open(crashed)) {
                int n = (int) restarted.position().n();
                Position known = n == 0 ? Position.NONE : all.get(n - 1).position();
                assertEquals(known, restarted.position());
                if (n < all.size()) {
                    restarted.apply(all.subList(n, all.size()));
                }
                assertEquals(expected.fingerprint(), restarted.fingerprint());
            }
        }
    }

    @Test
    public void aDirectoryFullOfGarbageHasSeenNothingAndIsRebuilt() throws IOException {
        Path home = filled("garbage");
        Random random = new Random(13);
        for (Path file : files(home)) {
            byte[] garbage = new byte[(int) Math.min(Files.size(file), 64 * 1024) + 7];
            random.nextBytes(garbage);
            Files.write(file, garbage);
        }
        isRebuilt(home);
    }

    @Test
    public void aDirectoryWithHalfOfItsFilesHasSeenNothingAndIsRebuilt() throws IOException {
        Path home = filled("half");
        List<Path> files = files(home);
        for (int i = 0; i < files.size(); i += 2) {
            Files.delete(files.get(i));
        }
        isRebuilt(home);
    }

    @Test
    public void aDirectoryWhoseLargestFileIsCutInHalfHasSeenNothingAndIsRebuilt() throws IOException {
        Path home = filled("cut");
        Path largest = files(home).stream()
                .max(Comparator.comparing(ProjectionContract::size))
                .orElseThrow();
        try (var channel = Files.newByteChannel(largest, StandardOpenOption.WRITE)) {
            channel.truncate(Files.size(largest) / 2);
        }
        isRebuilt(home);
    }

    @Test
    public void whatAnotherVersionWroteHasSeenNothingAndIsRebuilt() throws IOException {
        Path home = filled("version");
        pretendAnotherFormat(home);
        isRebuilt(home);
    }

    private Path filled(String name) {
        Path home = home(name);
        RandomLibrary library = new RandomLibrary(14, 10);
        try (Projection projection = open(home)) {
            projection.apply(library.changes(10));
        }
        return home;
    }

    private void isRebuilt(Path home) {
        RandomLibrary library = new RandomLibrary(15, 10);
        List<Change> changes = library.changes(10);
        try (Projection projection = open(home);
                Projection fresh = open(home("fresh"))) {
            assertEquals(Position.NONE, projection.position());
            projection.rebuild(library.published(), library.head());
            fresh.apply(changes);
            assertEquals(fresh.fingerprint(), projection.fingerprint());
        }
        try (Projection projection = open(home)) {
            assertEquals(library.head(), projection.position());
        }
    }

    private Path home(String name) {
        return directory.resolve(name);
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private static List<Path> files(Path home) throws IOException {
        try (Stream<Path> found = Files.walk(home)) {
            return found.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> found = Files.walk(from)) {
            for (Path each : found.toList()) {
                Files.copy(each, to.resolve(from.relativize(each).toString()));
            }
        }
    }
}
