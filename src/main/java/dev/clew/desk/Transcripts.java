package dev.clew.desk;

import dev.clew.store.Store;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Transcripts of episodes, kept for review and never published. Safe for any number of threads. */
public final class Transcripts {
    private final Store store;
    private final Clock clock;

    Transcripts(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * A transcript as it is kept.
     *
     * @param episode the id of the source
     * @param name what its file or address is called
     * @param hash of its content, by which another one is told
     * @param content its segments as JSON
     */
    public record Kept(String episode, String name, String hash, String content) {}

    /**
     * That a transcript is kept, without what it says.
     *
     * @param episode the id of the source
     * @param name what its file or address is called
     * @param added when it was kept
     * @param scan the number of the latest scan that is through with the episode; 0 for none
     */
    public record Listed(String episode, String name, Instant added, long scan) {}

    /** Most transcripts of one list. */
    public static final int LIMIT_LIST = 1_000;

    /** Keeps a transcript in place of the one before; false when it is there already. */
    public boolean keep(Kept kept) {
        return store.write(handle -> {
            int same = handle.createQuery("SELECT COUNT(*) FROM transcript WHERE episode = :episode AND hash = :hash")
                    .bind("episode", kept.episode())
                    .bind("hash", kept.hash())
                    .mapTo(Integer.class)
                    .one();
            if (same > 0) {
                return false;
            }
            handle.execute("DELETE FROM transcript WHERE episode = ?", kept.episode());
            handle.execute(
                    "INSERT INTO transcript (episode, name, hash, content, added_millis) VALUES (?, ?, ?, ?, ?)",
                    kept.episode(),
                    kept.name(),
                    kept.hash(),
                    kept.content(),
                    clock.millis());
            return true;
        });
    }

    /** The transcript of an episode; empty when none is kept. */
    public Optional<Kept> find(String episode) {
        return store.read(handle -> handle.createQuery(
                        "SELECT episode, name, hash, content FROM transcript WHERE episode = :episode")
                .bind("episode", episode)
                .map((row, context) -> new Kept(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                .findOne());
    }

    /** The transcripts that were kept last, newest first. */
    public List<Listed> latest(int limit) {
        return store.read(handle -> handle.createQuery(
                        "SELECT t.episode, t.name, t.added_millis, (SELECT COALESCE(MAX(p.run), 0) FROM scan_part p"
                                + " WHERE p.episode = t.episode AND p.state = 'done')"
                                + " FROM transcript t ORDER BY t.added_millis DESC, t.episode LIMIT :limit")
                .bind("limit", Math.min(limit, LIMIT_LIST))
                .map((row, context) -> new Listed(
                        row.getString(1), row.getString(2), Instant.ofEpochMilli(row.getLong(3)), row.getLong(4)))
                .list());
    }
}
