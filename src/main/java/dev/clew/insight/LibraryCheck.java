package dev.clew.insight;

import dev.clew.ledger.Ledger;
import dev.clew.ledger.RecordChange;
import dev.clew.ledger.Snapshot;
import dev.clew.model.ClewRecord;
import dev.clew.model.EdgeName;
import dev.clew.model.Entity;
import dev.clew.model.Insight;
import dev.clew.model.Link;
import dev.clew.model.Passage;
import dev.clew.model.RecordName;
import dev.clew.model.Redirect;
import dev.clew.model.Relations;
import dev.clew.model.Source;
import dev.clew.model.SourceKind;
import dev.clew.ontology.References;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One look at every published record, for what a curator may want to do next.
 *
 * <p>Made for one look and one thread. It reads the whole library once, and holds names, labels and edges in memory, some
 * hundred bytes a record. Records come by type: sources, entities with their redirects, then insights.
 */
public final class LibraryCheck {
    /** Most tasks of a kind that are told one by one. */
    public static final int LIMIT_OF_KIND = 500;

    private final Relations relations;
    private final Map<Task.Kind, List<Task>> found = new TreeMap<>();
    private final Map<Task.Kind, Integer> counts = new TreeMap<>();
    private final Map<String, Source> episodes = new TreeMap<>();
    private final Map<String, Integer> timed = new HashMap<>();
    private final Map<String, String> entities = new TreeMap<>();
    private final Set<String> stating = new HashSet<>();
    private final Map<String, String> redirects = new HashMap<>();
    private final Set<RecordName> used = new HashSet<>();
    private final Map<EdgeName, Said> edges = new TreeMap<>();
    private final Set<String> supported = new HashSet<>();
    private final LookAlikes lookAlikes = new LookAlikes();
    private final List<Insight> insights = new ArrayList<>();

    /** Who says an edge first, and how many insights say it. */
    private record Said(RecordName insight, String claim, int times) {
        Said and(Said other) {
            return other.insight.equals(insight) ? this : new Said(insight, claim, times + 1);
        }
    }

    private LibraryCheck(Relations relations) {
        this.relations = relations;
        for (Task.Kind kind : Task.Kind.values()) {
            counts.put(kind, 0);
        }
    }

    /** Looks at every record that the ledger publishes now. */
    public static ToDo of(Ledger ledger, Relations relations) {
        LibraryCheck check = new LibraryCheck(relations);
        long[] change = {0};
        ledger.snapshot(snapshot -> {
            change[0] = snapshot.position().n();
            check.read(snapshot);
        });
        check.conclude();
        List<Task> tasks = check.found.values().stream().flatMap(List::stream).toList();
        return new ToDo(change[0], check.counts, tasks, check.connection());
    }

    private void read(Snapshot snapshot) {
        snapshot.records().forEach(each -> {
            RecordChange.Content content = each.content();
            if (content != null) {
                read(content.record());
            }
        });
    }

    private void read(ClewRecord record) {
        used.addAll(References.of(record));
        switch (record) {
            case Source source -> read(source);
            case Entity entity -> read(entity);
            case Redirect redirect -> redirects.put(redirect.id(), redirect.to());
            case Insight insight -> read(insight);
        }
    }

    private void read(Source source) {
        if (source.kind() == SourceKind.EPISODE) {
            episodes.put(source.id(), source);
        }
    }

    private void read(Entity entity) {
        entities.put(entity.id(), entity.headline());
        if (!entity.facts().isEmpty()) {
            stating.add(entity.id());
        }
        lookAlikes
                .add(entity)
                .forEach(alike -> note(
                        Task.Kind.LOOK_ALIKE,
                        entity,
                        "May be one thing with another: " + alike
                                + ". Merge them, or make their names tell them apart."));
    }

    private Connection connection() {
        List<RecordName> names = insights.stream().map(Insight::name).toList();
        Joined joined = new Joined();
        for (Insight insight : insights) {
            insight.links().stream()
                    .flatMap(link -> Stream.of(link.subject(), link.object()))
                    .forEach(end -> joined.join(insight.name(), RecordName.entity(resolved(end.entity()))));
        }
        int byLinks = joined.largest(names);
        insights.forEach(insight ->
                insight.references().all().forEach(other -> joined.join(insight.name(), RecordName.insight(other))));
        return new Connection(names.size(), byLinks, joined.largest(names));
    }

