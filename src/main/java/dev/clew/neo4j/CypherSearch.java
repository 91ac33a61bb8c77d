package dev.clew.neo4j;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.model.Problem;
import dev.clew.model.Relations;
import dev.clew.model.SearchAnswer;
import dev.clew.model.SearchField;
import dev.clew.model.SearchIndex;
import dev.clew.model.SearchQuery;
import dev.clew.model.SuggestQuery;
import dev.clew.model.Suggestion;
import dev.clew.model.text.Cursor;
import dev.clew.model.text.FilterValues;
import dev.clew.model.text.Sought;
import dev.clew.model.text.Words;
import java.util.List;
import java.util.stream.Stream;

/**
 * Text search on a Neo4j server: by its full-text indexes over words that were cut as everywhere in Clew, and by walking
 * from the names of things to the claims that name them. What a query by words finds is what the embedded index finds;
 * the order by relevance is the server's own.
 *
 * <p>It shows the newest change that was projected, whole; see {@link WholeReading}. The next page is read from the state of
 * then.
 */
public final class CypherSearch implements SearchIndex {
    /** Most records that a query, or one word of it, may match. */
    static final long MATCHES = 100_000;

    /** Most words and phrases of a query. */
    static final int PARTS = 16;

    private static final String ENGINE = "neo4j";

    private final WholeReading reading;
    private final Relations relations;
    private final Words words;
    private final Powers powers;

    /**
     * Searches on this server.
     *
     * @param matches most records that a query, or one word of it, may match
     */
    CypherSearch(Neo4jServer server, Relations relations, Words words, long matches) {
        this.reading = new WholeReading(server);
        this.relations = relations;
        this.words = words;
        this.powers = new Powers(false, false, false, false, matches);
    }

    @Override
    public Powers powers() {
        return powers;
    }

    /**
     * {@inheritDoc}
     *
     * @throws ClewException (bad-request) also for what {@link #powers} lacks, and when more matches than it looks at;
     *     (not-ready) when the server cannot be reached or holds no whole projection, (database) when it does not let the
     *     user in
     */
    @Override
    public SearchAnswer search(SearchQuery query) {
        refuseEvidence(query);
        Cursor cursor = Cursor.read(query, ENGINE);
        return reading.read((statements, position) -> {
            Called called = new Called(statements, words);
            Sought sought = Sought.of(query, words, new FilterValues(called, relations));
            refuseContested(sought);
            refuseMany(sought);
            CypherFinding finding = new CypherFinding(
                    called, relations, new CypherFinding.Asked(query, sought, cursor, powers.matches()));
            return finding.answer(position.n(), ENGINE);
        });
    }

    private static void refuseEvidence(SearchQuery query) {
        SearchQuery.Evidence evidence = query.evidence();
        Integer minVoices = evidence.minVoices();
        if (evidence.contested() != null) {
            throw lacking("contested", evidence.contested());
        }
        if (minVoices != null && minVoices > 0) {
            throw lacking("minVoices", minVoices);
        }
        if (query.page().sort() == SearchQuery.Sort.VOICES) {
            throw lacking("sort", "voices");
        }
    }

    private static void refuseContested(Sought sought) {
        Stream.concat(sought.conditions().required().stream(), sought.conditions().excluded().stream())
                .filter(values -> values.getFirst().field() == SearchField.CONTESTED)
                .findFirst()
                .ifPresent(values -> {
                    throw lacking("contested", values.getFirst().value());
                });
    }

    /** Each part is matched by itself, and all matches of all of them are held on the server. */
    private static void refuseMany(Sought sought) {
        int parts = sought.phrases().size()
                + sought.words().size()
                + sought.without().size();
        if (parts > PARTS) {
            throw refused(
                    "q",
                    "has more than the " + PARTS + " words that the Neo4j server looks for at once",
                    sought.text());
        }
    }

    private static ClewException lacking(String path, Object value) {
        return refused(path, "is not answered by the Neo4j server, which does not know how claims are backed", value);
    }

    /** Says what to do instead. */
    static ClewException refused(String path, String what, Object value) {
        Problem problem = new Problem(path, what + ": leave it out, or use engine=embedded", value.toString());
        return new ClewException(ErrorCode.BAD_REQUEST, problem + ".", List.of(problem));
    }

    /**
     * Refused.
     *
     * @throws ClewException (bad-request) always: {@link #powers} says so
     */
    @Override
    public List<Suggestion> suggest(SuggestQuery query) {
        throw refused("q", "is not completed by the Neo4j server", query.text());
    }
}
