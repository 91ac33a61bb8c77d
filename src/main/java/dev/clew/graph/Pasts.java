package dev.clew.graph;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * What things were before they became what they are. Only added to, so that every state reads it: what later changes add
 * tells what stood until then. Added to by one thread, read by any.
 */
final class Pasts<T> {
    private final Map<Integer, List<Until<T>>> pasts = new ConcurrentHashMap<>();

    /**
     * What a thing was.
     *
     * @param change the change with which that ended
     * @param what what it was
     */
    record Until<T>(int change, T what) {}

    /** Notes what a thing was until a change, which comes after those noted of it before. */
    void was(int number, T what, int change) {
        List<Until<T>> last = List.of(new Until<>(change, what));
        pasts.merge(
                number,
                last,
                (before, added) ->
                        Stream.concat(before.stream(), added.stream()).toList());
    }

    /** What a thing was at a change; of a time before it was known, what it was first. */
    T at(int number, int change, T now) {
        for (Until<T> each : pasts.getOrDefault(number, List.of())) {
            if (change < each.change()) {
                return each.what();
            }
        }
        return now;
    }

    /** Gives everything that was noted, by number and then in order of time. */
    void forEach(BiConsumer<Integer, Until<T>> taker) {
        new TreeMap<>(pasts).forEach((number, all) -> all.forEach(each -> taker.accept(number, each)));
    }
}
