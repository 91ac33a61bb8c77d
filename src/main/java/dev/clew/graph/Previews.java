package dev.clew.graph;

import dev.clew.ledger.Change;
import dev.clew.ledger.Change.Author;
import dev.clew.ledger.Ledger;
import dev.clew.ledger.Position;
import dev.clew.ledger.RecordChange;
import dev.clew.ledger.RecordChange.Content;
import dev.clew.ledger.StoredRecord;
import dev.clew.model.ClewException;
import dev.clew.model.ClewRecord;
import dev.clew.model.Entity;
import dev.clew.model.Fact;
import dev.clew.model.GraphPreview;
import dev.clew.model.Insight;
import dev.clew.model.Link;
import dev.clew.model.RecordName;
import dev.clew.model.Redirect;
import dev.clew.model.Redirects;
import dev.clew.model.Relations;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Previews by a graph of its own, made by the same writer as the one that is served: a preview takes the records in, shows
 * both states, and takes them back. So what is foretold is what the projection will make of them.
 *
 * <p>The graph is built when first asked for and follows the ledger from preview to preview; it costs as much memory as the
 * served one. One preview runs at a time.
 */
public final class Previews implements GraphPreview {
    /** How many records are taken in and back until the graph is built anew, since rows are only added. */
    private static final int LIMIT_PREVIEWED = 50_000;

    private static final int CHANGES_AT_ONCE = 1000;
    private static final int LIMIT_BEHIND = 20_000;
    private static final Author NOBODY = new Author("", "");

    private final Ledger ledger;
    private final Relations relations;
    private @Nullable GraphWriter writer;
    private Redirects redirects = Redirects.NONE;
    private long shown;
    private long number;
    private int previewed;

    /** Previews over this ledger. */
    public Previews(Ledger ledger, Relations relations) {
        this.ledger = ledger;
        this.relations = relations;
    }

    @Override
    public synchronized <T> T preview(List<ClewRecord> records, BiFunction<Graph, Graph, T> work) {
        records.forEach(this::requireKnownRelations);
        GraphWriter graph = caughtUp();
        List<RecordChange> proposed = new ArrayList<>();
        List<RecordChange> back = new ArrayList<>();
        for (ClewRecord record : records) {
            proposed.add(change(record.name(), record));
            back.add(change(
                    record.name(),
                    ledger.read(record.name()).flatMap(StoredRecord::record).orElse(null)));
        }
        Graph before = new PreviewGraph(graph.state(), relations, shown);
        boolean whole = false;
        try {
            T result = work.apply(before, new PreviewGraph(take(graph, proposed), relations, shown));
            take(graph, back);
            previewed += records.size();
            whole = true;
            return result;
        } finally {
            if (!whole || previewed > LIMIT_PREVIEWED) {
                writer = null;
            }
        }
    }

    private void requireKnownRelations(ClewRecord record) {
        Stream<String> named = switch (record) {
            case Insight insight -> insight.links().stream().map(Link::relation);
            case Entity entity -> entity.facts().stream().map(Fact::relation);
            default -> Stream.empty();
        };
        named.filter(id -> relations.find(id).isEmpty()).findFirst().ifPresent(id -> {
            throw ClewException.invalid("relation", "is no relation: correct it", id);
        });
    }

    private RecordChange change(RecordName name, @Nullable ClewRecord record) {
        Content content = record == null ? null : new Content(redirects.followed(record), "");
        return new RecordChange(name, 1, content);
    }

    private State take(GraphWriter graph, List<RecordChange> records) {
        number++;
        return graph.apply(List.of(new Change(position(), Instant.EPOCH, NOBODY, records)));
    }

    private Position position() {
        return new Position("preview", number, "");
    }

    private GraphWriter caughtUp() {
        GraphWriter current = writer;
        if (current == null || ledger.recordsSince(shown) > LIMIT_BEHIND || !follow(current)) {
            current = built();
            writer = current;
        }
        return current;
    }

    /** Takes in what was committed since; false when that merges or splits entities, which changes more than it names. */
    private boolean follow(GraphWriter graph) {
        List<Change> changes = ledger.changesSince(shown, CHANGES_AT_ONCE);
        while (!changes.isEmpty()) {
            for (Change each : changes) {
                if (each.records().stream().anyMatch(this::merges)) {
                    return false;
                }
                take(
                        graph,
                        each.records().stream()
                                .map(record ->
                                        change(record.name(), record.record().orElse(null)))
                                .toList());
                shown = each.n();
            }
            changes = ledger.changesSince(shown, CHANGES_AT_ONCE);
        }
        return true;
    }

    private boolean merges(RecordChange change) {
        return change.record().orElse(null) instanceof Redirect
                || redirects.leadsOn(change.name().id());
    }

    private GraphWriter built() {
        GraphWriter fresh = new GraphWriter(relations);
        ledger.snapshot(snapshot -> {
            redirects = snapshot.redirects();
            shown = snapshot.position().n();
            number = 1;
            previewed = 0;
            fresh.build(
                    snapshot.records()
                            .map(each -> change(each.name(), each.record().orElse(null))),
                    position());
        });
        return fresh;
    }
}
