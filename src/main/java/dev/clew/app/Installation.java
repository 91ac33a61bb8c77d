package dev.clew.app;

import dev.clew.curate.FileImports;
import dev.clew.curate.Foresight;
import dev.clew.curate.Review;
import dev.clew.curate.ScannedClaims;
import dev.clew.desk.Actor;
import dev.clew.desk.Audit;
import dev.clew.desk.Desk;
import dev.clew.desk.Subscriptions;
import dev.clew.exchange.LibraryImport;
import dev.clew.exchange.RecordJson;
import dev.clew.fetch.FetchLimits;
import dev.clew.fetch.Fetcher;
import dev.clew.graph.Previews;
import dev.clew.ingest.extract.BuiltInExtractor;
import dev.clew.ingest.extract.KeptAnswers;
import dev.clew.ingest.extract.LanguageModelExtractor;
import dev.clew.ingest.extract.ModelSettings;
import dev.clew.ingest.extract.Sentences;
import dev.clew.ingest.feed.NewEpisodes;
import dev.clew.ingest.feed.Polling;
import dev.clew.ingest.scan.FetchedTranscripts;
import dev.clew.ingest.scan.KeptTranscripts;
import dev.clew.ingest.scan.Scans;
import dev.clew.ledger.Backup;
import dev.clew.ledger.Backups;
import dev.clew.ledger.Ledger;
import dev.clew.ledger.LedgerSettings;
import dev.clew.ledger.Position;
import dev.clew.ledger.StoredRecord;
import dev.clew.model.ClewException;
import dev.clew.model.Entity;
import dev.clew.model.ErrorCode;
import dev.clew.model.Extractor;
import dev.clew.model.RecordName;
import dev.clew.model.RecordType;
import dev.clew.model.Relations;
import dev.clew.model.Source;
import dev.clew.ontology.Base;
import dev.clew.ontology.RelationCatalogue;
import dev.clew.store.DataDirectory;
import dev.clew.store.ServerLock;
import dev.clew.store.Store;
import dev.clew.store.StoreSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The ledger of a data directory, opened: what commands need that only write or read the truth. They work beside a
 * running server, which follows within a second.
 */
public final class Installation implements AutoCloseable {
    private final Settings settings;
    private final Store store;
    private final Ledger ledger;
    private final Desk desk;
    private final @Nullable ServerLock lock;

    private Installation(Settings settings, Store store, @Nullable ServerLock lock) {
        this.settings = settings;
        this.store = store;
        this.lock = lock;
        this.ledger = Ledger.open(new LedgerSettings(store, base(settings), Clock.systemUTC()));
        this.desk = Desk.on(store, Clock.systemUTC());
    }

    /**
     * Opens the data directory, and makes it when it is missing.
     *
     * @throws ClewException (data-directory, no-space) when it cannot be used
     */
    public static Installation open(Settings settings) {
        return new Installation(settings, Store.open(store(settings)), null);
    }

    /**
     * The same, and takes the directory for this process alone: for a server, and for what writes derived files.
     *
     * @throws ClewException (data-directory) naming the process that has it already
     */
    public static Installation openAlone(Settings settings) {
        return claim(settings).open();
    }

    /** The first half of the same: what is derived may be opened from then on, beside the second half. */
    static Claim claim(Settings settings) {
        ServerLock lock = DataDirectory.at(settings.data()).lockForServer();
        try {
            return new Claim(settings, Store.open(store(settings)), lock);
        } catch (RuntimeException refused) {
            lock.close();
            throw refused;
        }
    }

    /**
     * A data directory of this release that is ours alone.
     *
     * @param settings it is opened with
     * @param store its database
     * @param lock that keeps other servers out
     */
    record Claim(Settings settings, Store store, ServerLock lock) {
        /** What the addresses of its records start with. */
        Base base() {
            return Installation.base(settings);
        }

        /** Opens the ledger, to which both belong from then on; when it cannot be opened, closes both. */
        Installation open() {
            try {
                return new Installation(settings, store, lock);
            } catch (RuntimeException refused) {
                store.close();
                lock.close();
                throw refused;
            }
        }
    }

    /**
     * Opens the data directory when it holds a library.
     *
     * @throws ClewException (not-found) when it holds none; (data-directory, no-space) when it cannot be used
     */
    public static Installation openExisting(Settings settings) {
        if (settings.database() == null && !Files.exists(new DataDirectory(settings.data()).database())) {
            throw new ClewException(
                    ErrorCode.NOT_FOUND,
                    "There is no library in " + settings.data() + ": name its directory with --data.");
        }
        return open(settings);
    }

