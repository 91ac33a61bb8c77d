package dev.clew.graph;

import java.util.Arrays;

/**
 * Working arrays of one search, kept for the next one: a stamp says which entries belong to the present search, so nothing
 * is cleared. Not thread-safe.
 */
final class Scratch {
    final Side ahead = new Side();
    final Side back = new Side();

    /** Distances from one end, and the states still to be settled in order of distance. */
    static final class Side {
        private int[] distances = new int[0];
        private int[] stamps = new int[0];
        private int stamp;
        final Buckets open = new Buckets();

        void begin() {
            stamp += 2;
            if (stamp < 0) {
                Arrays.fill(stamps, 0);
                stamp = 2;
            }
            open.clear();
        }

        /** The shortest way found to a state so far; {@link Integer#MAX_VALUE} when none was. */
        int distance(int state) {
            return state < stamps.length && stamps[state] >= stamp ? distances[state] : Integer.MAX_VALUE;
        }

        boolean isSettled(int state) {
            return state < stamps.length && stamps[state] == stamp + 1;
        }

        void settle(int state) {
            stamps[state] = stamp + 1;
        }

        void improve(int state, int distance) {
            if (state >= stamps.length) {
                int length = Math.max(1024, state + state / 2 + 1);
                distances = Arrays.copyOf(distances, length);
                stamps = Arrays.copyOf(stamps, length);
            }
            stamps[state] = stamp;
            distances[state] = distance;
            open.add(state, distance);
        }
    }

    /** States by distance: one row for each distance, reused in a circle, since no hop costs more than a circle is long. */
    static final class Buckets {
        private static final int CIRCLE = Integer.highestOneBit(PathCost.HIGHEST) * 2;

        private final Ints[] rows = new Ints[CIRCLE];
        private int distance;
        private int size;

        Buckets() {
            for (int i = 0; i < CIRCLE; i++) {
                rows[i] = new Ints();
            }
        }

        void clear() {
            if (size > 0) {
                for (Ints row : rows) {
                    row.clear();
                }
            }
            distance = 0;
            size = 0;
        }

        void add(int state, int at) {
            rows[at & (CIRCLE - 1)].add(state);
            size++;
        }

        boolean isEmpty() {
            return size == 0;
        }

        /** The smallest distance at which states wait; at most a circle beyond the one before. */
        int nearest() {
            while (size > 0 && rows[distance & (CIRCLE - 1)].size == 0) {
                distance++;
            }
            return distance;
        }

        /** The states at the smallest distance; others may be added there until they are {@link #taken}. */
        Ints row() {
            return rows[nearest() & (CIRCLE - 1)];
        }

        /**
         * What waits at the smallest distance and beyond it, nearest first.
         *
         * @param most stops after the row in which so many are reached
         */
        Ints waiting(int most) {
            Ints waiting = new Ints(64);
            int nearest = nearest();
            for (int i = 0; i < CIRCLE && waiting.size < most; i++) {
                Ints row = rows[(nearest + i) & (CIRCLE - 1)];
                waiting.addAll(row.values, 0, row.size);
            }
            return waiting;
        }

        /** Forgets the row and goes on to the next distance. */
        void taken() {
            Ints row = rows[distance & (CIRCLE - 1)];
            size -= row.size;
            row.clear();
            distance++;
        }
    }
}
