package dev.clew.model;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A question for the k best paths between two entities.
 *
 * @param ends from where to where, and over what
 * @param filter what paths may use
 * @param lens which evidence counts
 * @param meaning which sign, and whether meanings may shift
 * @param bounds how far, how many, which way
 */
public record PathQuery(Ends ends, Filter filter, Lens lens, Meaning meaning, Bounds bounds) {
    /** Most entities in {@code via}. */
    public static final int VIA = 3;
    /** Most entries of {@code avoid} and {@code relation}. */
    public static final int LIST = 200;

    /**
     * From where to where.
     *
     * @param from the id of the first entity
     * @param to the id of the last
     * @param via ids of entities to pass in this order; at most 3
     */
    public record Ends(String from, String to, List<String> via) {
        /** Checks the ids; refuses one entity twice, because paths are simple. */
        public Ends {
            Parameters.id("from", from);
            Parameters.id("to", to);
            via = Parameters.ids("via", via, VIA);
            if (from.equals(to)) {
                throw Parameters.refused("to", to, "give another entity than from; loops are a question of their own");
            }
            Set<String> seen = new HashSet<>(List.of(from, to));
            for (String each : via) {
                if (!seen.add(each)) {
                    throw Parameters.refused("via", each, "name each entity once; a path passes none twice");
                }
            }
        }
    }

    /**
     * What paths may use.
     *
     * @param avoid ids of entities that no path may pass; neither end nor via
     * @param relations ids of the only relations to walk; empty for all
     * @param kinds the only kinds of entity between the ends, those in via excepted; empty for all
     * @param minVoices least independent voices for a hop, 0 to 1000; facts have none
     */
    public record Filter(Set<String> avoid, Set<String> relations, Set<EntityKind> kinds, int minVoices) {
        /** Lets everything pass. */
        public static final Filter NONE = new Filter(Set.of(), Set.of(), Set.of(), 0);

        /** Checks ids and bounds. */
        public Filter {
            avoid = Set.copyOf(Parameters.ids("avoid", avoid, LIST));
            relations = Set.copyOf(Parameters.ids("relation", relations, LIST));
            kinds = Set.copyOf(kinds);
            Parameters.range("minVoices", minVoices, 0, 1000);
        }
    }

    /**
     * Which readings are wanted.
     *
     * @param sign only paths of this sign, {@code +} or {@code -}; null for all
     * @param framing whether a path may shift its meaning or scope half-way
     */
    public record Meaning(@Nullable Sign sign, Framings framing) {
        /** Any sign, shifts allowed and shown. */
        public static final Meaning ANY = new Meaning(null, Framings.ANY);

        /** Refuses a sign without direction. */
        public Meaning {
            if (sign != null && !sign.isDirected()) {
                throw Parameters.refused("sign", sign.symbol(), "give + or -, or leave it out");
            }
        }
    }

    /** Whether a path may shift its meaning or scope half-way. */
    public enum Framings {
        /** It may; it then ranks below all that do not, and says so. */
        ANY,
        /** It may not. */
        CONSISTENT
    }

    /** Which way edges are walked. */
    public enum Direction {
        /** Along the influence only. */
        OUT,
        /** Either way; a hop against its influence has sign {@code ?}. */
        ANY
    }

    /**
     * How far, how many, which way.
     *
     * @param maxHops most hops of a path, 1 to 8
     * @param k most paths, 1 to 50
     * @param direction which way edges are walked
     */
    public record Bounds(int maxHops, int k, Direction direction) {
        /** Six hops, five paths, along the influence. */
        public static final Bounds DEFAULT = new Bounds(6, 5, Direction.OUT);

        /** Checks the ranges. */
        public Bounds {
            Parameters.range("maxHops", maxHops, 1, 8);
            Parameters.range("k", k, 1, 50);
        }
    }

    /** Refuses to avoid what must be passed. */
    public PathQuery {
        Set<String> needed = new HashSet<>(ends.via());
        needed.add(ends.from());
        needed.add(ends.to());
        for (String each : filter.avoid()) {
            if (needed.contains(each)) {
                throw Parameters.refused("avoid", each, "name an entity that is not in from, to or via");
            }
        }
    }

    /** The five best paths of at most six hops along the influence, with everything else left open. */
    public static PathQuery between(String from, String to) {
        return new PathQuery(new Ends(from, to, List.of()), Filter.NONE, Lens.CLAIMS, Meaning.ANY, Bounds.DEFAULT);
    }

    /** The same over these entities. */
    public PathQuery via(String... entities) {
        return new PathQuery(new Ends(ends.from(), ends.to(), List.of(entities)), filter, lens, meaning, bounds);
    }

    /** The same with another filter. */
    public PathQuery with(Filter other) {
        return new PathQuery(ends, other, lens, meaning, bounds);
    }

    /** The same through another lens. */
    public PathQuery with(Lens other) {
        return new PathQuery(ends, filter, other, meaning, bounds);
    }

    /** The same for other readings. */
    public PathQuery with(Meaning other) {
        return new PathQuery(ends, filter, lens, other, bounds);
    }

    /** The same within other bounds. */
    public PathQuery with(Bounds other) {
        return new PathQuery(ends, filter, lens, meaning, other);
    }
}
