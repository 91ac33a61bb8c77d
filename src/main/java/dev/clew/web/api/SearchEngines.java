package dev.clew.web.api;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.model.Problem;
import dev.clew.model.SearchAnswer;
import dev.clew.model.SearchField;
import dev.clew.model.SearchIndex;
import dev.clew.model.SearchQuery;
import dev.clew.model.text.QueryText;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The indexes that find records by words, of which a call may name one.
 *
 * @param embedded the one that is always there
 * @param server the one on the Neo4j server; null where none is set
 * @param isServerUsual whether that one answers where none is named and it lacks nothing that is asked for
 */
public record SearchEngines(SearchIndex embedded, @Nullable SearchIndex server, boolean isServerUsual) {
    static final String EMBEDDED = "embedded";
    static final String SERVER = "neo4j";

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
        boolean isServer = asked.map(SERVER::equals).orElseGet(() -> isServerUsual && answers(query));
        return isServer && chosen != null
                ? new Found(SERVER, chosen.search(query))
                : new Found(EMBEDDED, embedded.search(query));
    }

    /** Whether the server lacks nothing of what is asked for; words alone are found where both was asked for. */
    private boolean answers(SearchQuery query) {
        return server != null
                && (server.powers().meaning() || query.mode() != SearchQuery.Mode.MEANING)
                && (server.powers().backings() || !asksForBackings(query));
    }

    private static boolean asksForBackings(SearchQuery query) {
        return !query.evidence().equals(SearchQuery.Evidence.ANY)
                || query.page().sort() == SearchQuery.Sort.VOICES
                || QueryText.parse(query.text()).stream()
                        .anyMatch(each ->
                                each instanceof QueryText.Value value && value.field() == SearchField.CONTESTED);
    }
}
