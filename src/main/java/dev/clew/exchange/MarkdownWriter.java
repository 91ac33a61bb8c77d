package dev.clew.exchange;

import dev.clew.ledger.RecordChange.Content;
import dev.clew.model.EdgeName;
import dev.clew.model.Entity;
import dev.clew.model.Insight;
import dev.clew.model.Link;
import dev.clew.model.RecordName;
import dev.clew.model.Redirects;
import dev.clew.model.RelationType;
import dev.clew.model.Relations;
import dev.clew.ontology.Base;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A note in Markdown, as Obsidian reads it: a heading for each entity, the links from it to other headings of the note, and
 * under each link its claims with who believes them, who says them, and where. Records wait in memory until all are there, so
 * it is for parts of a library only.
 */
final class MarkdownWriter implements RecordFileWriter {
    private final Names names;
    private final Redirects redirects;
    private final GraphWriter.Drawn drawn;
    private final OutputStream out;
    private final List<Entity> entities = new ArrayList<>();
    private final List<Insight> insights = new ArrayList<>();

    /**
     * What records are called.
     *
     * @param relations their wordings
     * @param base where records have their addresses
     * @param headline of a record by its name; its id where nothing is known
     */
    record Names(Relations relations, Base base, Function<RecordName, String> headline) {}

    /** Writes to the stream. */
    MarkdownWriter(Names names, Redirects redirects, GraphWriter.Drawn drawn, OutputStream out) {
        this.names = names;
        this.redirects = redirects;
        this.drawn = drawn;
        this.out = out;
    }

    @Override
    public void write(Content record) {
        switch (redirects.followed(record.record())) {
            case Entity entity -> entities.add(entity);
            case Insight insight -> insights.add(insight);
            default -> {}
        }
    }

    @Override
    public void end() throws IOException {
        StringBuilder text = new StringBuilder(1 << 14);
        text.append("---\ntags: [clew]\nsource: ")
                .append(names.base().address())
                .append("\n---\n");
        entities.forEach(entity -> section(entity, text));
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private void section(Entity entity, StringBuilder text) {
        text.append("\n## ").append(plain(entity.naming().label())).append("\n\n");
        text.append(entity.kind().label())
                .append(" · ")
                .append(linked("record", entity.name()))
                .append('\n');
        String definition = entity.naming().definition();
        if (definition != null) {
            text.append('\n').append(plain(definition)).append('\n');
        }
        for (Map.Entry<EdgeName, List<Insight>> edge : from(entity).entrySet()) {
            text.append("\n- ").append(step(edge.getKey())).append('\n');
            edge.getValue()
                    .forEach(insight ->
                            text.append("    - ").append(claim(insight)).append('\n'));
        }
        entity.facts().stream()
                .map(fact -> Map.entry(new EdgeName(entity.id(), fact.relation(), fact.object()), fact.source()))
                .filter(fact -> isDrawn(fact.getKey()))
                .forEach(fact -> text.append("\n- ")
                        .append(step(fact.getKey()))
                        .append("\n    - a fact from ")
                        .append(linked(RecordName.source(fact.getValue())))
                        .append('\n'));
    }

    private Map<EdgeName, List<Insight>> from(Entity entity) {
        Map<EdgeName, List<Insight>> from = new TreeMap<>();
        for (Insight insight : insights) {
            for (Link link : insight.links()) {
                EdgeName edge = new EdgeName(
                        link.subject().entity(), link.relation(), link.object().entity());
                if (edge.subject().equals(entity.id()) && isDrawn(edge)) {
                    List<Insight> behind = from.computeIfAbsent(edge, any -> new ArrayList<>());
                    if (!behind.contains(insight)) {
                        behind.add(insight);
                    }
                }
            }
        }
        return from;
    }

    private boolean isDrawn(EdgeName edge) {
        EdgeName turned = new EdgeName(edge.object(), edge.relation(), edge.subject());
        boolean symmetric = names.relations()
                .find(edge.relation())
                .map(RelationType::isSymmetric)
                .orElse(false);
        return drawn.nodes().test(edge.subject())
                && drawn.nodes().test(edge.object())
                && (drawn.edges().test(edge) || (symmetric && drawn.edges().test(turned)));
    }

    /** The relation, and a link to the heading of the other end. */
    private String step(EdgeName edge) {
        String relation = names.relations()
                .find(edge.relation())
                .map(RelationType::wording)
                .map(RelationType.Wording::label)
                .orElse(edge.relation());
        return plain(relation) + " [[#" + plain(headline(RecordName.entity(edge.object()))) + "]]";
    }

    private String claim(Insight insight) {
        StringBuilder text = new StringBuilder("[")
                .append(plain(insight.claim().text()))
                .append("](")
                .append(names.base().iri(insight.name()))
                .append(')');
        person(" – believed by ", insight.belief().holder(), text);
        person(" – said by ", insight.belief().speaker(), text);
        return text.append(" – in ")
                .append(linked(RecordName.source(insight.passage().source())))
                .toString();
    }

    private void person(String words, @Nullable String id, StringBuilder text) {
        if (id != null) {
            text.append(words).append(linked(RecordName.entity(id)));
        }
    }

    private String linked(RecordName name) {
        return linked(headline(name), name);
    }

    private String linked(String words, RecordName name) {
        return "[" + plain(words) + "](" + names.base().iri(name) + ")";
    }

    private String headline(RecordName name) {
        return names.headline().apply(name);
    }

    /** Text in which nothing is a mark of Markdown, on one line. */
    private static String plain(String text) {
        return text.replaceAll("\\s+", " ").replaceAll("([\\\\`*_\\[\\]<>#|])", "\\\\$1");
    }
}
