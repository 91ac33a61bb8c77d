package dev.clew.web.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.insight.Conflict;
import dev.clew.insight.ConflictPage;
import dev.clew.insight.ConflictQuery;
import dev.clew.insight.Conflicts;
import dev.clew.insight.DatedClaim;
import dev.clew.model.Enumerations;
import dev.clew.model.Insight;
import dev.clew.model.RecordName;
import dev.clew.model.Relations;
import dev.clew.model.Source;
import dev.clew.web.http.Answer;
import dev.clew.web.http.Arguments;
import dev.clew.web.http.Form;
import dev.clew.web.http.Parameter;
import dev.clew.web.http.Route;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The call for what is in dispute: {@code /api/conflicts}. */
final class ConflictCalls {
    private static final List<String> KINDS =
            Arrays.stream(Conflict.Kind.values()).map(Conflict.Kind::code).toList();

    private final Conflicts conflicts;
    private final Relations relations;
    private final Reads reads;

    ConflictCalls(Conflicts conflicts, Relations relations, Reads reads) {
        this.conflicts = conflicts;
        this.relations = relations;
        this.reads = reads;
    }

    Stream<Route> routes() {
        return Stream.of(reads.route(
                "/api/conflicts",
                "Pairs of claims that answer one question in ways that exclude each other, question by question.",
                List.of(
                        Parameter.optional("entity", new Form.Id(), "Only what is in dispute about this entity."),
                        Parameter.many(
                                "kind",
                                new Form.Choice(KINDS),
                                KINDS.size(),
                                "Only conflicts of these kinds; all but outdated when left out."),
                        Parameter.fallback(
                                "limit",
                                new Form.Whole(1, Conflicts.LIMIT_MOST),
                                Integer.toString(Conflicts.LIMIT_DEFAULT),
                                "Most conflicts; an answer may hold fewer and still have a next one."),
                        Parameter.optional(
                                "cursor", new Form.Text(200), "Where the last page ended, as its answer said.")),
                "Conflicts",
                asked -> conflicts(asked.arguments())));
    }

    private Answer conflicts(Arguments asked) {
        View view = reads.view();
        Optional<String> entity = asked.optionalText("entity");
        Reads.requireEntities(view, entity.stream().toList());
        ConflictQuery query = new ConflictQuery(
                entity.orElse(null),
                kinds(asked),
                each -> true,
                id -> claim(view, id),
                new ConflictQuery.Page(
                        asked.whole("limit"), asked.optionalText("cursor").orElse(null)));
        ConflictPage page = conflicts.page(query);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode list = json.putArray("conflicts");
        ConflictJson written = new ConflictJson(view, new NamedJson(view, relations));
        page.questions().forEach(group -> list.addAll(written.group(group)));
        if (page.cursor() != null) {
            json.put("nextCursor", page.cursor());
        }
        return Answer.json(json.put("change", view.change()));
    }

    private static Set<Conflict.Kind> kinds(Arguments asked) {
        Set<Conflict.Kind> kinds = asked.texts("kind").stream()
                .map(code -> Enumerations.find(Conflict.Kind.class, code).orElseThrow())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Conflict.Kind.class)));
        return kinds.isEmpty() ? EnumSet.complementOf(EnumSet.of(Conflict.Kind.OUTDATED)) : kinds;
    }

    private static Optional<DatedClaim> claim(View view, String id) {
        return view.insight(id).map(insight -> dated(view, insight));
    }

    private static DatedClaim dated(View view, Insight insight) {
        Optional<Source> source =
                view.published(RecordName.source(insight.passage().source())).map(Source.class::cast);
        return new DatedClaim(
                insight, source.map(each -> each.publication().date()).orElse(null));
    }
}
