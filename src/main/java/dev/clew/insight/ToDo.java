package dev.clew.insight;

import java.util.List;
import java.util.Map;

/**
 * What a curator may want to look at.
 *
 * @param change the last change that was looked at
 * @param counts how much of each kind there is; a kind of which there is nothing is named with 0
 * @param tasks by kind, then by record; at most {@value LibraryCheck#LIMIT_OF_KIND} of each
 * @param connection how the insights hang together
 */
public record ToDo(long change, Map<Task.Kind, Integer> counts, List<Task> tasks, Connection connection) {
    /** Copies both. */
    public ToDo {
        counts = Map.copyOf(counts);
        tasks = List.copyOf(tasks);
    }

    /** The tasks of one kind. */
    public List<Task> of(Task.Kind kind) {
        return tasks.stream().filter(task -> task.kind() == kind).toList();
    }
}
