package dev.clew.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What follows from the hops of a path: its sign, its shifts, what turns it, what it rests on. */
public final class PathRules {
    private PathRules() {}

    /**
     * The sign a hop carries: the sign with more voices for an influence walked along and for an act walked along as
     * first hop; {@code ?} for everything else.
     */
    public static Sign hopSign(Sign sign, RelationType relation, boolean along, boolean first) {
        boolean carries = switch (relation.relationClass()) {
            case INFLUENCE -> along;
            case ACT -> along && first;
            case STRUCTURAL, LOOSE -> false;
        };
        return carries && sign.isDirected() ? sign : Sign.UNKNOWN;
    }

    /** The product of the hops' signs. */
    public static Sign pathSign(List<Hop> hops) {
        return hops.stream().map(Hop::sign).reduce(Sign.PLUS, Sign::times);
    }

    /**
     * How many times meaning or scope shifts from one hop to the next, 0 to 2.
     *
     * @param before the reading of the hop before, seen in the direction of the walk
     * @param after the reading of the hop after, seen in the direction of the walk
     */
    public static int shifts(Reading before, Reading after) {
        return (differ(before.objectFraming(), after.subjectFraming()) ? 1 : 0) + (before.scopesMeet(after) ? 0 : 1);
    }

    private static boolean differ(@Nullable String before, @Nullable String after) {
        return before != null && after != null && !before.equals(after);
    }

    /**
     * Everything that follows from the hops, of which there is at least one. Where they end where they began, meaning and
     * scope may shift there too.
     */
    public static Path.Verdict verdict(List<Hop> hops) {
        Set<Evidence> claims = new HashSet<>();
        Set<Voice> voices = new HashSet<>();
        for (Hop hop : hops) {
            for (Evidence each : hop.grounds().evidence()) {
                if (each.voice() != null) {
                    claims.add(each);
                    voices.add(each.voice());
                }
            }
        }
        return new Path.Verdict(flip(hops), weakest(hops), shifts(hops), saidWhole(hops), claims.size(), voices.size());
    }

    private static Optional<Path.Flip> flip(List<Hop> hops) {
        Sign sign = pathSign(hops);
        int flip = -1;
        for (int i = 0; i < hops.size(); i++) {
            if (hops.get(i).support().opposed() && (flip < 0 || weaker(hops.get(i), hops.get(flip)))) {
                flip = i;
            }
        }
        return flip < 0 || !sign.isDirected() ? Optional.empty() : Optional.of(new Path.Flip(flip, sign.opposite()));
    }

    private static int weakest(List<Hop> hops) {
        int weakest = 0;
        for (int i = 1; i < hops.size(); i++) {
            if (weaker(hops.get(i), hops.get(weakest))) {
                weakest = i;
            }
        }
        return weakest;
    }

    /** Facts are reference records, not voices: they are never weaker than a claim. */
    private static boolean weaker(Hop one, Hop other) {
        if (one.way().background() != other.way().background()) {
            return other.way().background();
        }
        int byMargin = Integer.compare(one.support().margin(), other.support().margin());
        return byMargin != 0
                ? byMargin < 0
                : one.support().voicesFor() < other.support().voicesFor();
    }

    private static List<Shift> shifts(List<Hop> hops) {
        List<Shift> shifts = new ArrayList<>();
        boolean loop = hops.getFirst().from().equals(hops.getLast().to());
        for (int i = 1; i < hops.size() + (loop ? 1 : 0); i++) {
            Hop before = hops.get(i - 1);
            Hop after = hops.get(i % hops.size());
            int hop = i;
            framingShift(before.toFraming(), after.fromFraming())
                    .ifPresent(kind ->
                            shifts.add(new Shift(kind, hop, after.from(), before.toFraming(), after.fromFraming())));
            if (!before.reading().scopesMeet(after.reading())) {
                shifts.add(scopeShift(hop, before, after));
            }
        }
        return shifts;
    }

    private static Optional<Shift.Kind> framingShift(@Nullable String before, @Nullable String after) {
        if (differ(before, after)) {
            return Optional.of(Shift.Kind.FRAMING_SHIFT);
        }
        boolean oneIsSilent = (before == null) != (after == null);
        return oneIsSilent ? Optional.of(Shift.Kind.FRAMING_UNSTATED) : Optional.empty();
    }

    private static Shift scopeShift(int hop, Hop before, Hop after) {
        boolean byPlace = differ(before.reading().where(), after.reading().where());
        String was = byPlace ? before.reading().where() : before.reading().period();
        String is = byPlace ? after.reading().where() : after.reading().period();
        return new Shift(Shift.Kind.SCOPE_SHIFT, hop, after.from(), was, is);
    }

    private static List<String> saidWhole(List<Hop> hops) {
        Set<String> whole = new TreeSet<>(insights(hops.getFirst()));
        hops.forEach(hop -> whole.retainAll(insights(hop)));
        return List.copyOf(whole);
    }

    private static Set<String> insights(Hop hop) {
        Set<String> ids = new HashSet<>();
        for (Evidence each : hop.grounds().evidence()) {
            if (each.kind() == Evidence.Kind.INSIGHT) {
                ids.add(each.id());
            }
        }
        return ids;
    }
}
