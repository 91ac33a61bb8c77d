package dev.clew.model;

import java.util.Arrays;
import java.util.Optional;

/**
 * Which way something works: raises, lowers, no direction given, or undecided.
 *
 * <p>{@code ZERO} is what a claim may state; {@code UNKNOWN} is what counting may conclude.
 */
public enum Sign {
    /** More of the first makes more of the second. */
    PLUS("+"),
    /** More of the first makes less of the second. */
    MINUS("-"),
    /** No direction given. */
    ZERO("0"),
    /** Undecided: a tie, or a hop that carries no sign. */
    UNKNOWN("?");

    private final String symbol;

    Sign(String symbol) {
        this.symbol = symbol;
    }

    /** The written form: {@code +}, {@code -}, {@code 0} or {@code ?}. */
    public String symbol() {
        return symbol;
    }

    /** Whether it has a direction. */
    public boolean isDirected() {
        return this == PLUS || this == MINUS;
    }

    /** The other direction; a sign without direction is its own opposite. */
    public Sign opposite() {
        return switch (this) {
            case PLUS -> MINUS;
            case MINUS -> PLUS;
            case ZERO, UNKNOWN -> this;
        };
    }

    /** The sign of two steps in a row: their product, undecided when either has no direction. */
    public Sign times(Sign next) {
        if (!isDirected() || !next.isDirected()) {
            return UNKNOWN;
        }
        return this == next ? PLUS : MINUS;
    }

    /** The sign with this written form. */
    public static Optional<Sign> find(String symbol) {
        return Arrays.stream(values())
                .filter(sign -> sign.symbol.equals(symbol))
                .findFirst();
    }
}
