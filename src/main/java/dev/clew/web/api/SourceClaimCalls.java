package dev.clew.web.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.model.Insight;
import dev.clew.model.Passage;
import dev.clew.model.RecordName;
import dev.clew.model.RecordType;
import dev.clew.model.Relations;
import dev.clew.model.SearchAnswer;
import dev.clew.model.SearchField;
import dev.clew.model.SearchIndex;
import dev.clew.model.SearchQuery;
import dev.clew.web.http.Answer;
import dev.clew.web.http.Form;
import dev.clew.web.http.Parameter;
import dev.clew.web.http.Route;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The call for what is claimed in a source, along its time: {@code /api/sources/ID/claims}. */
final class SourceClaimCalls {
    /** Most claims of one source that are read. */
    private static final int MOST = 1000;

    private static final Comparator<Insight> ALONG = Comparator.comparingInt(SourceClaimCalls::start)
            .thenComparing(
                    insight -> Optional.ofNullable(insight.passage().quote()).isEmpty())
            .thenComparing(Insight::id);

    private final SearchIndex search;
    private final Relations relations;
    private final Reads reads;

    SourceClaimCalls(SearchIndex search, Relations relations, Reads reads) {
        this.search = search;
        this.relations = relations;
        this.reads = reads;
    }

    Stream<Route> routes() {
        return Stream.of(reads.route(
                "/api/sources/{id}/claims",
                "The claims made in an episode or document, in the order of its time; those without a time last.",
                List.of(Parameter.path("id", new Form.Id(), "The id of the source.")),
                "SourceClaims",
                asked -> claims(asked.arguments().text("id"))));
    }

    private Answer claims(String id) {
        View view = reads.view();
        view.require(RecordName.source(id));
        List<Insight> found = new ArrayList<>();
        long total = read(id, view, found);
        NamedJson names = new NamedJson(view, relations);
        EvidenceJson evidence = new EvidenceJson(view, names);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("source", names.source(id));
        ArrayNode listed = json.putArray("claims");
        found.stream().sorted(ALONG).map(evidence::claim).forEach(listed::add);
        return Answer.json(json.put("total", total).put("limit", MOST).put("change", view.change()));
    }

    private long read(String id, View view, List<Insight> into) {
        String cursor = null;
        SearchAnswer found;
        int read = 0;
        do {
            found = search.search(new SearchQuery(
                    "",
                    Map.of(SearchField.TYPE, List.of(RecordType.INSIGHT.code()), SearchField.SOURCE, List.of(id)),
                    SearchQuery.Period.ANY,
                    SearchQuery.Evidence.ANY,
                    new SearchQuery.Page(SearchQuery.Sort.RELEVANCE, SearchQuery.HITS_LIMIT, cursor),
                    SearchQuery.Mode.TEXT));
            found.hits().forEach(hit -> view.insight(hit.name().id()).ifPresent(into::add));
            read += found.hits().size();
            cursor = found.nextCursor();
        } while (cursor != null && read < MOST);
        return found.total();
    }

    private static int start(Insight insight) {
        Passage.Span span = insight.passage().span();
        return span == null ? Integer.MAX_VALUE : span.start();
    }
}
