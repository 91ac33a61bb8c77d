package dev.clew.model;

import java.util.List;
import java.util.Set;

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
        return bearing.stream()
                .filter(each -> !others.contains(each))
                .map(Testimony::evidence)
                .distinct()
                .sorted()
                .toList();
    }
}
