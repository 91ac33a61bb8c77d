package dev.clew.sparql;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.model.RecordType;
import dev.clew.model.SearchAnswer;
import dev.clew.model.SearchField;
import dev.clew.model.SearchIndex;
import dev.clew.model.SearchQuery;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The text searches of one query: each done once, and not too many. For one thread. */
final class TextSearches {
    /** Most different searches of one query. */
    static final int MOST = 50;

    private record Asked(String text, int limit) {}

    private final SearchIndex search;
    private final Map<Asked, List<SearchAnswer.Hit>> found = new HashMap<>();

    TextSearches(SearchIndex search) {
        this.search = search;
    }

    /**
     * The best claims for a text.
     *
     * @throws ClewException (bad-request) for one search too many, and as the search does
     */
    List<SearchAnswer.Hit> hits(String text, int limit) {
        Asked asked = new Asked(text, limit);
        List<SearchAnswer.Hit> known = found.get(asked);
        if (known != null) {
            return known;
        }
        if (found.size() >= MOST) {
            throw new ClewException(
                    ErrorCode.BAD_REQUEST,
                    "The query searches for more than " + MOST + " different texts: ask for fewer.");
        }
        SearchQuery query = SearchQuery.of(text)
                .with(SearchField.TYPE, RecordType.INSIGHT.code())
                .page(new SearchQuery.Page(SearchQuery.Sort.RELEVANCE, limit, null))
                .by(SearchQuery.Mode.TEXT);
        List<SearchAnswer.Hit> hits = search.search(query).hits();
        found.put(asked, hits);
        return hits;
    }
}
