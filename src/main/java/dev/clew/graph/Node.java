package dev.clew.graph;

import dev.clew.model.Arcs;
import dev.clew.model.EntityKind;
import java.util.Map;

/**
 * An entity with everything that touches it. Immutable.
 *
 * @param face what it is called
 * @param links two cells a link, ordered: the number of the entity at the other end, and the link's row; links that no
 *     longer hold too
 * @param along arcs along the influence
 * @param against arcs against the influence
 * @param tally how many edges
 * @param since the last change to its links: states from then on have the same arcs
 */
record Node(Face face, int[] links, Arcs along, Arcs against, Tally tally, int since) {
    /**
     * What an entity is called.
     *
     * @param id its id
     * @param label its label
     * @param kind its kind
     * @param framings labels of its framings by id
     * @param published whether its own record is published
     */
    record Face(String id, String label, EntityKind kind, Map<String, String> framings, boolean published) {
        /** An entity that others name and whose record is not known. */
        static Face unknown(String id) {
            return new Face(id, id, EntityKind.CONCEPT, Map.of(), false);
        }
    }

    /**
     * How many drawn edges touch an entity.
     *
     * @param edges all of them
     * @param claimed those that rest on claims
     * @param contested those that are contested
     */
    record Tally(int edges, int claimed, int contested) {
        static final Tally NONE = new Tally(0, 0, 0);

        /** Counts the edges behind these arcs; those of one edge stand side by side. */
        static Tally of(Dictionaries words, Arcs along, Arcs against) {
            return count(words, along, true).plus(count(words, against, false));
        }

        private Tally plus(Tally other) {
            return new Tally(edges + other.edges, claimed + other.claimed, contested + other.contested);
        }

        /** An edge of a symmetric relation has arcs both ways and is counted along only. */
        private static Tally count(Dictionaries words, Arcs arcs, boolean symmetricToo) {
            int[] cells = arcs.cells();
            Tally tally = NONE;
            for (int cell = arcs.start(); cell < arcs.end(); ) {
                int other = cells[cell];
                int relation = Arcs.relation(cells[cell + 1]);
                boolean claimed = false;
                boolean contested = false;
                for (;
                        cell < arcs.end() && cells[cell] == other && Arcs.relation(cells[cell + 1]) == relation;
                        cell += Arcs.CELLS) {
                    claimed |= !Arcs.isBackground(cells[cell + 1]);
                    contested |= Arcs.isContested(cells[cell + 1]);
                }
                if (symmetricToo || !words.relation(relation).isSymmetric()) {
                    tally = tally.plus(new Tally(1, claimed ? 1 : 0, contested ? 1 : 0));
                }
            }
            return tally;
        }
    }

    /** A node that nothing touches. */
    static Node bare(Face face) {
        return new Node(face, new int[0], Arcs.NONE, Arcs.NONE, Tally.NONE, 0);
    }

    Node with(Face other) {
        return new Node(other, links, along, against, tally, since);
    }

    Node with(int[] otherLinks) {
        return new Node(face, otherLinks, along, against, tally, since);
    }

    /** The same with those arcs only that have so many voices. */
    Node withVoices(int voices) {
        return new Node(face, links, withVoices(along, voices), withVoices(against, voices), tally, since);
    }

    private static Arcs withVoices(Arcs arcs, int voices) {
        Ints kept = new Ints(16);
        for (int cell = arcs.start(); cell < arcs.end(); cell += Arcs.CELLS) {
            if (Arcs.voices(arcs.cells()[cell + 1]) >= Math.min(voices, Arcs.VOICES)) {
                kept.addAll(arcs.cells(), cell, cell + Arcs.CELLS);
            }
        }
        return Arcs.of(kept.toArray());
    }

    /** The first cell of the links to another node, or where they would stand. */
    int firstLink(int other) {
        int low = 0;
        int high = links.length / 2;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (links[middle * 2] < other) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low * 2;
    }
}
