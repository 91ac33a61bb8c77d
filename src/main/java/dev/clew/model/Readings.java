package dev.clew.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The counting rules for one ordered pair of entities: which edges and readings there are, their signs, who is for, who
 * is against, and why they are contested. Everything is given by what the testimonies say, never by their order.
 *
 * <p>Cost: linear in the testimonies for each different reading among them.
 */
public final class Readings {
    private final List<Testimony> all;
    private final Map<EdgeName, List<Testimony>> byEdge = new TreeMap<>();

    /**
     * Takes the testimonies of one ordered pair.
     *
     * @param testimonies all with the same {@link Testimony#from()} and {@link Testimony#to()}; those that do not count
     *     are left out
     */
    public Readings(Collection<Testimony> testimonies) {
        all = testimonies.stream().filter(Testimony::counts).toList();
        for (Testimony each : all) {
            byEdge.computeIfAbsent(each.edge(), name -> new ArrayList<>()).add(each);
        }
    }

    /** Every reading of every edge that something but denials stands behind, in order. */
    public List<EdgeReading> readings() {
        List<EdgeReading> readings = new ArrayList<>();
        byEdge.forEach((name, testimonies) -> {
            Set<Reading> stated = new TreeSet<>();
            for (Testimony each : testimonies) {
                if (!each.stance().denied()) {
                    stated.add(each.reading());
                }
            }
            stated.forEach(reading -> readings.add(reading(name, reading, testimonies)));
        });
        return readings;
    }

    private EdgeReading reading(EdgeName name, Reading reading, List<Testimony> testimonies) {
        List<Testimony> members = testimonies.stream()
                .filter(each -> !each.stance().denied() && reading.covers(each.reading()))
                .toList();
        boolean backward = testimonies.getFirst().relation().runsBackward();
        Reading along = backward ? reading.reversed() : reading;
        Count count = new Count(members, List.of(along));
        Hop.Grounds grounds =
                new Hop.Grounds(count.support(), evidence(members), evidence(count.against), evidence(count.otherwise));
        return new EdgeReading(name, reading, count.stated, count.sign(), grounds);
    }

    /** Every edge, those that are only denied too, by name. */
    public List<Edge> edges() {
        return byEdge.entrySet().stream()
                .map(each -> edge(each.getKey(), each.getValue()))
                .toList();
    }

    private Edge edge(EdgeName name, List<Testimony> testimonies) {
        List<Testimony> members =
                testimonies.stream().filter(each -> !each.stance().denied()).toList();
        List<Testimony> denials =
                testimonies.stream().filter(each -> each.stance().denied()).toList();
        if (members.isEmpty()) {
            Support denied = new Support(0, voices(denials).size(), Contest.DENIAL, false, Map.of());
            Sign stated = denials.getFirst().stance().sign();
            return new Edge(name, stated, Sign.UNKNOWN, denied, List.of(), evidence(denials));
        }
        Count count = new Count(
                members, members.stream().map(Testimony::along).distinct().toList());
        return new Edge(name, count.stated, count.sign(), count.support(), evidence(members), evidence(denials));
    }

    private static List<Evidence> evidence(Collection<Testimony> testimonies) {
        return testimonies.stream().map(Testimony::evidence).distinct().sorted().toList();
    }

    private static Set<Voice> voices(Collection<Testimony> testimonies) {
        Set<Voice> voices = new HashSet<>();
        for (Testimony each : testimonies) {
            Voice voice = each.evidence().voice();
            if (voice != null) {
                voices.add(voice);
            }
        }
        return voices;
    }

    /** Who is for and against one edge in some readings. */
    private final class Count {
        private final List<Testimony> members;
        private final Sign stated;
        private final List<Testimony> against = new ArrayList<>();
        private final List<Testimony> otherwise = new ArrayList<>();
        private final boolean framingsDiffer;

        Count(List<Testimony> members, List<Reading> along) {
            this.members = members;
            stated = members.stream()
                    .map(each -> each.stance().sign())
                    .filter(Sign::isDirected)
                    .findFirst()
                    .orElse(Sign.ZERO);
            boolean otherFraming = false;
            for (Testimony each : all) {
                if (isDenial(each) || each.opposes(stated)) {
                    boolean meets = along.stream().anyMatch(each.along()::meets);
                    (meets ? against : otherwise).add(each);
                    otherFraming |= !meets && along.stream().noneMatch(each.along()::framingsMeet);
                }
            }
            framingsDiffer = otherFraming;
        }

        private boolean isDenial(Testimony each) {
            return each.stance().denied()
                    && each.edge().equals(members.getFirst().edge());
        }

        Sign sign() {
            if (!stated.isDirected()) {
                return stated;
            }
            int votesFor = voices(directed()).size();
            int votesAgainst = voices(against).size();
            if (votesFor > votesAgainst) {
                return stated;
            }
            int opposite = voices(against.stream()
                            .filter(each -> each.opposes(stated))
                            .toList())
                    .size();
            return opposite > votesFor ? stated.opposite() : Sign.UNKNOWN;
        }

        private List<Testimony> directed() {
            return members.stream()
                    .filter(each -> each.stance().sign() == stated)
                    .toList();
        }

        Support support() {
            List<Testimony> counted = directed();
            Map<ClaimType, Set<Voice>> types = new EnumMap<>(ClaimType.class);
            for (Testimony each : counted) {
                Evidence evidence = each.evidence();
                if (evidence.claimType() != null && evidence.voice() != null) {
                    types.computeIfAbsent(evidence.claimType(), type -> new HashSet<>())
                            .add(evidence.voice());
                }
            }
            Map<ClaimType, Integer> byType = new EnumMap<>(ClaimType.class);
            types.forEach((type, voices) -> byType.put(type, voices.size()));
            boolean opposed = opposed(against) || opposed(otherwise);
            return new Support(voices(counted).size(), voices(against).size(), contestedBy(), opposed, byType);
        }

        private @Nullable Contest contestedBy() {
            if (!against.isEmpty()) {
                return opposed(against) ? Contest.SIGN : Contest.DENIAL;
            }
            if (otherwise.isEmpty()) {
                return null;
            }
            return framingsDiffer ? Contest.FRAMING : Contest.SCOPE;
        }

        private boolean opposed(List<Testimony> testimonies) {
            return testimonies.stream().anyMatch(each -> each.opposes(stated));
        }
    }
}
