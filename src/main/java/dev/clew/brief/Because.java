package dev.clew.brief;

import dev.clew.model.EdgeDifference;
import dev.clew.model.EdgeName;
import dev.clew.model.Enumerations;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One reason for a claim to be in a brief, with what it counts. The points of all its reasons add up to its score.
 *
 * @param kind what kind of reason
 * @param points what it counts, above 0
 * @param followed the thing followed, of {@link Kind#FOLLOWED}; else null
 * @param edge the connection that it changed, where it is about one; else null
 */
public record Because(
        Kind kind,
        int points,
        @Nullable Follow followed,
        @Nullable EdgeName edge) {
    /** What the second and each further thing followed counts. */
    static final int FOLLOWED_FURTHER = 10;

    /** As a reader is told them. */
    static final Comparator<Because> MOST_POINTS_FIRST =
            Comparator.comparingInt(Because::points).reversed();

    /** Kinds of reasons, with what one counts. What a claim is about counts most, then what it changes, then how good it is. */
    public enum Kind {
        /** The reader follows something of it. The second and each further thing count a quarter. */
        FOLLOWED(40),
        /** A connection turned its sign by it. */
        TURNED(30),
        /** A connection is contested since. */
        CONTESTED(25),
        /** It says that it contradicts another claim. */
        CONTRADICTS(20),
        /** A connection has a second voice by it. */
        SECOND_VOICE(15),
        /** A connection is there by it. */
        NEW_CONNECTION(12),
        /** It gives a number. */
        NUMBER(8),
        /** It can be checked word by word. */
        QUOTED(6),
        /** It can be heard at its second. */
        TIMED(4),
        /** It is said plainly. */
        PLAIN(2),
        /** It is of these days: a point less for each day. */
        RECENT(10);

        private final int points;

        Kind(int points) {
            this.points = points;
        }

        /** What one such reason counts at most. */
        public int points() {
            return points;
        }

        /** The written form, such as {@code second-voice}. */
        public String code() {
            return Enumerations.code(this);
        }
    }

    static Because of(Kind kind) {
        return new Because(kind, kind.points(), null, null);
    }

    static Because of(Kind kind, EdgeName edge) {
        return new Because(kind, kind.points(), null, edge);
    }

    static Because recent(int points) {
        return new Because(Kind.RECENT, points, null, null);
    }

    static Because followed(Follow followed, int points) {
        return new Because(Kind.FOLLOWED, points, followed, null);
    }

    /** Whether a claim with this reason speaks against something. */
    boolean isCounterView() {
        return kind == Kind.TURNED || kind == Kind.CONTESTED || kind == Kind.CONTRADICTS;
    }

    /** The kind of difference between two changes by which the reason can be checked; null where it is not of that sort. */
    public EdgeDifference.@Nullable Kind difference() {
        return switch (kind) {
            case TURNED -> EdgeDifference.Kind.FLIPPED;
            case CONTESTED -> EdgeDifference.Kind.CONTESTED;
            case SECOND_VOICE -> EdgeDifference.Kind.STRENGTHENED;
            case NEW_CONNECTION -> EdgeDifference.Kind.ADDED;
            default -> null;
        };
    }
}
