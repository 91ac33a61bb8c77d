package dev.clew.graph;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;

/**
 * Numbers things from 0 in the order of their arrival, for good. Added to by one thread, read by any: a number that a
 * reader has seen can be looked up.
 */
final class Numbers<T> {
    private final Map<T, Integer> numbers = new ConcurrentHashMap<>();
    private final IntFunction<T[]> arrays;
    private volatile T[] things;

    Numbers(IntFunction<T[]> arrays) {
        this.arrays = arrays;
        this.things = arrays.apply(64);
    }

    /** The number of a thing, a new one when it has none. */
    int number(T thing) {
        Integer known = numbers.get(thing);
        if (known != null) {
            return known;
        }
        int number = numbers.size();
        if (number == things.length) {
            things = Arrays.copyOf(things, number * 2);
        }
        T[] grown = things;
        grown[number] = thing;
        things = grown;
        numbers.put(thing, number);
        return number;
    }

    /** The number of a thing; -1 when it has none. */
    int find(T thing) {
        return numbers.getOrDefault(thing, -1);
    }

    /** The thing with this number. */
    T get(int number) {
        return things[number];
    }

    int size() {
        return numbers.size();
    }

    /** All things, by number. */
    T[] all() {
        T[] all = arrays.apply(size());
        System.arraycopy(things, 0, all, 0, all.length);
        return all;
    }
}
