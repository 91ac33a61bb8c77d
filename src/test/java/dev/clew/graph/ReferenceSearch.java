package dev.clew.graph;

import dev.clew.SeedWorld;
import dev.clew.model.ClaimType;
import dev.clew.model.Edge;
import dev.clew.model.EdgeReading;
import dev.clew.model.Entity;
import dev.clew.model.Evidence;
import dev.clew.model.Fact;
import dev.clew.model.Insight;
import dev.clew.model.Lens;
import dev.clew.model.Link;
import dev.clew.model.Origins;
import dev.clew.model.PathQuery;
import dev.clew.model.PathRules;
import dev.clew.model.Reading;
import dev.clew.model.Readings;
import dev.clew.model.RelationType;
import dev.clew.model.Sign;
import dev.clew.model.Testimony;
import dev.clew.model.Voice;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Path search as its definition reads: every simple sequence of entities, every choice of readings over it, the cheapest
 * for each sequence, the k best of all. Slow and without any trick; what the real search must agree with.
 */
final class ReferenceSearch {
    private final Map<String, Entity> entities = new TreeMap<>();
    private final Map<String, Insight> insights = new HashMap<>();
    private final Map<String, Integer> degrees = new HashMap<>();
    private PathQuery query = PathQuery.between("none", "nothing");
    private Map<String, List<Step>> steps = Map.of();

    /** A sequence with its cheapest cost. */
    record Answer(List<String> nodes, long score) {}

    /** A way to take a hop: its reading as walked, its cost without toll, and its sign. */
    private record Step(String to, Reading walked, long cost, Sign sign) {}

    ReferenceSearch(RandomWorld world) {
        world.entities.forEach(each -> entities.put(each.id(), each));
        world.insights.forEach(each -> insights.put(each.id(), each));
        for (Collection<Testimony> pair : pairs(testimonies(Lens.CLAIMS.withFacts(true)))) {
            for (Edge edge : new Readings(pair).edges()) {
                if (edge.isDrawn()) {
                    degrees.merge(edge.name().subject(), 1, Integer::sum);
                    degrees.merge(edge.name().object(), 1, Integer::sum);
                }
            }
        }
    }

    List<Answer> find(PathQuery asked) {
        query = asked;
        steps = new HashMap<>();
        for (Collection<Testimony> pair : pairs(testimonies(query.lens()))) {
            new Readings(pair).readings().forEach(this::addSteps);
        }
        List<Answer> answers = new ArrayList<>();
        extend(new ArrayList<>(List.of(query.ends().from())), answers);
        answers.sort(Comparator.comparingLong(Answer::score).thenComparing(Answer::nodes, ReferenceSearch::byIds));
        return answers.subList(0, Math.min(query.bounds().k(), answers.size()));
    }

    private static int byIds(List<String> one, List<String> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            int order = one.get(i).compareTo(other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.size(), other.size());
    }

    private List<Testimony> testimonies(Lens lens) {
        List<Testimony> all = new ArrayList<>();
        for (Insight insight : insights.values()) {
            if (passes(insight, lens)) {
                for (Link link : insight.links()) {
                    Evidence evidence = Evidence.insight(
                            insight.id(),
                            insight.passage().source(),
                            voice(insight.id()),
                            insight.claim().type());
                    all.add(Testimony.of(link, SeedWorld.RELATIONS.require(link.relation()), evidence));
                }
            }
        }
        for (Entity entity : lens.facts() ? entities.values() : List.<Entity>of()) {
            for (Fact fact : entity.facts()) {
                all.add(Testimony.of(entity.id(), fact, SeedWorld.RELATIONS.require(fact.relation())));
            }
        }
        all.removeIf(each -> each.from().equals(each.to()));
        return all;
    }

    private static boolean passes(Insight insight, Lens lens) {
        return matches(lens.holder(), insight.belief().holder())
                && matches(lens.speaker(), insight.belief().speaker())
                && matches(lens.source(), insight.passage().source())
                && (lens.claimTypes().isEmpty()
                        || lens.claimTypes().contains(insight.claim().type()));
    }

    private static boolean matches(@Nullable String wanted, @Nullable String given) {
        return wanted == null || wanted.equals(given);
    }

    private Voice voice(String id) {
        return Origins.voice(
                id,
                each -> insights.get(each).references().cites().stream()
                        .filter(insights::containsKey)
                        .toList(),
                each -> Origins.own(
                        insights.get(each).belief(),
                        insights.get(each).passage().source(),
                        this::bodies));
    }

    private List<String> bodies(String entity) {
        return entities.get(entity).facts().stream()
                .filter(fact -> fact.relation().equals("speaks-for"))
                .map(Fact::object)
                .toList();
    }

