package dev.clew.brief;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * What a reader wishes to read.
 *
 * @param follows what is followed, without what is muted
 * @param more of those what more is wanted of: it counts half as much again
 * @param less of those what less is wanted of: it counts half as much
 * @param muted nothing that has one of these is shown
 * @param had ids of claims that the reader has been sent
 */
public record Wishes(List<Follow> follows, Set<Follow> more, Set<Follow> less, Set<Follow> muted, Set<String> had) {
    private static final int HALVES_PLAIN = 2;

    /** Copies the collections. */
    public Wishes {
        follows = List.copyOf(follows);
        more = Set.copyOf(more);
        less = Set.copyOf(less);
        muted = Set.copyOf(muted);
        had = Set.copyOf(had);
    }

    /** Of these and nothing else. */
    public static Wishes of(List<Follow> follows) {
        return new Wishes(follows, Set.of(), Set.of(), Set.of(), Set.of());
    }

    boolean mutes(Candidate candidate) {
        return !Collections.disjoint(candidate.follows(), muted);
    }

    /** What is followed, that of which more is wanted first, that of which less is wanted last. */
    List<Follow> strongestFirst() {
        return follows.stream()
                .sorted(Comparator.comparingInt(this::halves).reversed())
                .toList();
    }

    int points(Follow follow, boolean isFirst) {
        int plain = isFirst ? Because.Kind.FOLLOWED.points() : Because.FOLLOWED_FURTHER;
        return plain * halves(follow) / HALVES_PLAIN;
    }

    private int halves(Follow follow) {
        if (more.contains(follow)) {
            return HALVES_PLAIN + 1;
        }
        return less.contains(follow) ? 1 : HALVES_PLAIN;
    }
}
