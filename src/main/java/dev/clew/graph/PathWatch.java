package dev.clew.graph;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.model.Path;
import dev.clew.model.PathNews;
import dev.clew.model.PathQuery;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Tells what became of the best paths between two things, change by change: what a reader who follows them wants to hear.
 * Safe for any number of threads; a question costs one search for each change that is looked at.
 */
public final class PathWatch {
    /** Most changes that one question looks at. */
    public static final int LIMIT_CHANGES = 200;

    private final PathFinder finder;

    /** Watches by asking this finder of each earlier state. */
    public PathWatch(PathFinder finder) {
        this.finder = finder;
    }

    /**
     * What one change did.
     *
     * @param change its number
     * @param news what became of the paths, never empty
     */
    public record Step(long change, PathNews news) {}

    /**
     * What each change did to the answer, latest first; changes that did nothing are left out.
     *
     * @param query what is watched; its lens's own {@code asOf} counts for nothing
     * @param changes the numbers of the changes to look at, dense and upwards; at most {@value #LIMIT_CHANGES}
     * @throws ClewException (not-found) naming an entity that no state has, (bad-request) as {@link PathFinder#find}
     */
    public List<Step> steps(PathQuery query, List<Long> changes) {
        if (changes.size() > LIMIT_CHANGES) {
            throw new ClewException(
                    ErrorCode.BAD_REQUEST,
                    changes.size() + " changes are more than the " + LIMIT_CHANGES + " that are looked at.");
        }
        List<Step> steps = new ArrayList<>();
        if (!changes.isEmpty()) {
            List<Path> before = at(query, changes.getFirst() - 1);
            for (long change : changes) {
                List<Path> after = at(query, change);
                PathNews news = PathNews.between(before, after);
                if (!news.lines().isEmpty()) {
                    steps.add(new Step(change, news));
                }
                before = after;
            }
        }
        Collections.reverse(steps);
        return steps;
    }

    /** The best paths at a change; none before the things themselves are there. */
    private List<Path> at(PathQuery query, long change) {
        try {
            return finder.find(query.with(query.lens().at(change))).paths();
        } catch (ClewException refused) {
            if (refused.code() == ErrorCode.NOT_FOUND) {
                return List.of();
            }
            throw refused;
        }
    }
}