    private static StoreSettings store(Settings settings) {
        return StoreSettings.in(settings.data()).on(settings.database());
    }

    private static Base base(Settings settings) {
        return new Base(settings.base().toString());
    }

    /** What it was opened with. */
    public Settings settings() {
        return settings;
    }

    /** What the addresses of records start with. */
    public Base base() {
        return base(settings);
    }

    /** The truth. */
    public Ledger ledger() {
        return ledger;
    }

    /** The database that holds them; closed with the rest. */
    Store store() {
        return store;
    }

    /** Accounts and what belongs to them. */
    public Desk desk() {
        return desk;
    }

    /** What proposals go through. */
    public Review review() {
        return new Review(ledger, desk.proposals(), new RecordJson(base()));
    }

    /** What tells beforehand what publishing would do. */
    public Foresight foresight() {
        Relations relations = RelationCatalogue.load();
        return new Foresight(ledger, new Previews(ledger, relations), relations);
    }

    /** What imports files by a command. */
    public FileImports fileImports() {
        return new FileImports(desk, imports(), new RecordJson(base()));
    }

    /** What scans transcripts. */
    public Scans scans() {
        return new Scans(new Scans.Needs(
                desk.scanning().runs(),
                new KeptTranscripts(desk.scanning().transcripts()),
                new ScannedClaims(desk.scanning().runs(), new RecordJson(base())),
                desk.scanning().rules(),
                this::source,
                extractors()));
    }

    /**
     * What reads feeds.
     *
     * @param scanning has the episodes scanned whose transcripts came with them
     */
    public Polling polling(Fetcher fetcher, NewEpisodes.Scanning scanning) {
        Subscriptions feeds = desk.scanning().feeds();
        KeptTranscripts transcripts = new KeptTranscripts(desk.scanning().transcripts());
        return new Polling(
                feeds, fetcher, new NewEpisodes(ledger, feeds, fetcher, transcripts, scanning), Clock.systemUTC());
    }

    /** What fetches from other servers, as the settings allow. */
    public Fetcher fetcher() {
        return new Fetcher(FetchLimits.DEFAULT, settings.servers().anyAddress());
    }

    /** What fetches transcripts and keeps them. */
    public FetchedTranscripts fetchedTranscripts(Fetcher fetcher) {
        return new FetchedTranscripts(
                fetcher, new KeptTranscripts(desk.scanning().transcripts()));
    }

    private Optional<Source> source(String id) {
        return ledger.read(RecordName.source(id))
                .flatMap(StoredRecord::record)
                .map(record -> record instanceof Source source ? source : null);
    }

    private Map<String, Supplier<Extractor>> extractors() {
        Map<String, Supplier<Extractor>> extractors = new HashMap<>();
        extractors.put(BuiltInExtractor.CODE, this::builtIn);
        ModelSettings model = settings.servers().scanning().model();
        if (model != null) {
            KeptAnswers answers = new KeptAnswers(settings.data().resolve(LanguageModelExtractor.CODE));
            extractors.put(
                    LanguageModelExtractor.CODE,
                    () -> new LanguageModelExtractor(
                            model,
                            new LanguageModelExtractor.Knows(new Sentences(), entities(), RelationCatalogue.load()),
                            answers));
        }
        return extractors;
    }

    /** What finds claims without a language model, knowing the library of this moment. */
    public Extractor builtIn() {
        return new BuiltInExtractor(
                new Sentences(),
                entities(),
                RelationCatalogue.load(),
                desk.scanning().rules().off());
    }

    private List<Entity> entities() {
        List<Entity> entities = new ArrayList<>();
        ledger.snapshot(snapshot -> snapshot.records().forEach(change -> {
            if (change.name().type() == RecordType.ENTITY && change.record().orElse(null) instanceof Entity entity) {
                entities.add(entity);
            }
        }));
        return entities;
    }

    /**
     * Writes the whole library into one file, beside a running server too, and notes it in the audit.
     *
     * @return the last change in it
     * @throws ClewException (conflict) when the file exists; (no-space) when it cannot be written; (unusable-backup) when
     *     the database is damaged
     */
    public Position backup(Path file) {
        Position position = Backup.make(store, file);
        desk.audit().note(Audit.Kind.BACKUP_MADE, "", Actor.COMMAND_LINE, file + " up to change " + position.n());
        return position;
    }

    /** The backups that the server makes, as the settings say. */
    public Backups backups() {
        return new Backups(store, settings.backups(), Clock.systemUTC());
    }

    /** What reads files into the ledger. */
    public LibraryImport imports() {
        return new LibraryImport(ledger, base());
    }

    @Override
    public void close() {
        store.close();
        if (lock != null) {
            lock.close();
        }
    }
}
