package dev.clew.desk;

import dev.clew.desk.Proposals.Fresh;
import dev.clew.desk.ScanRun.Counts;
import dev.clew.desk.ScanRun.Part;
import dev.clew.desk.ScanRun.State;
import dev.clew.model.ClewException;
import dev.clew.model.Enumerations;
import dev.clew.model.ErrorCode;
import dev.clew.store.Store;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Scans with how they went, and what their rules were worth. Safe for any number of threads, and for several processes. */
public final class ScanRuns {
    /** Most scans of one page. */
    public static final int LIMIT_PAGE = 200;
    /** Most episodes of one scan. */
    public static final int LIMIT_EPISODES = 1_000;

    private static final String KNOWN = "known";

    private final Store store;
    private final Clock clock;
    private final Proposals proposals;

    ScanRuns(Store store, Clock clock, Proposals proposals) {
        this.store = store;
        this.clock = clock;
        this.proposals = proposals;
    }

    /**
     * A claim to be proposed.
     *
     * @param insight its id, by which it is known when it is found again
     * @param podcast the id of the podcast
     * @param rules what picked it
     * @param fresh the proposal
     */
    public record Found(String insight, String podcast, List<String> rules, Fresh fresh) {}

    /**
     * What became of the proposals that a rule picked, or that came from a podcast.
     *
     * @param subject the rule or podcast
     * @param accepted published
     * @param rejected decided against
     * @param waiting not decided
     */
    public record Tally(String subject, long accepted, long rejected, long waiting) {
        private static final int LEAST_DECIDED = 10;
        private static final double MOSTLY = 0.8;

        /** Whether curators mostly decide against it, so that one should consider doing without. */
        public boolean isMostlyRejected() {
            long decided = accepted + rejected;
            return decided >= LEAST_DECIDED && rejected >= MOSTLY * decided;
        }
    }

    /** Notes that a scan is asked for; gives its number. */
    public long begin(String by, String extractor, List<String> episodes) {
        if (episodes.isEmpty() || episodes.size() > LIMIT_EPISODES) {
            throw ClewException.invalid(
                    "episodes", "must name 1 to " + LIMIT_EPISODES + " episodes", Integer.toString(episodes.size()));
        }
        return store.write(handle -> {
            long number = handle.createQuery("SELECT COALESCE(MAX(number), 0) + 1 FROM scan_run")
                    .mapTo(Long.class)
                    .one();
            handle.execute(
                    "INSERT INTO scan_run (number, by_name, extractor, state, made_millis) VALUES (?, ?, ?, 'waiting', ?)",
                    number,
                    by,
                    extractor,
                    clock.millis());
            for (int place = 0; place < episodes.size(); place++) {
                handle.execute(
                        "INSERT INTO scan_part (run, place, episode, state, segments, candidates, dropped, message)"
                                + " VALUES (?, ?, ?, 'waiting', 0, 0, '', '')",
                        number,
                        place,
                        episodes.get(place));
            }
            return number;
        });
    }

    /** Notes how far a scan is. */
    public void settle(long number, State state) {
        store.write(handle -> handle.execute(
                "UPDATE scan_run SET state = ?, ended_millis = ? WHERE number = ?",
                state.code(),
                state.isOpen() ? null : clock.millis(),
                number));
    }

    /** Notes that an episode of a scan came to its end without proposals. */
    public void settle(long number, Part part) {
        store.write(handle -> update(handle, number, part));
    }

    private static int update(Handle handle, long number, Part part) {
        return handle.execute(
                "UPDATE scan_part SET state = ?, segments = ?, candidates = ?, dropped = ?, message = ?"
                        + " WHERE run = ? AND place = ?",
                part.state().code(),
                part.counts().segments(),
                part.counts().candidates(),
                written(part.counts().dropped()),
                part.message(),
                number,
                part.place());
    }

    /**
     * Keeps what was found in an episode and notes that it is through, as one. What was proposed once is left out, whatever
     * became of it, and counted as dropped.
     *
     * @param part how it went, without what is proposed here
     * @return how many are new
     */
    public int keep(long number, Part part, List<Found> found) {
        Set<String> known = known(found);
        List<Found> fresh =
                found.stream().filter(each -> !known.contains(each.insight())).toList();
        Map<String, Integer> dropped = new TreeMap<>(part.counts().dropped());
        if (fresh.size() < found.size()) {
            dropped.put(KNOWN, found.size() - fresh.size());
        }
        Counts counts = new Counts(part.counts().segments(), fresh.size(), dropped);
        Part through = new Part(part.place(), part.episode(), State.DONE, counts, "");
        proposals.addAll(fresh.stream().map(Found::fresh).toList(), (handle, numbers) -> {
            for (int i = 0; i < fresh.size(); i++) {
                note(handle, number, fresh.get(i), numbers.get(i));
            }
            update(handle, number, through);
        });
        return fresh.size();
    }

