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

    void clear() {
        size = 0;
    }

    int[] toArray() {
        return Arrays.copyOf(values, size);
    }
}
