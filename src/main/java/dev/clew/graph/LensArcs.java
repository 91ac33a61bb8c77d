package dev.clew.graph;

import dev.clew.model.Arcs;
import dev.clew.model.Lens;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Arcs of one state as lenses see them, kept for the next question through the same lens: those of the {@value #LENSES}
 * lenses asked for last, of each up to {@value #CELLS} cells. Safe for any number of threads.
 */
final class LensArcs {
    static final int LENSES = 4;
    static final long CELLS = 3_000_000;

    private final Map<Key, Kept> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Kept> eldest) {
            return size() > LENSES;
        }
    };

    /** What arcs depend on beside the state. */
    private record Key(Lens lens, int minVoices) {}

    /** The nodes of one lens. */
    static final class Kept {
        private final Map<Integer, Node> nodes = new ConcurrentHashMap<>();
        private final Map<Integer, Arcs> ways = new ConcurrentHashMap<>();
        private final AtomicLong cells = new AtomicLong();

        /** The node, made when it is not kept. */
        Node node(int number, Supplier<Node> make) {
            Node known = nodes.get(number);
            if (known != null) {
                return known;
            }
            Node made = make.get();
            if (fits(made.along().count() + made.against().count())) {
                nodes.put(number, made);
            }
            return made;
        }

        /** The arcs one way, by the node's number along the influence and its complement against, made when not kept. */
        Arcs way(int number, Supplier<Arcs> make) {
            Arcs known = ways.get(number);
            if (known != null) {
                return known;
            }
            Arcs made = make.get();
            if (fits(made.count())) {
                ways.put(number, made);
            }
            return made;
        }

        private boolean fits(int arcs) {
            long size = (long) arcs * Arcs.CELLS;
            boolean fits = cells.addAndGet(size) <= CELLS;
            if (!fits) {
                cells.addAndGet(-size);
            }
            return fits;
        }
    }

    /** What is kept for a lens, and a least number of voices. */
    Kept of(Lens lens, int minVoices) {
        synchronized (kept) {
            return kept.computeIfAbsent(new Key(lens, minVoices), any -> new Kept());
        }
    }
}
