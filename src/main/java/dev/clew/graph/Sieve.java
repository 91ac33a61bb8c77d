package dev.clew.graph;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.model.Lens;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Which links pass a lens, in one state. */
final class Sieve implements IntPredicate {
    private static final int ANYBODY = -2;
    private static final int NOBODY = -3;

    private final Links links;
    private final Claims claims;
    private final int change;
    private final int holder;
    private final int speaker;
    private final int source;
    private final int types;
    private final boolean facts;
    private final State state;
    private final int fromDay;
    private final int untilDay;
    private final Set<String> without;

    /** Asks the claims of the state that the lens names. */
    Sieve(State state, Lens lens) {
        this.state = state;
        links = state.links();
        claims = state.claims();
        change = lens.asOf() == null ? state.change() : asOf(state, lens.asOf());
        holder = number(state.words().entities, lens.said().holder());
        speaker = number(state.words().entities, lens.said().speaker());
        source = number(state.words().sources, lens.said().source());
        fromDay = day(lens.said().from(), Integer.MIN_VALUE);
        untilDay = day(lens.said().until(), Integer.MAX_VALUE);
        without = lens.without();
        types = lens.claimTypes().stream().mapToInt(type -> 1 << type.ordinal()).sum();
        facts = lens.facts();
    }

    private static int asOf(State state, long asked) {
        if (asked > state.change() || asked < state.historyFrom()) {
            throw new ClewException(
                    ErrorCode.BAD_REQUEST,
                    "Change " + asked + " cannot be shown: give one from " + state.historyFrom() + " to "
                            + state.change() + ", which are those whose state is kept.");
        }
        return (int) asked;
    }

    private static int day(@Nullable LocalDate day, int otherwise) {
        return day == null ? otherwise : Math.toIntExact(day.toEpochDay());
    }

    private static int number(Numbers<String> numbers, @Nullable String id) {
        if (id == null) {
            return ANYBODY;
        }
        int number = numbers.find(id);
        return number < 0 ? NOBODY : number;
    }

    int change() {
        return change;
    }

    private boolean saidInTime(int from) {
        if (fromDay == Integer.MIN_VALUE && untilDay == Integer.MAX_VALUE) {
            return true;
        }
        int day = state.day(from, change);
        return day != State.NO_DAY && fromDay <= day && day <= untilDay;
    }

    @Override
    public boolean test(int link) {
        if (!links.holds(link, change)) {
            return false;
        }
        int claim = links.claim[link];
        if (claim < 0) {
            return facts;
        }
        return (holder == ANYBODY || claims.holder[claim] == holder)
                && (speaker == ANYBODY || claims.speaker[claim] == speaker)
                && (source == ANYBODY || claims.source[claim] == source)
                && (types == 0 || (types >> claims.type[claim] & 1) != 0)
                && saidInTime(claims.source[claim])
                && (without.isEmpty() || !without.contains(claims.id[claim]));
    }
}
