package dev.clew.graph;

import dev.clew.model.Belief;
import dev.clew.model.Origins;
import dev.clew.model.Voice;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Keeps the voice of every claim right while insights cite others and entities speak for others. Used by one thread. */
final class Voicing {
    private final GraphWriter writer;
    private final Map<String, List<String>> cites = new HashMap<>();
    private final Map<String, Set<String>> citedBy = new HashMap<>();
    private final Map<String, List<String>> speaksFor = new HashMap<>();
    private final Set<String> changed = new HashSet<>();
    private boolean everyVoice;
    private int done;

    /**
     * Watches the claims of a writer.
     *
     * @param done how many rows of claims have their voice already
     */
    Voicing(GraphWriter writer, int done) {
        this.writer = writer;
        this.done = done;
    }

    /** Forgets what was noted, for claims whose voices are known. */
    void settle() {
        changed.clear();
        everyVoice = false;
    }

    /** An insight was published with these citations, or retracted. */
    void insight(String id, List<String> cited) {
        List<String> before = cited.isEmpty() ? cites.remove(id) : cites.put(id, cited);
        for (String each : before == null ? List.<String>of() : before) {
            Set<String> citing = citedBy.getOrDefault(each, Set.of());
            citing.remove(id);
            if (citing.isEmpty()) {
                citedBy.remove(each);
            }
        }
        cited.forEach(
                each -> citedBy.computeIfAbsent(each, any -> new TreeSet<>()).add(id));
        changed.add(id);
    }

    /** An entity was published with these bodies that it speaks for, or retracted. */
    void entity(String id, List<String> bodies) {
        List<String> before = bodies.isEmpty() ? speaksFor.remove(id) : speaksFor.put(id, bodies);
        everyVoice |= !bodies.equals(before == null ? List.of() : before);
    }

    Map<String, List<String>> cites() {
        return cites;
    }

    /**
     * The voice of every claim after the changes noted since the last call.
     *
     * <p>A claim whose voice became another begins anew, so that a row keeps its voice for good.
     *
     * @param before the voices then; rows that readers know are left as they are
     */
    int[] voices(int[] before) {
        Set<String> asked = everyVoice ? Set.copyOf(writer.current.keySet()) : withCiting(changed);
        int[] voices = before;
        for (String id : asked) {
            Integer claim = writer.current.get(id);
            if (claim == null) {
                continue;
            }
            int voice = writer.words.voices.number(voice(id));
            int row = claim < done && voices[claim] != voice ? writer.again(claim) : claim;
            if (row >= voices.length) {
                int count = writer.claims.count;
                voices = Arrays.copyOf(voices, count + count / 4);
            }
            voices[row] = voice;
        }
        settle();
        done = writer.claims.count;
        return voices;
    }

    private Set<String> withCiting(Set<String> start) {
        Set<String> all = new HashSet<>(start);
        Deque<String> open = new ArrayDeque<>(start);
        while (!open.isEmpty()) {
            for (String citing : citedBy.getOrDefault(open.pop(), Set.of())) {
                if (all.add(citing)) {
                    open.push(citing);
                }
            }
        }
        return all;
    }

    private Voice voice(String id) {
        return cites.containsKey(id) ? Origins.voice(id, this::citedAndPublished, this::own) : own(id);
    }

    private List<String> citedAndPublished(String id) {
        return cites.getOrDefault(id, List.of()).stream()
                .filter(writer.current::containsKey)
                .toList();
    }

    private Voice own(String id) {
        int claim = Objects.requireNonNull(writer.current.get(id));
        Claims claims = writer.claims;
        Belief belief =
                new Belief(entity(claims.holder[claim]), entity(claims.speaker[claim]), claims.attribution(claim));
        String source = writer.words.sources.get(claims.source[claim]);
        return Origins.own(belief, source, each -> speaksFor.getOrDefault(each, List.of()));
    }

    private @Nullable String entity(int number) {
        return number == Claims.UNKNOWN ? null : writer.words.entities.get(number);
    }
}
