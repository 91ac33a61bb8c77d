package dev.clew.web.api;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.model.Problem;
import dev.clew.model.SearchAnswer;
import dev.clew.model.SearchIndex;
import dev.clew.model.SearchQuery;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The indexes that find records by words, of which a call may name one.
 *
 * @param embedded the one that is always there
 * @param server the one on the Neo4j server; null where none is set
 * @param isServerUsual whether that one is asked first where none is named; the embedded one answers what it refuses or is not
 *     ready for
 */
public record SearchEngines(SearchIndex embedded, @Nullable SearchIndex server, boolean isServerUsual) {
    static final String EMBEDDED = "embedded";
    static final String SERVER = "neo4j";
    private static final Set<ErrorCode> LEFT_TO_THE_EMBEDDED =
            Set.of(ErrorCode.BAD_REQUEST, ErrorCode.NOT_READY, ErrorCode.TIMED_OUT);

    /** Where there is no server. */
    public static SearchEngines of(SearchIndex embedded) {
        return new SearchEngines(embedded, null, false);
    }

    /**
     * What was found.
     *
     * @param engine by which index
     * @param answer what
     */
    record Found(String engine, SearchAnswer answer) {}

    /**
     * Searches.
     *
     * @param asked the engine that is named, if one is
     * @throws ClewException (bad-request) when that is not at hand, or lacks what is asked for
     */
    Found search(SearchQuery query, Optional<String> asked) {
        SearchIndex chosen = server;
        if (asked.equals(Optional.of(SERVER)) && chosen == null) {
            Problem problem = new Problem("engine", "is not at hand: set neo4j-uri, or use engine=" + EMBEDDED, SERVER);
            throw new ClewException(ErrorCode.BAD_REQUEST, problem + ".", List.of(problem));
        }
        if (chosen != null && asked.equals(Optional.of(SERVER))) {
            return new Found(SERVER, chosen.search(query));
        }
        return chosen != null && asked.isEmpty() && isServerUsual && query.mode() != SearchQuery.Mode.MEANING
                ? usual(chosen, query)
                : new Found(EMBEDDED, embedded.search(query));
    }

    /** What the server refuses the embedded index answers, or refuses in its own words. */
    private Found usual(SearchIndex chosen, SearchQuery query) {
        try {
            return new Found(SERVER, chosen.search(query));
        } catch (ClewException refused) {
            if (!LEFT_TO_THE_EMBEDDED.contains(refused.code())) {
                throw refused;
            }
            return new Found(EMBEDDED, embedded.search(query));
        }
    }
}
