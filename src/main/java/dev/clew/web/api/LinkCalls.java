package dev.clew.web.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.exchange.RecordJson;
import dev.clew.model.Attribution;
import dev.clew.model.Belief;
import dev.clew.model.ClewException;
import dev.clew.model.Entity;
import dev.clew.model.Enumerations;
import dev.clew.model.Framing;
import dev.clew.model.Link;
import dev.clew.model.LinkLine;
import dev.clew.model.LinkSentence;
import dev.clew.model.Problem;
import dev.clew.model.Relations;
import dev.clew.model.SearchIndex;
import dev.clew.model.Slug;
import dev.clew.model.SuggestQuery;
import dev.clew.model.Suggestion;
import dev.clew.web.http.Answer;
import dev.clew.web.http.Arguments;
import dev.clew.web.http.Form;
import dev.clew.web.http.Parameter;
import dev.clew.web.http.Route;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/links/read}: a link as a curator writes it, into the link and back into words. */
final class LinkCalls {
    private static final int NEAREST = 5;

    private final SearchIndex search;
    private final Relations relations;
    private final Reads reads;
    private final RecordJson records;

    LinkCalls(SearchIndex search, Relations relations, Reads reads) {
        this.search = search;
        this.relations = relations;
        this.reads = reads;
        this.records = new RecordJson(reads.base());
    }

    Stream<Route> routes() {
        return Stream.of(reads.route(
                "/api/links/read",
                "Reads a link such as compute > enables > sovereignty, entities by id, label or alias, and says it in words;"
                        + " what cannot be read is told as problems.",
                List.of(
                        Parameter.required("line", new Form.Text(LinkLine.LIMIT_CHARACTERS), "The link."),
                        Parameter.optional("holder", new Form.Id(), "Who believes it."),
                        Parameter.optional("speaker", new Form.Id(), "Who says it."),
                        Parameter.fallback(
                                "attribution", new Form.Choice(attributions()), "own", "Whose belief it is.")),
                "LinkRead",
                asked -> read(asked.arguments())));
    }

    private static List<String> attributions() {
        return Arrays.stream(Attribution.values()).map(Enumerations::code).toList();
    }

    /** An end that was looked up. */
    private record Found(
            @Nullable Entity entity,
            @Nullable String framing,
            @Nullable String alias) {}

    private Answer read(Arguments asked) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        List<Problem> problems = new ArrayList<>();
        View view = reads.view();
        try {
            LinkLine line = LinkLine.parse(asked.text("line"));
            Found subject = find("subject", line.subject(), view, problems);
            Found object = find("object", line.object(), view, problems);
            Optional<Link> link = link(line, subject, object, problems);
            link.ifPresent(found -> tell(found, asked, new NamedJson(view, relations), json));
            alias("subjectAlias", subject, json);
            alias("objectAlias", object, json);
        } catch (ClewException refused) {
            problems.addAll(refused.problems());
        }
        ArrayNode list = json.putArray("problems");
        problems.forEach(each -> list.addObject()
                .put("path", each.path())
                .put("message", each.message())
                .put("value", each.value()));
        return Answer.json(json.put("change", view.change()));
    }

    private static void alias(String field, Found found, ObjectNode json) {
        if (found.alias() != null) {
            json.put(field, found.alias());
        }
    }

    private Optional<Link> link(LinkLine line, Found subject, Found object, List<Problem> problems) {
        Entity from = subject.entity();
        Entity to = object.entity();
        String placeholder = "unknown";
        LinkLine plain = new LinkLine(
                new LinkLine.End(from == null ? placeholder : from.id(), subject.framing()),
                line.relation(),
                new LinkLine.End(to == null ? placeholder : to.id(), object.framing()),
                line.marks(),
                line.scope());
        try {
            Link link = plain.link(relations, id -> id);
            return from == null || to == null || !problems.isEmpty() ? Optional.empty() : Optional.of(link);
        } catch (ClewException refused) {
            problems.addAll(refused.problems());
            return Optional.empty();
        }
    }

    private void tell(Link link, Arguments asked, NamedJson names, ObjectNode json) {
        json.set("link", records.link(link));
        json.set("subject", names.entity(link.subject().entity()));
        json.set("relation", names.relation(link.relation()));
        json.set("object", names.entity(link.object().entity()));
        Belief belief = new Belief(
                asked.optionalText("holder").orElse(null),
                asked.optionalText("speaker").orElse(null),
                Enumerations.find(Attribution.class, asked.text("attribution")).orElseThrow());
        LinkSentence sentence =
                new LinkSentence(relations, id -> names.entity(id).get("label").asText(), names::framing);
        json.put("sentence", sentence.of(link, belief));
    }

    private Found find(String field, LinkLine.End end, View view, List<Problem> problems) {
        Optional<Entity> byId = Slug.isSlug(end.name()) ? view.entity(end.name()) : Optional.empty();
        String alias = null;
        if (byId.isEmpty()) {
            List<Suggestion> near = search.suggest(new SuggestQuery(end.name(), null, NEAREST));
            List<Suggestion> same =
                    near.stream().filter(each -> isCalled(each, end.name())).toList();
            if (same.size() != 1) {
                problems.add(unknown(field, end.name(), same.isEmpty() ? near : same));
                return new Found(null, null, null);
            }
            byId = view.entity(same.getFirst().id());
            alias = same.getFirst().matchedAlias();
        }
        return new Found(
                byId.orElse(null),
                byId.map(entity -> framing(field, entity, end.framing(), problems))
                        .orElse(null),
                alias);
    }

    private static boolean isCalled(Suggestion suggestion, String name) {
        String alias = suggestion.matchedAlias();
        return suggestion.label().equalsIgnoreCase(name) || alias != null && alias.equalsIgnoreCase(name);
    }

    private static Problem unknown(String field, String name, List<Suggestion> near) {
        String names =
                near.stream().map(each -> each.id() + " (" + each.label() + ")").collect(Collectors.joining(", "));
        String message = near.isEmpty()
                ? "no entity is called so: correct it, or add it first"
                : "names no one entity: choose one of " + names;
        return new Problem(field, message, name);
    }

    private static @Nullable String framing(
            String field, Entity entity, @Nullable String given, List<Problem> problems) {
        if (given == null) {
            return null;
        }
        Optional<Framing> found = entity.framing(given)
                .or(() -> entity.framings().stream()
                        .filter(framing -> framing.label().equalsIgnoreCase(given))
                        .findFirst());
        if (found.isEmpty()) {
            String known = entity.framings().stream().map(Framing::id).collect(Collectors.joining(", "));
            problems.add(new Problem(
                    field + "Framing",
                    "'" + entity.id() + "' has no such framing; it has: " + (known.isEmpty() ? "none" : known),
                    given));
        }
        return found.map(Framing::id).orElse(null);
    }
}
