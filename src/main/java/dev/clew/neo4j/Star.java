package dev.clew.neo4j;

import dev.clew.model.Arcs;
import dev.clew.model.EdgeName;
import dev.clew.model.Reading;
import dev.clew.model.Readings;
import dev.clew.model.RelationType;
import dev.clew.model.Relations;
import dev.clew.model.Testimony;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/**
 * A node with everything that touches it through a lens. Immutable.
 *
 * @param along arcs along the influence
 * @param against arcs against the influence
 * @param links what claims and facts say, by the node at the other end
 */
record Star(Arcs along, Arcs against, Map<Integer, List<Testimony>> links) {
    /** Makes stars by the counting rules that every engine uses. */
    static final class Maker {
        private final Map<String, Integer> places = new HashMap<>();
        private final ToIntFunction<Reading> numbers;

        /**
         * Makes stars.
         *
         * @param numbers gives the number of a reading
         */
        Maker(Relations relations, ToIntFunction<Reading> numbers) {
            this.numbers = numbers;
            for (RelationType each : relations.all()) {
                places.put(each.id(), places.size());
            }
        }

        /** The star around the entity with this id. */
        Star star(String entity, TreeMap<Integer, List<Testimony>> links) {
            Cells along = new Cells();
            Cells against = new Cells();
            links.forEach((other, testimonies) -> {
                List<Testimony> out = new ArrayList<>();
                List<Testimony> in = new ArrayList<>();
                for (Testimony each : testimonies) {
                    (each.from().equals(entity) ? out : in).add(each);
                }
                for (Readings.Brief each : new Readings(out).briefs()) {
                    int[] arc = arc(entity, other, each);
                    along.add(arc);
                    if (each.relation().isSymmetric()) {
                        against.add(arc);
                    }
                }
                for (Readings.Brief each : new Readings(in).briefs()) {
                    int[] arc = arc(entity, other, each);
                    against.add(arc);
                    if (each.relation().isSymmetric()) {
                        along.add(arc);
                    }
                }
            });
            return new Star(along.arcs(), against.arcs(), links);
        }

        private int[] arc(String entity, int other, Readings.Brief brief) {
            EdgeName edge = brief.edge();
            Reading reading = edge.subject().equals(entity)
                    ? brief.reading()
                    : brief.reading().reversed();
            Integer place = places.getOrDefault(edge.relation(), 0);
            return new int[] {other, Arcs.traits(brief, place), numbers.applyAsInt(reading)};
        }
    }

    /** Arcs in the making. */
    private static final class Cells {
        private int[] cells = new int[12];
        private int size;

        void add(int[] arc) {
            if (size + arc.length > cells.length) {
                cells = Arrays.copyOf(cells, cells.length * 2);
            }
            System.arraycopy(arc, 0, cells, size, arc.length);
            size += arc.length;
        }

        Arcs arcs() {
            return Arcs.of(Arrays.copyOf(cells, size));
        }
    }
}