    private void read(Insight insight) {
        insights.add(insight);
        supported.addAll(insight.references().supports());
        if (insight.links().isEmpty()) {
            note(Task.Kind.NO_LINK, insight, "Links nothing, so no path finds it. Link what it connects, if it does.");
        }
        Said said = new Said(insight.name(), insight.headline(), 1);
        insight.links().stream()
                .filter(link -> !link.denied())
                .forEach(link -> edges.merge(edge(link), said, Said::and));
        checkTimes(insight);
    }

    private EdgeName edge(Link link) {
        String subject = resolved(link.subject().entity());
        String object = resolved(link.object().entity());
        boolean turned = relations.require(link.relation()).isSymmetric() && subject.compareTo(object) > 0;
        return turned ? new EdgeName(object, link.relation(), subject) : new EdgeName(subject, link.relation(), object);
    }

    /** Where a merged entity went; merged ones never lead in a circle. */
    private String resolved(String entity) {
        String to = redirects.get(entity);
        return to == null ? entity : resolved(to);
    }

    private void checkTimes(Insight insight) {
        Passage.Span span = insight.passage().span();
        Source episode = episodes.get(insight.passage().source());
        if (span == null || episode == null) {
            return;
        }
        Integer length = episode.publication().duration();
        if (length == null) {
            timed.merge(episode.id(), 1, Integer::sum);
            return;
        }
        Integer end = span.end();
        int last = end == null ? span.start() : end;
        if (last > length) {
            note(
                    Task.Kind.START_BEYOND,
                    insight,
                    "Stands at second " + last + ", after the end of its episode at " + length
                            + ". Correct its start, or the length of the episode.");
        }
    }

    private void conclude() {
        episodes.forEach((id, episode) -> {
            Integer claims = timed.get(id);
            if (claims != null) {
                note(
                        Task.Kind.NO_LENGTH,
                        episode,
                        "States no length, so the times of its claims (" + claims
                                + ") cannot be held against it. Add the length.");
            }
        });
        redirects.values().forEach(to -> used.add(RecordName.entity(to)));
        entities.forEach((id, label) -> {
            if (!used.contains(RecordName.entity(id)) && !stating.contains(id)) {
                note(
                        Task.Kind.ORPHAN,
                        RecordName.entity(id),
                        label,
                        "Is used by no insight, fact or source. Use it, or retract it.");
            }
        });
        concludeEdges();
    }

    private void concludeEdges() {
        Map<String, Integer> edgesAt = new TreeMap<>();
        edges.forEach((edge, said) -> {
            edgesAt.merge(edge.subject(), 1, Integer::sum);
            edgesAt.merge(edge.object(), 1, Integer::sum);
            if (said.times() == 1 && !supported.contains(said.insight().id())) {
                note(
                        Task.Kind.UNSUPPORTED,
                        said.insight(),
                        said.claim(),
                        "Alone says that " + sentence(edge) + ". Look for who else says so, or who denies it.");
            }
        });
        edgesAt.forEach((id, count) -> {
            if (count == 1 && entities.containsKey(id)) {
                note(
                        Task.Kind.DEAD_END,
                        RecordName.entity(id),
                        label(id),
                        "Has one edge only, so every thread ends here. Look for what else is said of it.");
            }
        });
    }

    private String sentence(EdgeName edge) {
        return label(edge.subject()) + " "
                + relations.require(edge.relation()).wording().label() + " "
                + label(edge.object());
    }

    private String label(String entity) {
        return entities.getOrDefault(entity, entity);
    }

    private void note(Task.Kind kind, ClewRecord record, String message) {
        note(kind, record.name(), record.headline(), message);
    }

    private void note(Task.Kind kind, RecordName record, String label, String message) {
        counts.merge(kind, 1, Integer::sum);
        List<Task> told = found.computeIfAbsent(kind, each -> new ArrayList<>());
        if (told.size() < LIMIT_OF_KIND) {
            told.add(new Task(kind, record, label, message));
        }
    }
}
