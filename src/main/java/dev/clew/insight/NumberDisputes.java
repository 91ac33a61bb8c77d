package dev.clew.insight;

import dev.clew.model.Insight;
import dev.clew.model.Quantity;
import dev.clew.model.Reading;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Disputes over numbers: so much of the same thing in the same unit, or the same factor of a cause with other factors of
 * an effect. Two numbers agree when they are equal after rounding to as many digits as the rounder of them has, and at
 * least one. Values of times that are both stated and share no day are two questions.
 */
final class NumberDisputes {
    private NumberDisputes() {}

    static List<Conflict> between(Insight one, Insight other) {
        List<Conflict> found = new ArrayList<>();
        for (Quantity mine : one.quantities()) {
            for (Quantity theirs : other.quantities()) {
                Conflict conflict =
                        between(new Conflict.Side(one.id(), null, mine), new Conflict.Side(other.id(), null, theirs));
                if (conflict != null) {
                    found.add(conflict);
                }
            }
        }
        return found;
    }

    private static @Nullable Conflict between(Conflict.Side one, Conflict.Side other) {
        if (one.quantity() instanceof Quantity.Value mine && other.quantity() instanceof Quantity.Value theirs) {
            return values(one, mine, other, theirs);
        }
        if (one.quantity() instanceof Quantity.Factor mine && other.quantity() instanceof Quantity.Factor theirs) {
            return factors(one, mine, other, theirs);
        }
        return null;
    }

    private static @Nullable Conflict values(
            Conflict.Side one, Quantity.Value mine, Conflict.Side other, Quantity.Value theirs) {
        String unit = mine.unit().toLowerCase(Locale.ROOT);
        boolean same =
                mine.of().equals(theirs.of()) && unit.equals(theirs.unit().toLowerCase(Locale.ROOT));
        if (!same || agree(mine.value(), theirs.value()) || !timesMeet(mine.when(), theirs.when())) {
            return null;
        }
        boolean timesKnown = isTime(mine.when()) && isTime(theirs.when());
        return Conflict.of(
                new Question.Amount(mine.of(), unit),
                Conflict.Kind.NUMBER,
                timesKnown ? Set.of() : Set.of(Conflict.Doubt.TIME),
                one,
                other);
    }

    /** Whether both can speak of one time; words that are no date exclude nothing. */
    private static boolean timesMeet(@Nullable String one, @Nullable String other) {
        return !isTime(one) || !isTime(other) || period(one).scopesMeet(period(other));
    }

    private static boolean isTime(@Nullable String when) {
        return when != null && when.matches("\\d{4}(-\\d{2}(-\\d{2})?)?(/\\d{4}(-\\d{2}(-\\d{2})?)?)?");
    }

    private static Reading period(@Nullable String when) {
        return new Reading(null, null, null, when);
    }

    private static @Nullable Conflict factors(
            Conflict.Side one, Quantity.Factor mine, Conflict.Side other, Quantity.Factor theirs) {
        boolean same = mine.cause().equals(theirs.cause())
                && mine.effect().equals(theirs.effect())
                && mine.causeBy().equals(theirs.causeBy());
        return !same || agree(mine.effectBy(), theirs.effectBy())
                ? null
                : Conflict.of(
                        new Question.Strength(mine.cause(), mine.effect()), Conflict.Kind.NUMBER, Set.of(), one, other);
    }

    static boolean agree(BigDecimal one, BigDecimal other) {
        int digits = Math.max(1, Math.min(digits(one), digits(other)));
        MathContext rounding = new MathContext(digits, RoundingMode.HALF_UP);
        return one.round(rounding).compareTo(other.round(rounding)) == 0;
    }

    private static int digits(BigDecimal number) {
        return number.signum() == 0 ? 1 : number.stripTrailingZeros().precision();
    }
}
