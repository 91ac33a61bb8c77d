package dev.clew.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL as the database: what is kept, and what is refused with which sentence. */
class PostgresTest {
    @TempDir
    Path directory;

    private Store open(DatabaseAddress address) {
        return Store.open(new StoreSettings(directory, Duration.ofMillis(300), 2, address));
    }

    private String refused(ErrorCode code, DatabaseAddress address, Runnable work) {
        ClewException refusal = assertThrows(ClewException.class, work::run);
        assertEquals(code, refusal.code(), refusal.getMessage());
        return refusal.getMessage().replace(address.server(), "SERVER").replace(address.name(), "NAME");
    }

    private static long count(Store store) {
        return store.read(handle -> handle.createQuery("SELECT COUNT(*) FROM thing")
                .mapTo(Long.class)
                .one());
    }

    @Test
    void aReadSeesOneStateBesideAWriterAndCannotWrite() {
        DatabaseAddress address = TestDatabases.postgres(directory);
        try (Store store = open(address)) {
            store.write(handle -> handle.execute("CREATE TABLE thing (name TEXT)"));
            store.<Long>read(handle -> {
                long before = handle.createQuery("SELECT COUNT(*) FROM thing")
                        .mapTo(Long.class)
                        .one();
                store.write(other -> other.execute("INSERT INTO thing VALUES ('one')"));
                assertEquals(
                        before,
                        handle.createQuery("SELECT COUNT(*) FROM thing")
                                .mapTo(Long.class)
                                .one());
                return before;
            });
            assertEquals(1, count(store));
            assertEquals(
                    "The PostgreSQL database SERVER/NAME is read-only here: name its primary server.",
                    refused(
                            ErrorCode.NO_SPACE,
                            address,
                            () -> store.read(handle -> handle.execute("DELETE FROM thing"))));
        }
    }

    @Test
    void writersQueueFromTheStartAndSayWhenTheyWaitedTooLong() throws Exception {
        DatabaseAddress address = TestDatabases.postgres(directory);
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch refused = new CountDownLatch(1);
        try (Store one = open(address);
                Store two = open(address);
                ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<?> first = threads.submit(() -> one.write(handle -> {
                writing.countDown();
                return await(refused);
            }));
            await(writing);
            assertEquals(
                    "The PostgreSQL database SERVER/NAME is being written to by another process: try again in a moment.",
                    refused(ErrorCode.NOT_READY, address, () -> two.write(handle -> 1)));
            refused.countDown();
            first.get();
            assertEquals("free", two.write(handle -> "free"));
        }
    }

    private static boolean await(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    @Test
    void connectionsThatTheServerClosedAreMadeAnew() {
        DatabaseAddress address = TestDatabases.postgres(directory);
        try (Store store = open(address);
                Store other = open(address)) {
            store.write(handle -> handle.execute("CREATE TABLE thing (name TEXT)"));
            assertEquals(0, count(store));
            other.write(PostgresTest::endOthers);
            assertEquals(0, count(store));
            store.write(handle -> handle.execute("INSERT INTO thing VALUES ('one')"));
            assertEquals(1, count(store));
        }
    }

    private static int endOthers(Handle handle) {
        return handle.createQuery("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                        + " WHERE datname = current_database() AND pid <> pg_backend_pid()")
                .mapTo(Boolean.class)
                .list()
                .size();
    }

    @Test
    void whatWillNotDoIsRefusedWithWhatToDo() {
        DatabaseAddress good = TestDatabases.postgres(directory);
        DatabaseAddress missing = new DatabaseAddress(good.server(), "nowhere", "", "postgres", "");
        assertEquals(
                "The PostgreSQL database SERVER/NAME does not exist: CREATE DATABASE NAME TEMPLATE template0 ENCODING"
                        + " 'UTF8' LOCALE 'C'.",
                refused(ErrorCode.DATABASE, missing, () -> open(missing)));
        DatabaseAddress nobody = new DatabaseAddress(good.server(), good.name(), "", "nobody", "x");
        assertEquals(
                "The PostgreSQL database SERVER/NAME does not let nobody in: check user and password.",
                refused(ErrorCode.DATABASE, nobody, () -> open(nobody)));
        DatabaseAddress gone = new DatabaseAddress("localhost:1", "clew", "", "postgres", "");
        assertEquals(
                "The PostgreSQL database SERVER/NAME cannot be reached (Connection to SERVER refused. Check that the"
                        + " hostname and port are correct and that the postmaster is accepting TCP/IP connections.): see"
                        + " whether it runs, then try again.",
                refused(ErrorCode.NOT_READY, gone, () -> open(gone)));
        DatabaseAddress sorted = TestDatabases.make("sorted", "LOCALE_PROVIDER icu ICU_LOCALE 'en-US' LOCALE 'C'");
        assertEquals(
                "The PostgreSQL database SERVER/NAME orders texts by 'en-US', where Clew needs UTF8 ordered by"
                        + " bytes: make one with CREATE DATABASE NAME TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'.",
                refused(ErrorCode.DATABASE, sorted, () -> open(sorted)));
    }

    @Test
    void tablesOfSomebodyElseAreLeftAlone() {
        DatabaseAddress address = TestDatabases.postgres(directory);
        try (Store store = open(address)) {
            store.write(handle -> handle.execute("DROP TABLE migration"));
        }
        assertEquals(
                "The PostgreSQL database SERVER/NAME is a database, but not one of Clew: name another one by the setting"
                        + " database.",
                refused(ErrorCode.DATABASE, address, () -> open(address)));
    }
}
