package dev.clew.model;

import java.util.List;

/**
 * The answer to a {@link PathQuery}.
 *
 * @param paths the best paths, best first; empty when there is none within the bounds
 * @param searched how far the search went
 * @param change the change shown
 */
public record PathAnswer(List<Path> paths, Searched searched, long change) {
    /** Copies the list. */
    public PathAnswer {
        paths = List.copyOf(paths);
    }
}
