package dev.clew.neo4j;

import dev.clew.ledger.RecordChange;
import dev.clew.model.ClewRecord;
import dev.clew.model.Entity;
import dev.clew.model.Fact;
import dev.clew.model.Insight;
import dev.clew.model.RecordName;
import dev.clew.model.RecordType;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who cites whom and who speaks for whom, as the property graph has it: what is needed to know whose voice a claim is. Few
 * records have either. Used by one thread; thrown away when a transaction fails.
 */
final class Origin {
    private static final String SPEAKS_FOR = "speaks-for";

    private final Map<String, List<String>> cites = new HashMap<>();
    private final Map<String, Set<String>> citedBy = new HashMap<>();
    private final Map<String, List<String>> speaksFor = new HashMap<>();
    private final Map<String, Set<String>> spokenForBy = new HashMap<>();

    /** Notes whom an insight cites; gives whether that is news. */
    boolean cites(String insight, List<String> cited) {
        return put(cites, citedBy, insight, cited);
    }

    /** Notes for whom an entity speaks; gives whether that is news. */
    boolean speaksFor(String entity, List<String> bodies) {
        return put(speaksFor, spokenForBy, entity, bodies);
    }

    private static boolean put(
            Map<String, List<String>> forth, Map<String, Set<String>> back, String from, List<String> to) {
        List<String> sorted = to.stream().distinct().sorted().toList();
        List<String> before = forth.getOrDefault(from, List.of());
        before.forEach(each -> back.getOrDefault(each, new HashSet<>()).remove(from));
        sorted.forEach(
                each -> back.computeIfAbsent(each, any -> new TreeSet<>()).add(from));
        if (sorted.isEmpty()) {
            forth.remove(from);
        } else {
            forth.put(from, sorted);
        }
        return !before.equals(sorted);
    }

    List<String> cited(String insight) {
        return cites.getOrDefault(insight, List.of());
    }

    List<String> bodies(String entity) {
        return speaksFor.getOrDefault(entity, List.of());
    }

    /** These insights and whoever cites them, to the end. */
    Set<String> withCiting(Collection<String> insights) {
        return closure(insights, each -> citedBy.getOrDefault(each, Set.of()));
    }

    /** These insights and whomever they cite, to the end. */
    Set<String> withCited(Collection<String> insights) {
        return closure(insights, this::cited);
    }

    /** These entities and whoever speaks for them, to the end. */
    Set<String> withSpeakers(Collection<String> entities) {
        return closure(entities, each -> spokenForBy.getOrDefault(each, Set.of()));
    }

    private static Set<String> closure(
            Collection<String> start, java.util.function.Function<String, ? extends Collection<String>> next) {
        Set<String> all = new TreeSet<>(start);
        Deque<String> open = new ArrayDeque<>(start);
        while (!open.isEmpty()) {
            for (String each : next.apply(open.pop())) {
                if (all.add(each)) {
                    open.push(each);
                }
            }
        }
        return all;
    }

    /** Notes what records changed; gives the entities that speak for others than before. */
    Set<String> take(Map<RecordName, RecordChange> records) {
        Set<String> turned = new TreeSet<>();
        records.forEach((name, change) -> {
            ClewRecord record = change.record().orElse(null);
            if (name.type() == RecordType.INSIGHT) {
                cites(
                        name.id(),
                        record instanceof Insight insight ? insight.references().cites() : List.of());
            } else if (name.type() == RecordType.ENTITY) {
                List<String> bodies = record instanceof Entity entity ? bodies(entity) : List.of();
                if (speaksFor(name.id(), bodies)) {
                    turned.add(name.id());
                }
            }
        });
        return turned;
    }

    private static List<String> bodies(Entity entity) {
        return entity.facts().stream()
                .filter(each -> each.relation().equals(SPEAKS_FOR))
                .map(Fact::object)
                .toList();
    }
}
