package dev.clew.insight;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A place where claims may be in dispute.
 *
 * @param place where it stands in the list of all leads
 * @param couples the claims to hold against each other; asked for when its turn comes
 * @param owns which questions it is to find, so that no other lead's conflict is found twice
 */
record Lead(Place place, Supplier<Couples> couples, Predicate<Question> owns) {
    /**
     * A place in the list of all leads: effects first, then meanings, numbers and what curators marked, within these the
     * weightiest first.
     *
     * @param rank 0 to 3
     * @param weight how much speaks there
     * @param key ids, one or two, separated by a space
     */
    record Place(int rank, int weight, String key) implements Comparable<Place> {
        static final int MARKED = 3;
        static final int MEANING = 1;
        static final int NUMBER = 2;
        static final int EFFECT = 0;

        private static final Comparator<Place> ORDER = Comparator.comparingInt(Place::rank)
                .thenComparing(Comparator.comparingInt(Place::weight).reversed())
                .thenComparing(Place::key);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * Two claims to hold against each other.
     *
     * @param one an insight
     * @param other another
     */
    record Couple(String one, String other) {
        static Couple of(String one, String other) {
            return one.compareTo(other) < 0 ? new Couple(one, other) : new Couple(other, one);
        }
    }

    /**
     * The couples of a lead.
     *
     * @param list in the order of their ids
     * @param cut whether there are more
     */
    record Couples(List<Couple> list, boolean cut) {
        /** Most couples of one lead. */
        static final int LIMIT = 200;

        /** Sorts and bounds them. */
        static Couples of(List<Couple> all) {
            List<Couple> sorted = all.stream()
                    .distinct()
                    .sorted(Comparator.comparing(Couple::one).thenComparing(Couple::other))
                    .toList();
            return new Couples(sorted.subList(0, Math.min(LIMIT, sorted.size())), sorted.size() > LIMIT);
        }
    }
}
