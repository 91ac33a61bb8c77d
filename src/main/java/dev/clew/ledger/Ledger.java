package dev.clew.ledger;

import dev.clew.ledger.Change.Author;
import dev.clew.model.ClewException;
import dev.clew.model.ClewRecord;
import dev.clew.model.ErrorCode;
import dev.clew.model.RecordName;
import dev.clew.model.RecordType;
import dev.clew.model.Redirects;
import dev.clew.ontology.RecordRdf;
import dev.clew.store.Store;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The truth: every version of every record and every change, in one SQL database, written through one door.
 *
 * <p>Safe for any number of threads, and for several processes on one database: writes run one after the other under the
 * head lock, so changes are numbered densely in the order of their commits; reads run beside them on what is committed.
 */
public final class Ledger {
    /** Most changes, versions or names that one call gives. */
    public static final int LIMIT_ROWS = 10_000;

    private final Store store;
    private final Clock clock;
    private final RecordTexts texts;
    private final Door door;
    private final EditPreparation preparation;
    private final RecentChanges recent = new RecentChanges();
    private final String ledgerId;

    private Ledger(LedgerSettings settings) {
        store = settings.store();
        clock = settings.clock();
        RecordRdf rdf = new RecordRdf(settings.base());
        texts = new RecordTexts(rdf);
        door = new Door(rdf);
        preparation = new EditPreparation(texts, door);
        ledgerId = store.prepare(handle -> {
            Head.createIfMissing(handle);
            return Head.read(handle).position().ledgerId();
        });
    }

    /** Opens the ledger of a database; a new one gets a random id. */
    public static Ledger open(LedgerSettings settings) {
        return new Ledger(settings);
    }

    /** The random id of this ledger. */
    public String ledgerId() {
        return ledgerId;
    }

    /** The checks that every record passes; for saying beforehand what a commit would refuse. */
    public Door door() {
        return door;
    }

    /** Why nothing can be written at this moment; empty when it can. */
    public Optional<String> writingStopped() {
        return store.writingStopped();
    }

    /** The last change; its number is 0 before the first. */
    public Position head() {
        return store.read(handle -> Head.read(handle).position());
    }

    /** Whether a position lies in this ledger's history; if not, what was derived up to it must be rebuilt. */
    public boolean knows(Position position) {
        if (!position.ledgerId().equals(ledgerId)) {
            return false;
        }
        if (position.n() == 0) {
            return position.hash().isEmpty();
        }
        return store.read(handle -> ChangeReader.hash(handle, position.n()))
                .filter(position.hash()::equals)
                .isPresent();
    }

    /**
     * Writes an edit as one change, or nothing.
     *
     * @throws ClewException invalid with every problem; conflict when an id is taken or a record still referred to;
     *     stale-version, version-required, not-found or gone as the versions say; no-space when it cannot be kept
     */
    public Committed commit(Edit edit) {
        return commit(edit, (handle, committed) -> {});
    }

    /**
     * The same, with other tables of the same database written in the same transaction: both are kept, or neither.
     *
     * @param alsoInThisTransaction is given what was committed; when it throws, nothing is kept
     */
    public Committed commit(Edit edit, BiConsumer<Handle, Committed> alsoInThisTransaction) {
        return commit(prepared(edit), null, alsoInThisTransaction);
    }

    /**
     * Says what {@link #commit(Edit)} would refuse, and writes nothing.
     *
     * @throws ClewException as the commit would throw now
     */
    public void check(Edit edit) {
        PreparedEdit prepared = prepared(edit);
        store.read(handle -> new EditCommit(handle, prepared, null, Head.read(handle)).check(preparation, texts));
    }

    private PreparedEdit prepared(Edit edit) {
        Map<RecordName, Standing> standings = standings(EditPreparation.namesIn(edit));
        return prepare(edit, name -> Optional.ofNullable(standings.get(name)));
    }

    /**
     * Takes an edit through the door without writing it, so that many can be prepared beside the writing of others.
     *
     * @param published what the records referred to will be when the edit is committed; checked again then
     * @throws ClewException (invalid) with every problem
     */
    public PreparedEdit prepare(Edit edit, Function<RecordName, Optional<Standing>> published) {
        return preparation.prepare(edit, published, EditPreparation.Passed.NONE);
    }

    /**
     * The same for an edit whose every record has been held against {@link #door} with these very standings and found
     * good, which is not done again: for imports, which must know what is good before they write anything. When a
     * standing turns out to be another at the commit, the door is passed again all the same.
     */
    public PreparedEdit prepareChecked(Edit edit, Function<RecordName, Optional<Standing>> published) {
        return preparation.prepare(edit, published, EditPreparation.Passed.ALL);
    }

