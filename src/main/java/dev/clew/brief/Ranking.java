package dev.clew.brief;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The claims of an edition that have something a reader follows, those with the most points first, then by id. It counts in
 * arrays and sorts numbers, since of thousands of claims a reader is shown a handful; reasons are made for those alone.
 */
final class Ranking extends AbstractList<Candidate> {
    private static final int MOST_FOLLOWED_REASONS = 4;

    private final Edition edition;
    private final Wishes wishes;
    private final List<Follow> follows;

    private int had;
    private int muted;

    /** The points above, and the place from the end below, so that what is greatest is best and, of equals, first by id. */
    private final long[] ranked;

    Ranking(Edition edition, Wishes wishes) {
        this.edition = edition;
        this.wishes = wishes;
        follows = wishes.strongestFirst();
        int[] points = new int[edition.claims()];
        byte[] reasons = new byte[edition.claims()];
        for (Follow follow : follows) {
            for (int place : edition.with(follow)) {
                if (reasons[place] < MOST_FOLLOWED_REASONS) {
                    points[place] += wishes.points(follow, reasons[place]++ == 0);
                }
            }
        }
        ranked = ranked(points, reasons);
    }

    private long[] ranked(int[] points, byte[] reasons) {
        long[] keys = new long[points.length];
        int size = 0;
        for (int place = 0; place < points.length; place++) {
            if (reasons[place] > 0 && welcomes(edition.at(place))) {
                long score = points[place] + edition.at(place).merit();
                keys[size++] = (score << Integer.SIZE) + (points.length - place);
            }
        }
        Arrays.sort(keys, 0, size);
        return Arrays.copyOf(keys, size);
    }

    private boolean welcomes(Candidate candidate) {
        boolean isHad = wishes.had().contains(candidate.id());
        boolean isMuted = !isHad && wishes.mutes(candidate);
        had += isHad ? 1 : 0;
        muted += isMuted ? 1 : 0;
        return !isHad && !isMuted;
    }

    /** How many have something followed, and why some of them are not ranked. */
    Brief.Matching matching() {
        return new Brief.Matching(size() + had + muted, had, muted);
    }

    @Override
    public int size() {
        return ranked.length;
    }

    @Override
    public Candidate get(int rank) {
        return edition.at(edition.claims() - (int) ranked[ranked.length - 1 - rank]);
    }

    /** Why a claim of these is shown, what counts most first. */
    List<Because> because(Candidate candidate) {
        List<Because> because = new ArrayList<>();
        for (Follow each : follows) {
            if (because.size() < MOST_FOLLOWED_REASONS && candidate.follows().contains(each)) {
                because.add(Because.followed(each, wishes.points(each, because.isEmpty())));
            }
        }
        because.addAll(candidate.merits());
        because.sort(Because.MOST_POINTS_FIRST);
        return because;
    }
}
