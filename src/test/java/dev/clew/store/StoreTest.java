package dev.clew.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database and its directory: what is kept, and what is refused with which sentence. */
class StoreTest {
    @TempDir
    Path directory;

    private Store open() {
        return Store.open(StoreSettings.in(directory));
    }

    private static ClewException refused(ErrorCode code, Runnable work) {
        ClewException refusal = assertThrows(ClewException.class, work::run);
        assertEquals(code, refusal.code(), refusal.getMessage());
        return refusal;
    }

    @Test
    void theDatabaseSyncsEveryCommitAndReadsBesideAWriter() throws Exception {
        try (Store store = open();
                ExecutorService threads = Executors.newSingleThreadExecutor()) {
            store.write(handle -> handle.execute("CREATE TABLE thing (name TEXT)"));
            CountDownLatch written = new CountDownLatch(1);
            CountDownLatch read = new CountDownLatch(1);
            Future<?> writer = threads.submit(() -> store.write(handle -> {
                assertEquals("wal", pragma(handle, "journal_mode"));
                assertEquals("2", pragma(handle, "synchronous"));
                handle.execute("INSERT INTO thing VALUES ('one')");
                written.countDown();
                await(read);
                return 1;
            }));
            await(written);
            assertEquals(0L, count(store));
            read.countDown();
            writer.get();
            assertEquals(1L, count(store));
        }
    }

    private static String pragma(org.jdbi.v3.core.Handle handle, String name) {
        return handle.createQuery("PRAGMA " + name).mapTo(String.class).one();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    private static long count(Store store) {
        return store.read(handle -> handle.createQuery("SELECT COUNT(*) FROM thing")
                .mapTo(Long.class)
                .one());
    }

    @Test
    void aWriteThatThrowsLeavesNothing() {
        try (Store store = open()) {
            store.write(handle -> handle.execute("CREATE TABLE thing (name TEXT)"));
            assertThrows(
                    IllegalStateException.class,
                    () -> store.write(handle -> {
                        handle.execute("INSERT INTO thing VALUES ('one')");
                        throw new IllegalStateException("on purpose");
                    }));
            assertEquals(0L, count(store));
            store.write(handle -> handle.execute("INSERT INTO thing VALUES ('two')"));
            assertEquals(1L, count(store));
        }
    }

    @Test
    void aReadCannotWrite() {
        try (Store store = open()) {
            refused(ErrorCode.NO_SPACE, () -> store.read(handle -> handle.execute("DELETE FROM head")));
        }
    }

    @Test
    void twoProcessesOrStoresOnOneDirectoryWriteInTurn() {
        try (Store one = open();
                Store two = open()) {
            one.write(handle -> handle.execute("CREATE TABLE thing (name TEXT)"));
            two.write(handle -> handle.execute("INSERT INTO thing VALUES ('from two')"));
            one.write(handle -> handle.execute("INSERT INTO thing VALUES ('from one')"));
            assertEquals(2L, count(two));
        }
    }

    @Test
    void aWriterThatWaitsTooLongIsToldWhy() {
        StoreSettings impatient = new StoreSettings(directory, Duration.ofMillis(50), 1, null);
        try (Store one = open();
                Store two = Store.open(impatient)) {
            one.write(handle -> {
                handle.execute("CREATE TABLE thing (name TEXT)");
                return refused(
                        ErrorCode.NOT_READY, () -> two.write(inner -> inner.execute("CREATE TABLE other (name TEXT)")));
            });
        }
    }

    @Test
    void aSecondServerOnOneDirectoryIsRefusedAndToldWhoServesIt() {
        DataDirectory place = DataDirectory.at(directory);
        try (ServerLock first = place.lockForServer()) {
            ClewException refusal = refused(ErrorCode.DATA_DIRECTORY, place::lockForServer);
            assertTrue(
                    refusal.getMessage()
                            .contains("process " + ProcessHandle.current().pid()),
                    refusal.getMessage());
        }
        place.lockForServer().close();
    }

    @Test
    void dataOfANewerVersionIsRefused() {
        try (Store store = open()) {
            store.write(handle -> handle.execute("INSERT INTO migration VALUES (99)"));
        }
        ClewException refusal = refused(ErrorCode.DATA_DIRECTORY, this::open);
        assertTrue(refusal.getMessage().contains("newer version of Clew (format 99"), refusal.getMessage());
    }

    @Test
    void aFileThatIsNoDatabaseIsRefusedAndLeftAsItIs() throws IOException {
        Path file = DataDirectory.at(directory).database();
        byte[] text =
                "a shopping list, long enough to have a header: ".repeat(100).getBytes(StandardCharsets.UTF_8);
        Files.write(file, text);
        ClewException refusal = refused(ErrorCode.DATA_DIRECTORY, this::open);
        assertTrue(refusal.getMessage().contains("damaged or not a database"), refusal.getMessage());
        assertEquals(List.of(), differing(text, Files.readAllBytes(file)));
    }

    private static List<Integer> differing(byte[] expected, byte[] found) {
        int at = Arrays.mismatch(expected, found);
        return at < 0 ? List.of() : List.of(at);
    }

    @Test
    void aForeignDatabaseIsRefused() throws Exception {
        Path file = DataDirectory.at(directory).database();
        try (var connection = java.sql.DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE shopping (item TEXT)");
        }
        ClewException refusal = refused(ErrorCode.DATA_DIRECTORY, this::open);
        assertTrue(refusal.getMessage().contains("not one of Clew"), refusal.getMessage());
    }

    @Test
    void aDataDirectoryThatIsAFileIsRefused() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        ClewException refusal = refused(ErrorCode.DATA_DIRECTORY, () -> Store.open(StoreSettings.in(file)));
        assertTrue(refusal.getMessage().contains("is a file"), refusal.getMessage());
    }

    @Test
    void aFullDatabaseSaysSoAndWorksAgainWhenThereIsSpace() {
        try (Store store = open()) {
            store.write(handle -> handle.execute("CREATE TABLE thing (name TEXT)"));
            refused(
                    ErrorCode.NO_SPACE,
                    () -> store.write(handle -> {
                        long pages = handle.createQuery("PRAGMA page_count")
                                .mapTo(Long.class)
                                .one();
                        handle.execute("PRAGMA max_page_count = " + (pages + 2));
                        return handle.execute("INSERT INTO thing VALUES (?)", "x".repeat(100_000));
                    }));
            assertEquals(0L, count(store));
            store.write(handle -> handle.execute("INSERT INTO thing VALUES (?)", "x".repeat(100_000)));
            assertEquals(1L, count(store));
        }
    }
}
