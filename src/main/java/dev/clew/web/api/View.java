package dev.clew.web.api;

import dev.clew.ledger.Ledger;
import dev.clew.ledger.StoredRecord;
import dev.clew.model.ClewException;
import dev.clew.model.ClewRecord;
import dev.clew.model.Entity;
import dev.clew.model.ErrorCode;
import dev.clew.model.Insight;
import dev.clew.model.RecordName;
import dev.clew.model.Redirects;
import dev.clew.model.Source;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The records of the ledger as one or several requests read them at one change; each is read and parsed once. A record
 * of the newest state may be newer than the change, never older; of a past state it is the one that stood then. Safe for any number of threads.
 */
final class View {
    /** Most records that one view keeps. */
    static final int LIMIT_RECORDS = 5_000;

    private final Ledger ledger;
    private final long change;
    private final boolean past;
    private final Map<RecordName, Optional<StoredRecord>> read = new ConcurrentHashMap<>();
    private volatile @Nullable Redirects redirects;

    private View(Ledger ledger, long change, boolean past) {
        this.ledger = ledger;
        this.change = change;
        this.past = past;
    }

    /** The newest records, at this change or later. */
    static View current(Ledger ledger, long change) {
        return new View(ledger, change, false);
    }

    /** The records exactly as they stood at this change. */
    static View at(Ledger ledger, long change) {
        return new View(ledger, change, true);
    }

    /** The change that it shows at least. */
    long change() {
        return change;
    }

    /** Whether it shows exactly one earlier moment. */
    boolean isPast() {
        return past;
    }

    boolean isFull() {
        return read.size() >= LIMIT_RECORDS;
    }

    /** The record as it stands, a retracted one too; empty when there never was one. */
    Optional<StoredRecord> find(RecordName name) {
        Optional<StoredRecord> known = read.get(name);
        if (known == null) {
            known = past ? ledger.readAt(name, change) : ledger.read(name);
            read.put(name, known);
        }
        return known;
    }

    /** The published record; empty when it is unknown or retracted. */
    Optional<ClewRecord> published(RecordName name) {
        return find(name).flatMap(StoredRecord::record);
    }

    /** The published entity; where it was merged, the one that stands for it. */
    Optional<Entity> entity(String id) {
        return published(RecordName.entity(past ? id : redirects().survivor(id)))
                .filter(Entity.class::isInstance)
                .map(Entity.class::cast);
    }

    /** Which entities were merged into which, read when first asked for. */
    Redirects redirects() {
        Redirects known = redirects;
        if (known == null) {
            known = ledger.redirects();
            redirects = known;
        }
        return known;
    }

    /** The published source. */
    Optional<Source> source(String id) {
        return published(RecordName.source(id)).map(Source.class::cast);
    }

    /** The published insight. */
    Optional<Insight> insight(String id) {
        return published(RecordName.insight(id)).map(Insight.class::cast);
    }

    /**
     * The published version of a record.
     *
     * @throws ClewException (not-found) when there never was one, (gone) when it was retracted
     */
    StoredRecord require(RecordName name) {
        return published(name, find(name));
    }

    /** The same for any version of a record. */
    static StoredRecord published(RecordName name, Optional<StoredRecord> found) {
        StoredRecord stored = found.orElseThrow(() -> unknown(name));
        if (stored.content() == null) {
            throw new ClewException(
                    ErrorCode.GONE,
                    "The " + name.type().code() + " '" + name.id()
                            + "' was published once and was retracted with change " + stored.n() + ".");
        }
        return stored;
    }

    /** The refusal of a name under which nothing is known. */
    static ClewException unknown(RecordName name) {
        return new ClewException(
                ErrorCode.NOT_FOUND,
                "There is no " + name.type().code() + " '" + name.id()
                        + "'. Find its id with /api/suggest or /api/search.");
    }

    /** The refusal of a version that a record never had. */
    static ClewException unknownVersion(RecordName name, long version) {
        return new ClewException(
                ErrorCode.NOT_FOUND,
                "The " + name.type().code() + " '" + name.id() + "' has no version " + version + ".");
    }
}
