package dev.clew.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Whose voice a claim is. Each rule follows references to their ends: to what refers to nothing further, or, where
 * references only run in circles, to the circle; where there are several ends the alphabetically first is taken. So the
 * outcome hangs on what refers to what, never on the order in which it was learnt.
 */
public final class Origins {
    private Origins() {}

    /**
     * The body in whose voice an entity speaks: itself unless it speaks for another, followed to the end.
     *
     * @param speaksFor gives the entities that an entity speaks for
     */
    public static String body(String entity, Function<String, ? extends Iterable<String>> speaksFor) {
        return end(entity, speaksFor);
    }

    /**
     * The origin of a claim taken by itself: the holder when it is own or reported, the speaker when it is inferred, or
     * when no holder is known; the source when neither is known.
     *
     * @param speaksFor gives the entities that an entity speaks for
     */
    public static Voice own(Belief belief, String source, Function<String, ? extends Iterable<String>> speaksFor) {
        boolean inferred = belief.attribution() == Attribution.INFERRED;
        Optional<String> holder = inferred ? Optional.empty() : Optional.ofNullable(belief.holder());
        return holder.or(() -> Optional.ofNullable(belief.speaker()))
                .map(entity -> new Voice(RecordName.entity(body(entity, speaksFor))))
                .orElseGet(() -> new Voice(RecordName.source(source)));
    }

    /**
     * The voice of an insight: its own origin unless it cites others; then the origin of what it cites in the end.
     *
     * @param cites gives the insights that an insight cites, those that are published only
     * @param own gives the own origin of an insight
     */
    public static Voice voice(
            String insight, Function<String, ? extends Iterable<String>> cites, Function<String, Voice> own) {
        Voice first = null;
        for (String each : ends(insight, cites)) {
            Voice voice = own.apply(each);
            if (first == null || voice.compareTo(first) < 0) {
                first = voice;
            }
        }
        return first == null ? own.apply(insight) : first;
    }

    private static String end(String start, Function<String, ? extends Iterable<String>> next) {
        return ends(start, next).getFirst();
    }

    private static TreeSet<String> ends(String start, Function<String, ? extends Iterable<String>> next) {
        Set<String> followed = new HashSet<>(Set.of(start));
        Deque<String> open = new ArrayDeque<>(followed);
        TreeSet<String> ends = new TreeSet<>();
        TreeSet<String> referredTo = new TreeSet<>();
        while (!open.isEmpty()) {
            String each = open.pop();
            boolean isEnd = true;
            for (String target : next.apply(each)) {
                if (!target.equals(each)) {
                    isEnd = false;
                    referredTo.add(target);
                    if (followed.add(target)) {
                        open.push(target);
                    }
                }
            }
            if (isEnd) {
                ends.add(each);
            }
        }
        return ends.isEmpty() ? referredTo : ends;
    }
}
