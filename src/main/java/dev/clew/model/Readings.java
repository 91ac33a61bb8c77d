package dev.clew.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
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
 * <p>Cost: for each different reading of an edge, linear in that edge's testimonies and in the different readings of the
 * whole pair.
 */
public final class Readings {
    private final Map<EdgeName, List<Testimony>> byEdge = new TreeMap<>();
    /** Asserted claims of each sign, by their reading along the influence. */
    private final Map<Sign, Map<Reading, List<Testimony>>> bySign = new EnumMap<>(Sign.class);

    /**
     * What a search needs to know of one reading of one edge; {@link #full} tells the rest.
     *
     * @param edge the edge
     * @param relation its relation type
     * @param reading its meanings and scope
     * @param sign the sign with more voices
     * @param voicesFor voices for it
     * @param background whether it rests on facts alone
     * @param contested whether anything speaks against it, in whatever meaning
     */
    public record Brief(
            EdgeName edge,
            RelationType relation,
            Reading reading,
            Sign sign,
            int voicesFor,
            boolean background,
            boolean contested) {}

    /**
     * Takes the testimonies of one ordered pair.
     *
     * @param testimonies all with the same {@link Testimony#from()} and {@link Testimony#to()}; those that do not count
     *     are left out
     */
    public Readings(Collection<Testimony> testimonies) {
        for (Testimony each : testimonies) {
            if (each.counts()) {
                byEdge.computeIfAbsent(each.edge(), name -> new ArrayList<>()).add(each);
                if (!each.stance().denied() && each.stance().sign().isDirected()) {
                    bySign.computeIfAbsent(each.stance().sign(), sign -> new HashMap<>())
                            .computeIfAbsent(each.along(), reading -> new ArrayList<>())
                            .add(each);
                }
            }
        }
    }

    /** Every reading of every edge that something but denials stands behind, in order. */
    public List<EdgeReading> readings() {
        return briefs().stream().map(this::full).toList();
    }

    /** The same in brief. */
    public List<Brief> briefs() {
        List<Brief> briefs = new ArrayList<>();
        for (Map.Entry<EdgeName, List<Testimony>> each : byEdge.entrySet()) {
            for (Reading reading : stated(each.getValue())) {
                briefs.add(brief(each.getKey(), reading, each.getValue()));
            }
        }
        return briefs;
    }

    private static Set<Reading> stated(List<Testimony> testimonies) {
        Set<Reading> stated = new TreeSet<>();
        for (Testimony each : testimonies) {
            if (!each.stance().denied()) {
                stated.add(each.reading());
            }
        }
        return stated;
    }

    private Brief brief(EdgeName edge, Reading reading, List<Testimony> testimonies) {
        Count count = new Count(covered(reading, testimonies), testimonies);
        RelationType relation = testimonies.getFirst().relation();
        count.oppose(List.of(relation.runsBackward() ? reading.reversed() : reading));
        return new Brief(
                edge,
                relation,
                reading,
                count.sign(),
                voices(count.directed()).size(),
                count.members.stream().allMatch(each -> each.evidence().kind() == Evidence.Kind.FACT),
                !count.against.isEmpty() || !count.otherwise.isEmpty());
    }

    /** Everything about one of {@link #briefs()}. */
    public EdgeReading full(Brief brief) {
        List<Testimony> testimonies = byEdge.getOrDefault(brief.edge(), List.of());
        Reading reading = brief.reading();
        Count count = new Count(covered(reading, testimonies), testimonies);
        count.oppose(List.of(brief.relation().runsBackward() ? reading.reversed() : reading));
        Hop.Grounds grounds = new Hop.Grounds(
                count.support(), evidence(count.members), evidence(count.against), evidence(count.otherwise));
        return new EdgeReading(brief.edge(), reading, count.stated, brief.sign(), grounds);
    }

    private static List<Testimony> covered(Reading reading, List<Testimony> testimonies) {
        List<Testimony> covered = new ArrayList<>();
        for (Testimony each : testimonies) {
            if (!each.stance().denied() && reading.covers(each.reading())) {
                covered.add(each);
            }
        }
        return covered;
    }

    /** Every edge, those that are only denied too, by name. */
    public List<Edge> edges() {
        List<Edge> edges = new ArrayList<>();
        byEdge.forEach((name, testimonies) -> edges.add(edge(name, testimonies)));
        return edges;
    }

    /** What bears on an edge: everything that counts of it, and claims of the opposite sign of the same entities. */
    public Set<Testimony> bearing(EdgeName name) {
        List<Testimony> mine = byEdge.getOrDefault(name, List.of());
        Set<Testimony> bearing = new HashSet<>(mine);
        for (Testimony each : mine) {
            if (!each.stance().denied() && each.stance().sign().isDirected()) {
                bySign.getOrDefault(each.stance().sign().opposite(), Map.of())
                        .values()
                        .forEach(bearing::addAll);
            }
        }
        return bearing;
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
        Count count = new Count(members, testimonies);
        count.oppose(members.stream().map(Testimony::along).distinct().toList());
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
        private final List<Testimony> sameEdge;
        private final Sign stated;
        private final List<Testimony> against = new ArrayList<>();
        private final List<Testimony> otherwise = new ArrayList<>();
        private boolean framingsDiffer;
        private boolean opposedAgainst;
        private boolean opposedOtherwise;

        Count(List<Testimony> members, List<Testimony> sameEdge) {
            this.members = members;
            this.sameEdge = sameEdge;
            Sign sign = Sign.ZERO;
            for (Testimony each : members) {
                sign = each.stance().sign().isDirected() ? each.stance().sign() : sign;
            }
            stated = sign;
        }

        /** Finds what speaks against these readings, seen along the influence. */
        void oppose(List<Reading> along) {
            for (Testimony each : sameEdge) {
                if (each.stance().denied()) {
                    oppose(along, each.along(), List.of(each));
                }
            }
            if (stated.isDirected()) {
                bySign.getOrDefault(stated.opposite(), Map.of()).forEach((reading, claims) -> {
                    boolean meets = oppose(along, reading, claims);
                    opposedAgainst |= meets;
                    opposedOtherwise |= !meets;
                });
            }
        }

        private boolean oppose(List<Reading> along, Reading reading, List<Testimony> claims) {
            boolean meets = along.stream().anyMatch(reading::meets);
            (meets ? against : otherwise).addAll(claims);
            framingsDiffer |= !meets && along.stream().noneMatch(reading::framingsMeet);
            return meets;
        }

        Sign sign() {
            if (!stated.isDirected() || against.isEmpty()) {
                return stated;
            }
            int votesFor = voices(directed()).size();
            if (votesFor > voices(against).size()) {
                return stated;
            }
            List<Testimony> opposite =
                    against.stream().filter(each -> !each.stance().denied()).toList();
            return voices(opposite).size() > votesFor ? stated.opposite() : Sign.UNKNOWN;
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
            return new Support(
                    voices(counted).size(),
                    voices(against).size(),
                    contestedBy(),
                    opposedAgainst || opposedOtherwise,
                    byType);
        }

        private @Nullable Contest contestedBy() {
            if (!against.isEmpty()) {
                return opposedAgainst ? Contest.SIGN : Contest.DENIAL;
            }
            if (otherwise.isEmpty()) {
                return null;
            }
            return framingsDiffer ? Contest.FRAMING : Contest.SCOPE;
        }
    }
}
