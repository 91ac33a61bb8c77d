package dev.clew.rdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.ledger.Change;
import dev.clew.ledger.Position;
import dev.clew.ledger.RecordChange;
import dev.clew.model.ClewException;
import dev.clew.ontology.Base;
import dev.clew.projection.RandomLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the RDF projection does beyond what every projection does. */
class RdfProjectionTest {
    @TempDir
    Path directory;

    private RdfProjection open() {
        return RdfProjection.open(directory, Base.DEFAULT);
    }

    private List<String> stores() throws IOException {
        try (Stream<Path> found = Files.list(directory)) {
            return found.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aReaderFinishesOnTheOldStoreWhileOthersSeeTheNewOne() throws Exception {
        RandomLibrary library = new RandomLibrary(1, 10);
        try (RdfProjection rdf = open();
                ExecutorService reader = Executors.newSingleThreadExecutor()) {
            rdf.apply(library.changes(5));
            Position before = library.head();
            long quads = rdf.read(RdfProjectionTest::count);
            CountDownLatch reading = new CountDownLatch(1);
            CountDownLatch rebuilt = new CountDownLatch(1);
            Future<Long> old = reader.submit(() -> rdf.read(view -> {
                assertEquals(before, view.position());
                reading.countDown();
                await(rebuilt);
                return count(view);
            }));
            await(reading);
            library.changes(5);
            rdf.rebuild(library.published(), library.head());
            assertEquals(library.head(), rdf.read(RdfView::position));
            assertEquals(List.of("store-1", "store-2"), stores());
            rebuilt.countDown();
            assertEquals(quads, old.get(10, TimeUnit.SECONDS));
            assertEquals(List.of("store-2"), stores());
        }
    }

    private static long count(RdfView view) {
        long[] quads = new long[1];
        view.dataset().find().forEachRemaining(quad -> quads[0]++);
        return quads[0];
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(20, TimeUnit.SECONDS));
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Test
    void aWriteThatAnInterruptBreaksIsRepeatedOnAReopenedStore() {
        RandomLibrary library = new RandomLibrary(2, 10);
        try (RdfProjection rdf = open();
                RdfProjection expected = RdfProjection.open(directory.resolve("expected"), Base.DEFAULT)) {
            List<Change> first = library.changes(5);
            rdf.apply(first);
            expected.apply(first);
            String before = rdf.fingerprint();
            Position position = rdf.position();
            List<Change> second = library.changes(5);
            Thread.currentThread().interrupt();
            assertThrows(RuntimeException.class, () -> rdf.apply(second));
            Thread.interrupted();
            assertEquals(position, rdf.position());
            rdf.apply(second);
            expected.apply(second);
            assertEquals(library.head(), rdf.position());
            assertFalse(before.equals(rdf.fingerprint()));
            assertEquals(expected.fingerprint(), rdf.fingerprint());
        }
    }

    @Test
    void aReaderThatStaysAfterABrokenWriteMakesItRebuildAndReadsOn() throws Exception {
        RandomLibrary library = new RandomLibrary(3, 10);
        try (RdfProjection rdf = open();
                ExecutorService reader = Executors.newSingleThreadExecutor()) {
            rdf.apply(library.changes(5));
            CountDownLatch reading = new CountDownLatch(1);
            CountDownLatch done = new CountDownLatch(1);
            Future<Position> stays = reader.submit(() -> rdf.read(view -> {
                reading.countDown();
                await(done);
                return view.position();
            }));
            await(reading);
            Position before = library.head();
            List<Change> more = library.changes(5);
            Thread.currentThread().interrupt();
            assertThrows(RuntimeException.class, () -> rdf.apply(more));
            Thread.interrupted();
            assertThrows(IllegalStateException.class, () -> rdf.apply(more));
            assertEquals(Position.NONE, rdf.position());
            rdf.rebuild(library.published(), library.head());
            assertEquals(library.head(), rdf.position());
            done.countDown();
            assertEquals(before, stays.get(10, TimeUnit.SECONDS));
        }
    }

    @Test
    void aRebuildThatAnInterruptBreaksLeavesTheOldStateAndCanBeRepeated() throws IOException {
        RandomLibrary library = new RandomLibrary(7, 10);
        try (RdfProjection rdf = open();
                RdfProjection expected = RdfProjection.open(directory.resolve("expected"), Base.DEFAULT)) {
            library.changes(5);
            for (int round = 0; round < 2; round++) {
                Position shown = rdf.position();
                assertThrows(RuntimeException.class, () -> rdf.rebuild(interrupting(library), library.head()));
                Thread.interrupted();
                assertEquals(shown, rdf.position());
                rdf.rebuild(library.published(), library.head());
                assertEquals(library.head(), rdf.position());
                rdf.apply(library.changes(5));
            }
            expected.rebuild(library.published(), library.head());
            assertEquals(expected.fingerprint(), rdf.fingerprint());
            assertEquals(
                    1,
                    stores().stream().filter(name -> name.startsWith("store")).count());
        }
    }

    private static Stream<RecordChange> interrupting(RandomLibrary library) {
        Thread writing = Thread.currentThread();
        return library.published().peek(record -> writing.interrupt());
    }

    @Test
    void anotherBaseStartsFromNothing() {
        RandomLibrary library = new RandomLibrary(4, 10);
        try (RdfProjection rdf = open()) {
            rdf.apply(library.changes(5));
        }
        try (RdfProjection moved = RdfProjection.open(directory, new Base("https://example.org/"))) {
            assertEquals(Position.NONE, moved.position());
            moved.rebuild(library.published(), library.head());
            boolean ours = moved.read(view -> {
                var graphs = view.dataset().listGraphNodes();
                boolean all = graphs.hasNext();
                while (graphs.hasNext()) {
                    all &= graphs.next().getURI().startsWith("https://example.org/");
                }
                return all;
            });
            assertTrue(ours);
        }
    }

    @Test
    void aStoreThatACrashLeftUnfinishedBesideTheCurrentOneIsThrownAway() throws IOException {
        RandomLibrary library = new RandomLibrary(5, 10);
        try (RdfProjection rdf = open()) {
            rdf.apply(library.changes(5));
        }
        RdfStore unfinished = RdfStore.open(directory.resolve("store-2"), Base.DEFAULT);
        StoreFiles.recordSizes(unfinished.directory());
        unfinished.retire();
        try (RdfProjection rdf = open()) {
            assertEquals(library.head(), rdf.position());
            assertEquals(List.of("store-1"), stores());
        }
    }

    @Test
    void itPrefersARebuildOnlyWhenFarBehindForItsSize() {
        RandomLibrary library = new RandomLibrary(6, 10);
        try (RdfProjection rdf = open()) {
            rdf.apply(library.changes(5));
            assertFalse(rdf.prefersRebuild(20_000));
            assertTrue(rdf.prefersRebuild(20_001));
        }
    }

    @Test
    void whatIsClosedWhileItIsReadIntoMemoryIsWholeWhenItIsOpenedAgain() {
        List<Change> changes = new RandomLibrary(7, 100).changes(200);
        try (RdfProjection rdf = open()) {
            rdf.apply(changes);
            rdf.read(view -> {
                try (QueryExec asked =
                        view.evaluation(QueryFactory.create("ASK { ?s ?p ?o }")).build()) {
                    return asked.ask();
                }
            });
        }
        try (RdfProjection again = open()) {
            assertEquals(changes.getLast().position(), again.position());
        }
    }

    @Test
    void whatIsClosedSaysSoInsteadOfHanging() {
        RdfProjection rdf = open();
        rdf.close();
        assertThrows(ClewException.class, () -> rdf.read(RdfView::position));
    }
}
