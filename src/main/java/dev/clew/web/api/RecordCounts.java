package dev.clew.web.api;

import dev.clew.model.ClaimFeature;
import dev.clew.model.ClaimIndex;
import dev.clew.model.RecordType;
import dev.clew.model.SearchField;
import dev.clew.model.SearchIndex;
import dev.clew.model.SearchQuery;
import dev.clew.model.Source;
import dev.clew.model.SourceKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How often records occur in claims, as the indexes count. */
record RecordCounts(SearchIndex search, ClaimIndex claims) {
    /** Claims that are about an entity: linked, counted, filed under or mentioned. */
    int claimsAbout(String entity) {
        ClaimFeature about = new ClaimFeature(ClaimFeature.Kind.ABOUT, entity);
        return claims.counts(Set.of(about)).getOrDefault(about, 0);
    }

    /** Claims that name an entity anywhere, as holder or speaker too. */
    long claimsNaming(String entity) {
        return insights(SearchField.ENTITY, entity);
    }

    /** Claims from a source, and the episodes of a podcast. */
    Map<String, Long> of(Source source) {
        Map<String, Long> counts = new LinkedHashMap<>();
        if (source.kind() == SourceKind.PODCAST) {
            counts.put("insights", insights(SearchField.PODCAST, source.id()));
            counts.put("episodes", total(SearchField.PODCAST, source.id(), RecordType.SOURCE));
        } else {
            counts.put("insights", insights(SearchField.SOURCE, source.id()));
        }
        return counts;
    }

    private long insights(SearchField field, String value) {
        return total(field, value, RecordType.INSIGHT);
    }

    private long total(SearchField field, String value, RecordType type) {
        SearchQuery query = new SearchQuery(
                "",
                Map.of(field, List.of(value), SearchField.TYPE, List.of(type.code())),
                SearchQuery.Period.ANY,
                SearchQuery.Evidence.ANY,
                new SearchQuery.Page(SearchQuery.Sort.RELEVANCE, 1, null),
                SearchQuery.Mode.TEXT);
        return search.search(query).total();
    }
}
