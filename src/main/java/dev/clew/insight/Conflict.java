package dev.clew.insight;

import dev.clew.model.Enumerations;
import dev.clew.model.Link;
import dev.clew.model.Quantity;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Two claims in dispute on one question.
 *
 * @param question the question that both answer
 * @param kind in what way their answers exclude each other
 * @param doubts what leaves it open whether both speak of the same; none when nothing does
 * @param first the side whose insight comes first in the alphabet
 * @param second the other side
 */
public record Conflict(Question question, Kind kind, Set<Doubt> doubts, Side first, Side second)
        implements Comparable<Conflict> {
    private static final int ID_DIGITS = 16;
    private static final Comparator<Conflict> ORDER = Comparator.comparing(Conflict::isPossible)
            .thenComparing(Conflict::kind)
            .thenComparing(each -> each.first.insight())
            .thenComparing(each -> each.second.insight())
            .thenComparing(each -> each.question.key());

    /** In what way two answers exclude each other; the plainest first. */
    public enum Kind {
        /** One says that it raises, the other that it lowers. */
        SIGN,
        /** One says that it holds, the other that it does not. */
        DENIAL,
        /** They give different numbers. */
        NUMBER,
        /** A claim's record says that it contradicts the other. */
        CONTRADICTION,
        /** A claim's record names the other as a rival explanation. */
        RIVAL,
        /** They mean different things by one word. */
        FRAMING,
        /** A forecast against a later report: the forecast is outdated, and nothing is in dispute. */
        OUTDATED;

        /** The written form. */
        public String code() {
            return Enumerations.code(this);
        }
    }

    /** What leaves it open whether two claims speak of the same. */
    public enum Doubt {
        /** One says where, the other does not. */
        PLACE,
        /** One says when, the other does not; or a number comes without its time. */
        TIME,
        /** One says under which condition, the other does not. */
        CONDITION,
        /** They use different relations. */
        RELATION,
        /** One shows its meaning only by using the word so. */
        MEANING;

        /** The written form. */
        public String code() {
            return Enumerations.code(this);
        }
    }

    /**
     * One side.
     *
     * @param insight the claim
     * @param link the link by which it answers; null when it is none
     * @param quantity the number by which it answers; null when it is none
     */
    public record Side(
            String insight, @Nullable Link link, @Nullable Quantity quantity) {
        static Side of(String insight) {
            return new Side(insight, null, null);
        }
    }

    /** Copies the doubts, in their order. */
    public Conflict {
        doubts = Collections.unmodifiableSet(doubts.isEmpty() ? EnumSet.noneOf(Doubt.class) : EnumSet.copyOf(doubts));
    }

    /** The same with its sides in the order of their insights. */
    static Conflict of(Question question, Kind kind, Set<Doubt> doubts, Side one, Side other) {
        boolean ordered = one.insight().compareTo(other.insight()) <= 0;
        return new Conflict(question, kind, doubts, ordered ? one : other, ordered ? other : one);
    }

    /** Whether it is open that both speak of the same. */
    public boolean isPossible() {
        return !doubts.isEmpty();
    }

    /** A short text that stays the same while the two claims answer the same question: a hash of the three. */
    public String id() {
        String named = first.insight() + "\n" + second.insight() + "\n" + question.key();
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(named.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, ID_DIGITS);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every Java platform has SHA-256", absent);
        }
    }

    /** Certain before possible, then by kind and insights. */
    @Override
    public int compareTo(Conflict other) {
        return ORDER.compare(this, other);
    }
}