    private static Collection<List<Testimony>> pairs(List<Testimony> testimonies) {
        return testimonies.stream()
                .collect(Collectors.groupingBy(each -> each.from() + " " + each.to()))
                .values();
    }

    private void addSteps(EdgeReading reading) {
        RelationType relation = SeedWorld.RELATIONS.require(reading.edge().relation());
        String from = relation.runsBackward()
                ? reading.edge().object()
                : reading.edge().subject();
        String to = relation.runsBackward()
                ? reading.edge().subject()
                : reading.edge().object();
        if (!allowed(reading)) {
            return;
        }
        add(reading, relation, from, to, true);
        if (relation.isSymmetric()) {
            add(reading, relation, to, from, true);
        } else if (query.bounds().direction() == PathQuery.Direction.ANY) {
            add(reading, relation, to, from, false);
        }
    }

    private boolean allowed(EdgeReading reading) {
        PathQuery.Filter filter = query.filter();
        return (filter.relations().isEmpty()
                        || filter.relations().contains(reading.edge().relation()))
                && reading.voicesFor() >= filter.minVoices();
    }

    private void add(EdgeReading reading, RelationType relation, String from, String to, boolean along) {
        Sign sign = PathRules.hopSign(
                reading.sign(), relation, along, from.equals(query.ends().from()));
        if (query.meaning().sign() != null && !sign.isDirected()) {
            return;
        }
        Reading walked = reading.edge().subject().equals(from)
                ? reading.reading()
                : reading.reading().reversed();
        long cost = 8
                + (reading.isBackground()
                        ? 4
                        : switch (reading.voicesFor()) {
                            case 0, 1 -> 2;
                            case 2 -> 1;
                            default -> 0;
                        });
        steps.computeIfAbsent(from, any -> new ArrayList<>()).add(new Step(to, walked, cost, sign));
    }

    private void extend(List<String> nodes, List<Answer> answers) {
        String last = nodes.getLast();
        if (last.equals(query.ends().to())) {
            best(nodes).ifPresent(score -> answers.add(new Answer(List.copyOf(nodes), score)));
            return;
        }
        if (nodes.size() > query.bounds().maxHops()) {
            return;
        }
        Set<String> next = new TreeSet<>();
        steps.getOrDefault(last, List.of()).forEach(each -> next.add(each.to()));
        for (String each : next) {
            if (!nodes.contains(each)) {
                nodes.add(each);
                extend(nodes, answers);
                nodes.removeLast();
            }
        }
    }

    private Optional<Long> best(List<String> nodes) {
        List<String> inner = nodes.subList(1, nodes.size() - 1);
        Predicate<String> isVia = query.ends().via()::contains;
        boolean fits = inner.stream().filter(isVia).toList().equals(query.ends().via())
                && inner.stream().noneMatch(query.filter().avoid()::contains)
                && (query.filter().kinds().isEmpty()
                        || inner.stream()
                                .filter(isVia.negate())
                                .allMatch(each -> query.filter()
                                        .kinds()
                                        .contains(entities.get(each).kind())));
        if (!fits) {
            return Optional.empty();
        }
        long toll = 0;
        for (String each : inner) {
            int degree = degrees.getOrDefault(each, 0);
            toll += 2L * (long) Math.floor(Math.log(Math.max(1, degree)) / Math.log(2) + 1e-9);
        }
        long rest = cheapest(nodes, 0, null, Sign.PLUS);
        return rest == Long.MAX_VALUE ? Optional.empty() : Optional.of(rest + toll);
    }

    private long cheapest(List<String> nodes, int hop, @Nullable Reading before, Sign sign) {
        if (hop == nodes.size() - 1) {
            Sign wanted = query.meaning().sign();
            return wanted == null || wanted == sign ? 0 : Long.MAX_VALUE;
        }
        long least = Long.MAX_VALUE;
        for (Step each : steps.getOrDefault(nodes.get(hop), List.of())) {
            if (each.to().equals(nodes.get(hop + 1))) {
                int shifts = before == null ? 0 : PathRules.shifts(before, each.walked());
                if (shifts > 0 && query.meaning().framing() == PathQuery.Framings.CONSISTENT) {
                    continue;
                }
                long rest = cheapest(nodes, hop + 1, each.walked(), sign.times(each.sign()));
                if (rest != Long.MAX_VALUE) {
                    least = Math.min(least, rest + each.cost() + 1_000_000L * shifts);
                }
            }
        }
        return least;
    }

    /** Which claim types a lens may name. */
    static Set<ClaimType> types() {
        return Set.of(ClaimType.REPORT, ClaimType.AIM, ClaimType.QUESTION);
    }
}
