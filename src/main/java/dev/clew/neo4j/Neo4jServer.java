package dev.clew.neo4j;

import dev.clew.ledger.Position;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Logging;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.exceptions.Neo4jException;

/**
 * The server and its transactions, each tried again by the driver while what hinders it passes. Sessions share bookmarks,
 * so that what was written is read, on any member of a cluster. Safe for any number of threads.
 */
final class Neo4jServer implements AutoCloseable {
    /** Another number makes every graph that was written before be built anew. */
    private static final int FORMAT = 4;

    /** The format of a graph whose first filling has begun and not ended. */
    private static final String FILLING = "filling";
    /** The format of a graph that is being replaced record by record. */
    private static final String REPLACING = "replacing";

    private static final int CONNECTIONS = 16;
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);
    private static final Duration RETRY_WITHIN = Duration.ofSeconds(15);
    private static final Duration TRANSACTION_WITHIN = Duration.ofMinutes(5);
    private static final Duration INDEXED_WITHIN = Duration.ofHours(6);

    private final Driver driver;
    private final Neo4jFailures failures;
    private final SessionConfig session;
    private final String format;
    private final ReentrantLock committing = new ReentrantLock();
    private long commits;

    /**
     * Connects to nothing yet.
     *
     * @param sample an address of a record, by which another base is noticed
     */
    Neo4jServer(Neo4jSettings settings, String sample) {
        AuthToken token =
                settings.user().isEmpty() ? AuthTokens.none() : AuthTokens.basic(settings.user(), settings.password());
        driver = GraphDatabase.driver(settings.uri(), token, config());
        failures = new Neo4jFailures(settings);
        session = SessionConfig.builder()
                .withDatabase(settings.database())
                .withBookmarkManager(driver.executableQueryBookmarkManager())
                .build();
        format = FORMAT + " " + sample;
    }

    /** The driver's own way to log puts every message with all its values into words, and then throws them away. */
    @SuppressWarnings("deprecation")
    private static Config config() {
        return Config.builder()
                .withConnectionTimeout(CONNECT_WITHIN.toMillis(), TimeUnit.MILLISECONDS)
                .withConnectionAcquisitionTimeout(CONNECT_WITHIN.multipliedBy(2).toMillis(), TimeUnit.MILLISECONDS)
                .withMaxTransactionRetryTime(RETRY_WITHIN.toMillis(), TimeUnit.MILLISECONDS)
                .withMaxConnectionPoolSize(CONNECTIONS)
                .withUserAgent("clew")
                .withTelemetryDisabled(true)
                .withLogging(Logging.slf4j())
                .build();
    }

    /** Looks whether the server will do, and makes the keys. */
    void prepare() {
        explained(() -> {
            try (Session opened = driver.session(session)) {
                String version =
                        Statements.text(opened.run(Cypher.VERSION).list().getFirst(), "version");
                if (isTooOld(version)) {
                    throw failures.tooOld(version);
                }
                Cypher.KEYS.forEach(each -> opened.run(each).consume());
            }
            return true;
        });
    }

    /** Runs statements that are transactions of their own. */
    void run(List<String> statements) {
        explained(() -> {
            try (Session opened = driver.session(session)) {
                statements.forEach(each -> opened.run(each).consume());
            }
            return true;
        });
    }

    /** Makes all constraints and indexes that are not there, and waits until they can be used. */
    void index() {
        run(Cypher.INDEXES);
        explained(() -> {
            try (Session opened = driver.session(session)) {
                return opened.run(Cypher.AWAIT_INDEXES, Map.of("seconds", INDEXED_WITHIN.toSeconds()))
                        .consume();
            }
        });
    }

    static boolean isTooOld(String version) {
        String[] parts = version.split("\\D+", -1);
        int major = Integer.parseInt(parts[0]);
        return major < 5 || major == 5 && Integer.parseInt(parts[1]) < 26;
    }

    <T> T read(Function<Statements, T> work) {
        return read(TRANSACTION_WITHIN, work);
    }

    /** The same within another time, after which the server ends it (timed-out). */
    <T> T read(Duration within, Function<Statements, T> work) {
        return explained(() -> {
            try (Session opened = driver.session(session)) {
                return opened.executeRead(transaction -> work.apply(new Statements(transaction)), limit(within));
            }
        });
    }

    void write(Consumer<Statements> work) {
        try {
            explained(() -> {
                try (Session opened = driver.session(session)) {
                    return opened.executeWrite(
                            transaction -> {
                                work.accept(new Statements(transaction));
                                beginCommit();
                                return true;
                            },
                            limit(TRANSACTION_WITHIN));
                }
            });
        } finally {
            if (committing.isHeldByCurrentThread()) {
                committing.unlock();
            }
        }
    }

    /** A transaction that is tried again has begun to commit before. */
    private void beginCommit() {
        if (!committing.isHeldByCurrentThread()) {
            committing.lock();
        }
        commits++;
    }

    /** How often this process has committed; waits for one that is under way. */
    long commits() {
        return alone(() -> commits);
    }

    /** Does something while nothing is committed by this process. */
    <T> T alone(Supplier<T> work) {
        committing.lock();
        try {
            return work.get();
        } finally {
            committing.unlock();
        }
    }

    private static TransactionConfig limit(Duration within) {
        return TransactionConfig.builder().withTimeout(within).build();
    }

    private <T> T explained(Supplier<T> work) {
        try {
            return work.get();
        } catch (Neo4jException failed) {
            throw failures.explain(failed);
        }
    }

    /** The position that stands there; {@link Position#NONE} where none does, or one of another format or base. */
    Position position(Statements statements) {
        List<Record> found = statements.read(Cypher.READ_POSITION, Map.of());
        if (found.isEmpty() || !Statements.text(found.getFirst(), "format").equals(format)) {
            return Position.NONE;
        }
        Record record = found.getFirst();
        return new Position(
                Statements.text(record, "ledger"), record.get("change").asLong(), Statements.text(record, "hash"));
    }

    /** Whether a graph is there that is no longer being built. */
    boolean isWhole(Statements statements) {
        return !position(statements).equals(Position.NONE);
    }

    /** Whether no graph is there, or one whose filling did not end. */
    boolean isWithoutGraph(Statements statements) {
        List<Record> found = statements.read(Cypher.READ_POSITION, Map.of());
        if (!found.isEmpty()) {
            return Statements.text(found.getFirst(), "format").equals(FILLING);
        }
        return statements.read(Cypher.ANY_NODE, Map.of()).isEmpty();
    }

    /** Marks the graph as one that is being filled, empties it, and takes indexes away meanwhile; gives the mark. */
    String beginFilling() {
        String mark = mark(FILLING);
        run(Cypher.WITHOUT_WORDS);
        run(Cypher.WITHOUT_INDEXES);
        run(Cypher.EMPTY);
        return mark;
    }

    /**
     * Marks the graph as one that is being replaced, and makes indexes of words anew, since one that was made otherwise by an
     * earlier release stays as it is; gives the mark.
     */
    String beginReplacing() {
        String mark = mark(REPLACING);
        run(Cypher.WITHOUT_WORDS);
        index();
        return mark;
    }

    private String mark(String format) {
        String mark = UUID.randomUUID().toString();
        write(statements -> statements.read(
                Cypher.WRITE_POSITION, Map.of("ledger", "", "change", 0, "hash", mark, "format", format)));
        return mark;
    }

    /** Writes to a graph that is being built, when nobody else has begun to build it since it was marked. */
    void write(String mark, Consumer<Statements> work) {
        write(statements -> {
            if (statements.read(Cypher.HOLD_MARK, Map.of("mark", mark)).isEmpty()) {
                throw new IllegalStateException(
                        "somebody else began to build the graph in this Neo4j database anew. Give"
                                + " each Clew a database of its own.");
            }
            work.accept(statements);
        });
    }

    /** Moves the position in the transaction that writes what it stands for, when nobody else moved it. */
    void move(Statements statements, Position before, Position after) {
        Position found = position(statements);
        if (!found.equals(before)) {
            throw new IllegalStateException("somebody else writes to this Neo4j database: it is at change " + found.n()
                    + " where " + before.n() + " was expected. Give each Clew a database of its own.");
        }
        statements.read(
                Cypher.WRITE_POSITION,
                Map.of("ledger", after.ledgerId(), "change", after.n(), "hash", after.hash(), "format", format));
    }

    @Override
    public void close() {
        driver.close();
    }
}
