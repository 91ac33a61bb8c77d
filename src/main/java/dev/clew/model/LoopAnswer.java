package dev.clew.model;

import java.util.List;

/**
 * The answer to a {@link LoopQuery}.
 *
 * @param loops the best loops, best first
 * @param searched how far the search went
 * @param change the change shown
 */
public record LoopAnswer(List<Loop> loops, Searched searched, long change) {
    /** Copies the list. */
    public LoopAnswer {
        loops = List.copyOf(loops);
    }

    /**
     * A feedback loop.
     *
     * @param path its hops, from the entity asked for back to it
     */
    public record Loop(Path path) {
        /** What it does to a change that enters it. */
        public Kind kind() {
            return switch (path.sign()) {
                case PLUS -> Kind.REINFORCING;
                case MINUS -> Kind.BALANCING;
                case ZERO, UNKNOWN -> Kind.AMBIGUOUS;
            };
        }
    }

    /** What a loop does to a change that enters it. */
    public enum Kind {
        /** More leads to more. */
        REINFORCING,
        /** More leads to less. */
        BALANCING,
        /** Some hop has no direction. */
        AMBIGUOUS;

        /** The written form, such as {@code balancing}. */
        public String code() {
            return Enumerations.code(this);
        }
    }
}
