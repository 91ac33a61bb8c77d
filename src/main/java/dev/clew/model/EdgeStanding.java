package dev.clew.model;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * How an edge stands through one lens.
 *
 * @param edge its sign, voices and evidence
 * @param bearing everything that was counted for or against it
 */
public record EdgeStanding(Edge edge, Set<Testimony> bearing) {
    /** Copies the set. */
    public EdgeStanding {
        bearing = Set.copyOf(bearing);
    }

    /** The claims and facts that bear on it here and not there, by id. */
    List<Evidence> beyond(Set<Testimony> others) {
        return evidence(others, each -> true);
    }

    /** Of those the ones that deny the edge, or claim the opposite of what it states. */
    List<Evidence> againstBeyond(Set<Testimony> others) {
        return evidence(others, this::isAgainst);
    }

    private boolean isAgainst(Testimony testimony) {
        Sign stated = edge.statedSign();
        return testimony.stance().denied()
                || stated.isDirected() && testimony.stance().sign() == stated.opposite();
    }

    private List<Evidence> evidence(Set<Testimony> others, Predicate<Testimony> wanted) {
        return bearing.stream()
                .filter(each -> !others.contains(each) && wanted.test(each))
                .map(Testimony::evidence)
                .distinct()
                .sorted()
                .toList();
    }
}
