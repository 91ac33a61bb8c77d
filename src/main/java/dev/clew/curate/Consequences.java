package dev.clew.curate;

import dev.clew.model.Contest;
import dev.clew.model.Edge;
import dev.clew.model.EdgeName;
import dev.clew.model.Enumerations;
import dev.clew.model.Sign;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What publishing some records does to the graph.
 *
 * @param change the change of the library that it builds on
 * @param edges every edge that becomes another, by name
 * @param paths best paths around these edges that become others
 * @param labels what each entity named here is called, by id
 * @param looked whether everything that could change was looked at
 */
public record Consequences(
        long change, List<EdgeChange> edges, List<PathChange> paths, Map<String, String> labels, Looked looked) {
    /** Copies the lists and the labels. */
    public Consequences {
        edges = List.copyOf(edges);
        paths = List.copyOf(paths);
        labels = Map.copyOf(labels);
    }

    /**
     * How far was looked; false where there was too much, so that there may be more than is told.
     *
     * @param atAllEdges at every edge that could change
     * @param atAllEnds at the best paths between all ends around these edges
     */
    public record Looked(boolean atAllEdges, boolean atAllEnds) {}

    /** Whether everything that could change was looked at. */
    public boolean complete() {
        return looked.atAllEdges() && looked.atAllEnds();
    }

    /** What becomes of an edge. */
    public enum Kind {
        /** It is drawn from now on. */
        ADDED,
        /** It is not drawn any more. */
        REMOVED,
        /** Its sign becomes another. */
        FLIPPED,
        /** It becomes contested, or contested for another reason. */
        CONTESTED,
        /** It is contested no more. */
        SETTLED,
        /** It has more or fewer voices. */
        COUNTED;

        /** The written form, lower case. */
        public String code() {
            return Enumerations.code(this);
        }
    }

    /**
     * How an edge stands.
     *
     * @param drawn whether it is drawn; one with only denials is not
     * @param sign the sign with more voices
     * @param voicesFor voices for it
     * @param voicesAgainst voices against it
     * @param contestedBy why it is contested; null when it is not
     */
    public record Standing(
            boolean drawn,
            Sign sign,
            int voicesFor,
            int voicesAgainst,
            @Nullable Contest contestedBy) {
        static Standing of(Edge edge) {
            return new Standing(
                    edge.isDrawn(),
                    edge.sign(),
                    edge.support().voicesFor(),
                    edge.support().voicesAgainst(),
                    edge.support().contestedBy());
        }
    }

    /**
     * An edge that becomes another.
     *
     * @param name which
     * @param before how it stands; null when there is none
     * @param after how it would stand; null when there would be none
     */
    public record EdgeChange(
            EdgeName name,
            @Nullable Standing before,
            @Nullable Standing after) {
        /** What becomes of it. */
        public Set<Kind> kinds() {
            Set<Kind> kinds = new TreeSet<>();
            boolean wasDrawn = before != null && before.drawn();
            boolean isDrawn = after != null && after.drawn();
            if (wasDrawn != isDrawn) {
                kinds.add(isDrawn ? Kind.ADDED : Kind.REMOVED);
            }
            if (before == null || after == null) {
                contested(null, after == null ? null : after.contestedBy(), kinds);
                return kinds;
            }
            if (wasDrawn && isDrawn && before.sign() != after.sign()) {
                kinds.add(Kind.FLIPPED);
            }
            contested(before.contestedBy(), after.contestedBy(), kinds);
            if (before.voicesFor() != after.voicesFor() || before.voicesAgainst() != after.voicesAgainst()) {
                kinds.add(Kind.COUNTED);
            }
            return kinds;
        }

        private static void contested(@Nullable Contest before, @Nullable Contest after, Set<Kind> kinds) {
            if (after != null && after != before) {
                kinds.add(Kind.CONTESTED);
            } else if (after == null && before != null) {
                kinds.add(Kind.SETTLED);
            }
        }
    }

    /**
     * A path as it is told here.
     *
     * @param nodes the ids of its entities
     * @param sign the sign that it carries
     */
    public record Route(List<String> nodes, Sign sign) {}

    /**
     * A best path that becomes another.
     *
     * @param from the id of its first entity
     * @param to the id of its last
     * @param before the best path; null when there is none
     * @param after the best path that would be; null when there would be none
     */
    public record PathChange(
            String from,
            String to,
            @Nullable Route before,
            @Nullable Route after) {}
}