    /** Writes a prepared edit as one change, or nothing; throws as {@link #commit(Edit)}. */
    public Committed commit(PreparedEdit edit) {
        return commit(edit, null, (handle, committed) -> {});
    }

    /** The same as the next change of a run. */
    public Committed commit(PreparedEdit edit, Run run) {
        return commit(edit, run, (handle, committed) -> {});
    }

    /** Writes an edit as the next change of a run, or nothing; throws as {@link #commit(Edit)}. */
    public Committed commit(Edit edit, Run run) {
        return commit(prepared(edit), run, (handle, committed) -> {});
    }

    private Committed commit(
            PreparedEdit edit, @Nullable Run run, BiConsumer<Handle, Committed> alsoInThisTransaction) {
        List<Change> made = new ArrayList<>();
        Committed committed = store.write(handle -> {
            EditCommit commit = new EditCommit(handle, edit, run, Head.lock(handle));
            Committed result = commit.run(preparation, texts, clock);
            alsoInThisTransaction.accept(handle, result);
            Change change = commit.change();
            if (change != null) {
                made.add(change);
            }
            return result;
        });
        if (run != null && !made.isEmpty()) {
            run.committed(committed.n());
        }
        recent.keep(made);
        return committed;
    }

    /**
     * What others may rely on in each of these records, and in the entities that merged ones of them lead to; those that
     * are not published are left out.
     */
    public Map<RecordName, Standing> standings(Collection<RecordName> names) {
        return store.read(handle -> standings(handle, names));
    }

    /** The same as a transaction sees them. */
    static Map<RecordName, Standing> standings(Handle handle, Collection<RecordName> names) {
        Map<RecordName, Standing> standings = new HashMap<>();
        addStandings(handle, names, standings);
        List<RecordName> leadTo = standings.values().stream()
                .flatMap(each -> Stream.ofNullable(each.leadsTo()))
                .toList();
        addStandings(handle, leadTo, standings);
        return standings;
    }

    private static void addStandings(Handle handle, Collection<RecordName> names, Map<RecordName, Standing> standings) {
        RecordRows.find(handle, names)
                .forEach((name, row) -> row.reliable().ifPresent(standing -> standings.put(name, standing)));
    }

    /** Which entities were merged into which. */
    public Redirects redirects() {
        return store.read(handle -> RecordReader.redirects(handle, texts));
    }

    /** A record with its canonical text. */
    public RecordChange.Content content(ClewRecord record) {
        return texts.of(record);
    }

    /** The current version of a record, a retraction too; empty when there never was one. */
    public Optional<StoredRecord> read(RecordName name) {
        return store.read(handle -> RecordReader.current(handle, name, texts));
    }

    /** One version of a record; empty when there is none. */
    public Optional<StoredRecord> readVersion(RecordName name, long version) {
        return store.read(handle -> RecordReader.version(handle, name, version, texts));
    }

    /** The version of a record that stood at a change, a retraction too; empty when there was none yet. */
    public Optional<StoredRecord> readAt(RecordName name, long change) {
        return store.read(handle -> RecordReader.at(handle, name, change, texts));
    }

    /** The versions of a record, latest first; empty when there never was one. */
    public List<RecordVersion> history(RecordName name, int limitVersions) {
        return historyBefore(name, Long.MAX_VALUE, limitVersions);
    }

    /** The versions of a record below one of them, latest first. */
    public List<RecordVersion> historyBefore(RecordName name, long beforeVersion, int limitVersions) {
        bounded(limitVersions);
        return store.read(handle -> RecordReader.history(handle, name, beforeVersion, limitVersions, texts));
    }

    /**
     * The changes after number n, in order, without a gap; empty when there are none.
     *
     * @param limitChanges at most so many, 1 to {@value #LIMIT_ROWS}; fewer when they hold more than 5 000 records
     */
    public List<Change> changesSince(long n, int limitChanges) {
        bounded(limitChanges);
        List<Change> latest = recent.after(n, limitChanges);
        if (!latest.isEmpty()) {
            return latest;
        }
        List<Change> changes = store.read(handle -> ChangeReader.after(handle, n, limitChanges, texts));
        recent.keep(changes);
        return changes;
    }

    /**
     * The changes below a number, newest first, with what they touched.
     *
     * @param beforeN list only changes with smaller numbers
     * @param who only changes of this author; empty for everybody's
     */
    public List<ChangeSummary> changesBefore(long beforeN, String who, int limitChanges) {
        bounded(limitChanges);
        return store.read(handle -> new ChangeList(handle, texts).before(beforeN, who, limitChanges));
    }

    /** The published insights among those that a run wrote, in its order, behind the last one given or from the first. */
    public List<RecordName> insightsOfRun(long run, @Nullable RecordName last, int limit) {
        return store.read(handle -> RunInsights.after(handle, run, last, limit));
    }

