package dev.clew.graph;

import java.util.Arrays;

/** A growing row of ints. Not thread-safe. */
final class Ints {
    int[] values;
    int size;

    Ints() {
        this(8);
    }

    Ints(int capacity) {
        values = new int[capacity];
    }

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = value;
    }

    void addAll(int[] from, int start, int end) {
        int added = end - start;
        if (size + added > values.length) {
            values = Arrays.copyOf(values, Math.max(size + added, size * 2));
        }
        System.arraycopy(from, start, values, size, added);
        size += added;
    }

    void clear() {
        size = 0;
    }

    int[] toArray() {
        return Arrays.copyOf(values, size);
    }
}
