package dev.clew.web.api;

import dev.clew.model.Entity;
import dev.clew.model.RecordType;
import dev.clew.model.SearchAnswer;
import dev.clew.model.SearchField;
import dev.clew.model.SearchIndex;
import dev.clew.model.SearchQuery;
import dev.clew.model.SourceKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds episodes that nobody has read for claims, for one answer: what it learns of an episode it does not ask again. */
final class UnreadEpisodes {
    /** Most episodes named. */
    static final int MOST = 5;
    /** Most episodes looked at, so that a hop whose episodes have all been read costs no more than this. */
    static final int LOOKED_AT = 100;

    private static final int PAGE = 20;

    private final SearchIndex search;
    private final Predicate<String> scanned;
    private final View view;
    private final Map<String, Boolean> read = new HashMap<>();

    /**
     * For an answer told with these records.
     *
     * @param scanned whether a scan has read an episode to its end
     */
    UnreadEpisodes(SearchIndex search, Predicate<String> scanned, View view) {
        this.search = search;
        this.scanned = scanned;
        this.view = view;
    }

    /** Ids of those whose records name all these entities, best match first. */
    List<String> naming(List<String> entities) {
        SearchQuery query = query(entities);
        List<String> unread = new ArrayList<>();
        for (int looked = 0; looked < LOOKED_AT && unread.size() < MOST; looked += PAGE) {
            SearchAnswer found = search.search(query);
            found.hits().stream()
                    .map(hit -> hit.name().id())
                    .filter(id -> !read.computeIfAbsent(id, this::isRead))
                    .forEach(unread::add);
            if (found.nextCursor() == null) {
                break;
            }
            query = query.page(page(found.nextCursor()));
        }
        return unread.stream().limit(MOST).toList();
    }

    private SearchQuery query(List<String> entities) {
        return SearchQuery.of(entities.stream().map(this::quoted).collect(Collectors.joining(" ")))
                .by(SearchQuery.Mode.TEXT)
                .page(page(null))
                .with(SearchField.TYPE, RecordType.SOURCE.code())
                .with(SearchField.KIND, SourceKinds.label(SourceKind.EPISODE));
    }

    private static SearchQuery.Page page(@Nullable String cursor) {
        return new SearchQuery.Page(SearchQuery.Sort.RELEVANCE, PAGE, cursor);
    }

    private String quoted(String entity) {
        String label = view.entity(entity).map(Entity::headline).orElse(entity);
        return "\"" + label.replace('"', ' ') + "\"";
    }

    /** A scan may have found nothing worth a claim, and claims may have been entered by hand. */
    private boolean isRead(String episode) {
        return scanned.test(episode)
                || search.search(SearchQuery.of("")
                                        .with(SearchField.SOURCE, episode)
                                        .with(SearchField.TYPE, RecordType.INSIGHT.code()))
                                .total()
                        > 0;
    }
}
