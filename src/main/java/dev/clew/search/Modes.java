package dev.clew.search;

import dev.clew.model.SearchAnswer.Matching;
import dev.clew.model.SearchQuery;
import dev.clew.model.SearchQuery.Mode;
import dev.clew.model.SearchQuery.Sort;
import dev.clew.search.meaning.Meaning;
import org.jspecify.annotations.Nullable;

/** Decides in which mode a query is answered, and says why when it is not the one asked for. */
final class Modes {
    private Modes() {}

    static Matching of(SearchQuery query, QueryPlan plan, Meaning.Status meaning) {
        if (query.mode() == Mode.TEXT) {
            return byText(null);
        }
        if (!plan.isRanked()) {
            return byText("Nothing is sought by words, so there is no meaning to compare.");
        }
        String missing = missing(meaning);
        if (missing != null) {
            return byText(missing);
        }
        if (query.mode() == Mode.HYBRID && query.page().sort() != Sort.RELEVANCE) {
            return byText("Only what the words match is ordered by anything but relevance.");
        }
        return new Matching(query.mode(), null);
    }

    private static Matching byText(@Nullable String note) {
        return new Matching(Mode.TEXT, note);
    }

    private static @Nullable String missing(Meaning.Status meaning) {
        return switch (meaning.state()) {
            case READY -> null;
            case OFF -> "Matching by meaning is switched off on this server.";
            case LOADING ->
                "The sentence model is still being loaded; ask again in a few seconds to match by meaning too.";
            case BROKEN -> meaning.failure();
        };
    }
}
