package dev.clew.model;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What became of one edge from one lens to another; of differences in a row the middle drops out ({@link #then}).
 *
 * @param name the edge
 * @param before how it stood; null when nothing was said of it
 * @param after how it stands; null when nothing is said of it
 */
public record EdgeDifference(
        EdgeName name,
        @Nullable EdgeStanding before,
        @Nullable EdgeStanding after) {
    /** What can become of an edge, gravest first. */
    public enum Kind {
        /** Its sign turned. */
        FLIPPED,
        /** Something came to speak against it. */
        CONTESTED,
        /** Nothing speaks against it any more. */
        SETTLED,
        /** It is drawn now. */
        ADDED,
        /** It is no longer drawn. */
        GONE,
        /** Fewer voices for it beyond those against. */
        WEAKENED,
        /** More voices for it beyond those against. */
        STRENGTHENED,
        /** Other claims, or the same in other words, and nothing else. */
        RESTATED;

        /** The written form, such as {@code flipped}. */
        public String code() {
            return Enumerations.code(this);
        }
    }

    /** Whether there is a difference at all. */
    public boolean isReal() {
        return !Objects.equals(before, after);
    }

    /** What became of it; never empty. */
    public Set<Kind> kinds() {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        Optional<Edge> was = drawn(before);
        Optional<Edge> is = drawn(after);
        if (was.isEmpty() && is.isPresent()) {
            kinds.add(Kind.ADDED);
        } else if (was.isPresent() && is.isEmpty()) {
            kinds.add(Kind.GONE);
        } else if (was.isPresent()) {
            compare(was.get(), is.orElseThrow(), kinds);
        }
        boolean wasContested = was.filter(edge -> edge.support().isContested()).isPresent();
        boolean isContested = is.filter(edge -> edge.support().isContested()).isPresent();
        if (isContested && !wasContested) {
            kinds.add(Kind.CONTESTED);
        } else if (wasContested && !isContested && is.isPresent()) {
            kinds.add(Kind.SETTLED);
        }
        return kinds.isEmpty() ? EnumSet.of(Kind.RESTATED) : kinds;
    }

    private static void compare(Edge was, Edge is, Set<Kind> kinds) {
        if (was.sign().isDirected() && was.sign().opposite() == is.sign()) {
            kinds.add(Kind.FLIPPED);
        }
        int margin = Integer.compare(is.support().margin(), was.support().margin());
        if (margin != 0) {
            kinds.add(margin > 0 ? Kind.STRENGTHENED : Kind.WEAKENED);
        }
    }

    private static Optional<Edge> drawn(@Nullable EdgeStanding standing) {
        return Optional.ofNullable(standing).map(EdgeStanding::edge).filter(Edge::isDrawn);
    }

    /** The same in words, to be read behind the edge's name, such as "gained a second voice for it". */
    public String told() {
        Optional<SupportNews> was = drawn(before).map(EdgeDifference::news);
        Optional<SupportNews> is = drawn(after).map(EdgeDifference::news);
        if (is.isEmpty()) {
            return was.isEmpty() ? "is still only denied" : "is no longer drawn";
        }
        if (was.isEmpty()) {
            return "is drawn now, and " + SupportNews.reads(is.get().sign());
        }
        List<String> parts = SupportNews.parts(was.get(), is.get());
        return parts.isEmpty() ? "is stated by other claims, or in other words" : String.join(", ", parts);
    }

    private static SupportNews news(Edge edge) {
        return new SupportNews(edge.support(), edge.sign());
    }

    /** The claims and facts that came to bear on it. */
    public List<Evidence> came() {
        return after == null ? List.of() : after.beyond(before == null ? Set.of() : before.bearing());
    }

    /** Of those that came, the ones that speak against it: they deny it, or claim the opposite. */
    public List<Evidence> cameAgainst() {
        return after == null ? List.of() : after.againstBeyond(before == null ? Set.of() : before.bearing());
    }

    /** Whether it stands now with more voices for the opposite of what it states. */
    public boolean isOutweighed() {
        return drawn(after)
                .filter(edge -> edge.statedSign().isDirected())
                .filter(edge -> edge.sign() == edge.statedSign().opposite())
                .isPresent();
    }

    /** The claims and facts that no longer bear on it. */
    public List<Evidence> went() {
        return before == null ? List.of() : before.beyond(after == null ? Set.of() : after.bearing());
    }

    /** The greatest number of voices for it on either side. */
    public int voices() {
        int was = before == null ? 0 : before.edge().support().voicesFor();
        int is = after == null ? 0 : after.edge().support().voicesFor();
        return Math.max(was, is);
    }

    /** This difference and the next one of the same edge, taken together; it may be none at all. */
    public EdgeDifference then(EdgeDifference next) {
        if (!name.equals(next.name) || !Objects.equals(after, next.before)) {
            throw new IllegalArgumentException("differences of " + name + " and " + next.name + " do not meet");
        }
        return new EdgeDifference(name, before, next.after);
    }
}