    /**
     * Takes one change back by a new one: every record that it touched is again what it was before.
     *
     * @throws ClewException not-found when there is no such change; conflict, naming the later changes and records, when
     *     they stand on it (later changes that were undone themselves do not)
     */
    public Undone undo(long n, Author author) {
        return undo(n, false, author, (handle, undone) -> {});
    }

    /**
     * The same for all changes of a run, newest first; more than {@value Edit#LIMIT_RECORDS} records become a run of
     * several changes, written in one transaction: all of them, or none. Others wait with their writes until it is
     * done.
     *
     * @param run the number of the run's first change
     */
    public Undone undoRun(long run, Author author) {
        return undo(run, true, author, (handle, undone) -> {});
    }

    /** The one or the other, with other tables written in the same transaction: both are kept, or neither. */
    public Undone undo(long n, boolean run, Author author, BiConsumer<Handle, Undone> alsoInThisTransaction) {
        List<Change> made = new ArrayList<>();
        Undone undone = store.write(handle -> {
            Undo undo = new Undo(handle, new Undo.With(preparation, texts, clock), author);
            List<Long> newestFirst = run ? UndoPlan.changesOf(handle, n) : List.of(n);
            List<List<Undo.StepBack>> changes = new UndoPlan(handle).of(newestFirst);
            if (changes.stream().allMatch(List::isEmpty)) {
                throw new ClewException(
                        ErrorCode.NOT_FOUND,
                        "There is no change " + n + ": the last is "
                                + Head.read(handle).position().n() + ".");
            }
            Undone result = undo.run(changes);
            alsoInThisTransaction.accept(handle, result);
            Change last = undo.last();
            if (last != null) {
                made.add(last);
            }
            return result;
        });
        recent.keep(made);
        return undone;
    }

    /** How many record versions the changes after number n hold. */
    public long recordsSince(long n) {
        return store.read(handle -> ChangeReader.recordsAfter(handle, n));
    }

    /** The number of the last change committed at this time or before; 0 when there is none. */
    public long lastChangeAt(Instant at) {
        return store.read(handle -> ChangeReader.lastAt(handle, at));
    }

    /** Who refers to a record now, in the order of their names as texts; at most so many. */
    public List<RecordName> referencesTo(RecordName name, int limitRows) {
        bounded(limitRows);
        return store.read(handle -> {
            RecordRow row = RecordRows.find(handle, List.of(name)).get(name);
            return row == null ? List.of() : RecordRows.referrers(handle, row.number(), limitRows);
        });
    }

    /** How much there is. */
    public Counts counts() {
        return store.read(handle -> {
            Map<String, Long> published = new HashMap<>();
            handle.createQuery("SELECT substr(name, 1, 1), COUNT(*) FROM record WHERE published = 1 GROUP BY 1")
                    .map((row, context) -> Map.entry(row.getString(1), row.getLong(2)))
                    .forEach(entry -> published.put(entry.getKey(), entry.getValue()));
            return new Counts(
                    published.getOrDefault("i", 0L),
                    published.getOrDefault("e", 0L),
                    published.getOrDefault("s", 0L),
                    Head.read(handle).position().n());
        });
    }

    /** Gives every published record at one position to the reader, which must be done with them when it returns. */
    public void snapshot(Consumer<Snapshot> reader) {
        store.readLong(handle -> {
            Position position = Head.read(handle).position();
            try (Stream<RecordChange> records = published(handle)) {
                reader.accept(new Snapshot(position, records, RecordReader.redirects(handle, texts)));
            }
        });
    }

    /** The same for those of these records that are published. */
    public void snapshot(Collection<RecordName> names, Consumer<Snapshot> reader) {
        store.readLong(handle -> {
            Position position = Head.read(handle).position();
            Stream<RecordChange> records = names.stream()
                    .sorted()
                    .flatMap(name -> RecordReader.current(handle, name, texts).stream())
                    .filter(stored -> stored.content() != null)
                    .map(StoredRecord::asChange);
            reader.accept(new Snapshot(position, records, RecordReader.redirects(handle, texts)));
        });
    }

    /** Joined by concat, which hands records on one by one where flatMap may first gather them all. */
    private Stream<RecordChange> published(Handle handle) {
        return Arrays.stream(RecordType.values())
                .map(type -> published(handle, type))
                .reduce(Stream.empty(), Stream::concat);
    }

    private Stream<RecordChange> published(Handle handle, RecordType type) {
        String first = type.code() + "/";
        return RecordReader.published(handle, first, type.code() + "0", texts).map(StoredRecord::asChange);
    }

    private static void bounded(int limitRows) {
        if (limitRows < 1 || limitRows > LIMIT_ROWS) {
            throw ClewException.invalid("limit", "must be from 1 to " + LIMIT_ROWS, Integer.toString(limitRows));
        }
    }
}
