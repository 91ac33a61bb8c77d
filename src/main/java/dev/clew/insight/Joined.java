package dev.clew.insight;

import dev.clew.model.RecordName;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Names that are joined into groups; near constant time a join (union by size, paths halved). */
final class Joined {
    private final Map<RecordName, RecordName> parents = new HashMap<>();
    private final Map<RecordName, Integer> sizes = new HashMap<>();

    /** Puts both into one group. */
    void join(RecordName one, RecordName other) {
        RecordName first = root(one);
        RecordName second = root(other);
        if (first.equals(second)) {
            return;
        }
        boolean turned = size(first) < size(second);
        RecordName large = turned ? second : first;
        RecordName small = turned ? first : second;
        sizes.put(large, size(large) + size(small));
        parents.put(small, large);
    }

    /** How many of the names stand in the group that holds most of them; 0 of none. */
    int largest(Collection<RecordName> names) {
        Map<RecordName, Integer> counts = new HashMap<>();
        names.forEach(name -> counts.merge(root(name), 1, Integer::sum));
        return counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    private int size(RecordName root) {
        return sizes.getOrDefault(root, 1);
    }

    private RecordName root(RecordName name) {
        RecordName at = name;
        for (RecordName up = parents.get(at); up != null; up = parents.get(at)) {
            RecordName above = parents.getOrDefault(up, up);
            parents.put(at, above);
            at = above;
        }
        return at;
    }
}