    private Set<String> known(List<Found> found) {
        return store.read(handle -> {
            Set<String> known = new HashSet<>();
            for (Found each : found) {
                int count = handle.createQuery("SELECT COUNT(*) FROM scan_candidate WHERE insight = :insight")
                        .bind("insight", each.insight())
                        .mapTo(Integer.class)
                        .one();
                if (count > 0) {
                    known.add(each.insight());
                }
            }
            return known;
        });
    }

    private static void note(Handle handle, long run, Found found, long proposal) {
        handle.execute(
                "INSERT INTO scan_candidate (insight, run, proposal, podcast) VALUES (?, ?, ?, ?)",
                found.insight(),
                run,
                proposal,
                found.podcast());
        for (String rule : found.rules()) {
            handle.execute("INSERT INTO scan_candidate_rule (insight, rule) VALUES (?, ?)", found.insight(), rule);
        }
    }

    /** Notes that what was under way when the server stopped is so no more. */
    public int interruptOpen() {
        return store.prepare(handle ->
                handle.execute("UPDATE scan_run SET state = 'interrupted' WHERE state IN ('waiting', 'running')"));
    }

    /**
     * One scan.
     *
     * @throws ClewException (not-found) when there is none
     */
    public ScanRun require(long number) {
        List<ScanRun> found = list(number + 1, 1);
        if (found.isEmpty() || found.getFirst().number() != number) {
            throw new ClewException(ErrorCode.NOT_FOUND, "There is no scan " + number + ".");
        }
        return found.getFirst();
    }

    /**
     * A page of scans, newest first.
     *
     * @param before only those with smaller numbers
     */
    public List<ScanRun> list(long before, int limit) {
        return store.read(handle -> handle.createQuery(
                        "SELECT number, by_name, extractor, state, made_millis, ended_millis FROM scan_run"
                                + " WHERE number < :before ORDER BY number DESC LIMIT :limit")
                .bind("before", before)
                .bind("limit", limit)
                .map((row, context) -> run(row, parts(handle, row.getLong(1))))
                .list());
    }

    /** Whether some scan has read an episode to its end, whatever it found and whatever became of the rest of the scan. */
    public boolean hasRead(String episode) {
        return store.read(handle ->
                handle.createQuery("SELECT COUNT(*) FROM scan_part WHERE episode = :episode AND state = :done")
                                .bind("episode", episode)
                                .bind("done", State.DONE.code())
                                .mapTo(Long.class)
                                .one()
                        > 0);
    }

    private static List<Part> parts(Handle handle, long run) {
        return handle.createQuery("SELECT place, episode, state, segments, candidates, dropped, message FROM scan_part"
                        + " WHERE run = :run ORDER BY place")
                .bind("run", run)
                .map((row, context) -> part(row))
                .list();
    }

    private static ScanRun run(ResultSet row, List<Part> parts) throws SQLException {
        long ended = row.getLong(6);
        @Nullable Instant end = row.wasNull() ? null : Instant.ofEpochMilli(ended);
        return new ScanRun(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                state(row.getString(4)),
                Instant.ofEpochMilli(row.getLong(5)),
                end,
                parts);
    }

    private static Part part(ResultSet row) throws SQLException {
        Counts counts = new Counts(row.getInt(4), row.getInt(5), read(row.getString(6)));
        return new Part(row.getInt(1), row.getString(2), state(row.getString(3)), counts, row.getString(7));
    }

    private static State state(String code) {
        return Enumerations.find(State.class, code).orElseThrow();
    }

    private static String written(Map<String, Integer> dropped) {
        return new TreeMap<>(dropped)
                .entrySet().stream()
                        .map(each -> each.getKey() + '=' + each.getValue())
                        .collect(Collectors.joining(" "));
    }

    private static Map<String, Integer> read(String dropped) {
        Map<String, Integer> counts = new TreeMap<>();
        for (String each : dropped.split(" ")) {
            int equals = each.indexOf('=');
            if (equals > 0) {
                counts.put(each.substring(0, equals), Integer.valueOf(each.substring(equals + 1)));
            }
        }
        return counts;
    }

    /** What became of the proposals that each rule picked, ordered by rule. */
    public List<Tally> byRule() {
        return tallies("SELECT r.rule, "
                + COUNTS
                + " FROM scan_candidate_rule r JOIN scan_candidate c ON c.insight = r.insight"
                + " JOIN proposal p ON p.number = c.proposal GROUP BY r.rule ORDER BY r.rule");
    }

    /** What became of the proposals from each podcast, ordered by its id. */
    public List<Tally> byPodcast() {
        return tallies(
                "SELECT c.podcast, "
                        + COUNTS
                        + " FROM scan_candidate c JOIN proposal p ON p.number = c.proposal GROUP BY c.podcast ORDER BY c.podcast");
    }

    private static final String COUNTS = "SUM(CASE WHEN p.state = 'accepted' THEN 1 ELSE 0 END),"
            + " SUM(CASE WHEN p.state = 'rejected' THEN 1 ELSE 0 END),"
            + " SUM(CASE WHEN p.state IN ('draft', 'proposed') THEN 1 ELSE 0 END)";

    private List<Tally> tallies(String query) {
        return store.read(handle -> handle.createQuery(query)
                .map((row, context) -> new Tally(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4)))
                .list());
    }
}
