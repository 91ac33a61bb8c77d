package dev.clew.desk;

import dev.clew.model.ClewException;
import dev.clew.model.ConflictStatus;
import dev.clew.model.Enumerations;
import dev.clew.model.ErrorCode;
import dev.clew.store.Store;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What people concluded about conflicts; every conclusion is kept, the latest counts. Safe for any number of threads. */
public final class Judgements {
    private static final String LATEST = """
            SELECT conflict, version, status, note, first_claim, first_version, second_claim, second_version, by_name, at_millis
            FROM judgement j WHERE version = (SELECT MAX(version) FROM judgement k WHERE k.conflict = j.conflict)""";

    private final Store store;
    private final Clock clock;

    Judgements(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The latest judgement of each of these conflicts that has one. */
    public Map<String, Judgement> of(Collection<String> conflicts) {
        return store.read(handle -> {
            Map<String, Judgement> found = new HashMap<>();
            conflicts.forEach(id -> find(handle, id).ifPresent(each -> found.put(id, each)));
            return found;
        });
    }

    private static Optional<Judgement> find(Handle handle, String conflict) {
        return handle.createQuery(LATEST + " AND conflict = :conflict")
                .bind("conflict", conflict)
                .map((row, context) -> judgement(row))
                .findOne();
    }

    private static Judgement judgement(ResultSet row) throws SQLException {
        return new Judgement(
                row.getString(1),
                row.getLong(2),
                Enumerations.find(ConflictStatus.class, row.getString(3)).orElseThrow(),
                row.getString(4),
                new Judgement.Claims(row.getString(5), row.getLong(6), row.getString(7), row.getLong(8)),
                row.getString(9),
                Instant.ofEpochMilli(row.getLong(10)));
    }

    /**
     * Writes a conclusion.
     *
     * @param by the account
     * @param baseVersion the version of the judgement that was seen; null when none was
     * @throws ClewException (version-required, stale-version) when there is one that was not seen
     */
    public Judgement judge(Judgement.Draft draft, String by, @Nullable Long baseVersion) {
        return store.write(handle -> {
            long before = find(handle, draft.conflict()).map(Judgement::version).orElse(0L);
            requireSeen(draft.conflict(), before, baseVersion);
            Judgement made = new Judgement(
                    draft.conflict(),
                    before + 1,
                    draft.status(),
                    draft.note(),
                    draft.claims(),
                    by,
                    Instant.ofEpochMilli(clock.millis()));
            insert(handle, made);
            return made;
        });
    }

    private static void requireSeen(String conflict, long before, @Nullable Long baseVersion) {
        if (baseVersion == null && before > 0) {
            throw new ClewException(
                    ErrorCode.VERSION_REQUIRED,
                    "The conflict " + conflict + " was judged before: send If-Match \"" + before
                            + "\" when you have read that judgement.");
        }
        if (baseVersion != null && baseVersion != before) {
            throw new ClewException(
                    ErrorCode.STALE_VERSION,
                    "The judgement of the conflict " + conflict + " is at version " + before + ", not " + baseVersion
                            + ": read it again.");
        }
    }

    private static void insert(Handle handle, Judgement made) {
        handle.execute(
                """
                INSERT INTO judgement (conflict, version, status, note, first_claim, first_version, second_claim,
                    second_version, by_name, at_millis) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                made.conflict(),
                made.version(),
                made.status().code(),
                made.note(),
                made.claims().first(),
                made.claims().firstVersion(),
                made.claims().second(),
                made.claims().secondVersion(),
                made.by(),
                made.at().toEpochMilli());
    }
}
