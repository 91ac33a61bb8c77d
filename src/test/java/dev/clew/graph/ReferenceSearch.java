package dev.clew.graph;

import dev.clew.SeedWorld;
import dev.clew.model.ClaimType;
import dev.clew.model.ClewRecord;
import dev.clew.model.Edge;
import dev.clew.model.EdgeReading;
import dev.clew.model.Entity;
import dev.clew.model.Evidence;
import dev.clew.model.Fact;
import dev.clew.model.Hop;
import dev.clew.model.Insight;
import dev.clew.model.Lens;
import dev.clew.model.Link;
import dev.clew.model.LoopQuery;
import dev.clew.model.Origins;
import dev.clew.model.Path;
import dev.clew.model.PathQuery;
import dev.clew.model.PathRules;
import dev.clew.model.ReachQuery;
import dev.clew.model.Reading;
import dev.clew.model.Readings;
import dev.clew.model.RelationClass;
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
    private final Map<Boolean, Map<String, Integer>> degrees = Map.of(false, new HashMap<>(), true, new HashMap<>());
    private PathQuery query = PathQuery.between("none", "nothing");
    private Map<String, List<Step>> steps = Map.of();
    private boolean causal;
    private boolean acts;
    private String end = "";

    /** A sequence with its cheapest cost. */
    record Answer(List<String> nodes, long score) {
        static Answer of(Path path) {
            return new Answer(path.nodes().stream().map(Path.Node::id).toList(), path.score());
        }
    }

    /** A way to take a hop: its reading as walked, its cost without toll, and its sign. */
    private record Step(String to, Reading walked, long cost, Sign sign, boolean act) {}

    ReferenceSearch(RandomWorld world) {
        this(world.records());
    }

    /** Searches these records and no others; what a lens says of time is not asked. */
    ReferenceSearch(Collection<ClewRecord> records) {
        for (ClewRecord record : records) {
            if (record instanceof Entity entity) {
                entities.put(entity.id(), entity);
            } else if (record instanceof Insight insight) {
                insights.put(insight.id(), insight);
            }
        }
        degrees.forEach(this::count);
    }

    /** Whether siding with others at one hop turns a path: it has a sign, and somebody asserts that hop's opposite. */
    boolean turns(Path path, Lens lens) {
        return path.sign().isDirected() && path.hops().stream().anyMatch(hop -> isOpposed(hop, lens));
    }

    /** Whether somebody asserts the opposite of what a hop states, between the same two entities the same way. */
    boolean isOpposed(Hop hop, Lens lens) {
        return testimonies(lens).stream()
                .anyMatch(each -> each.counts()
                        && !each.stance().denied()
                        && each.stance().sign() == hop.statedSign().opposite()
                        && each.from().equals(hop.from())
                        && each.to().equals(hop.to()));
    }

    private void count(boolean facts, Map<String, Integer> counts) {
        for (Collection<Testimony> pair : pairs(testimonies(Lens.CLAIMS.withFacts(facts)))) {
            for (Edge edge : new Readings(pair).edges()) {
                if (edge.isDrawn()) {
                    counts.merge(edge.name().subject(), 1, Integer::sum);
                    counts.merge(edge.name().object(), 1, Integer::sum);
                }
            }
        }
    }

    List<Answer> find(PathQuery asked) {
        causal = false;
        end = asked.ends().to();
        return search(asked);
    }

    /** Loops as their definition reads: influence only, back to where it began. */
    List<Answer> loops(LoopQuery asked) {
        causal = true;
        end = asked.entity();
        PathQuery.Ends ends = new PathQuery.Ends(asked.entity(), "nothing", List.of());
        return search(new PathQuery(ends, asked.filter(), asked.lens(), asked.meaning(), asked.bounds()));
    }

    /** What is reached, as the definition reads: every chain of influence, of each entity the cheapest. */
    List<Answer> reach(ReachQuery asked) {
        boolean ahead = asked.direction() == ReachQuery.Direction.DOWNSTREAM;
        causal = true;
        acts = true;
        Map<String, Answer> best = new TreeMap<>();
        for (String other : entities.keySet()) {
            String from = ahead ? asked.entity() : other;
            end = ahead ? other : asked.entity();
            if (!other.equals(asked.entity()) && !asked.filter().avoid().contains(other)) {
                PathQuery.Filter filter = asked.filter();
                PathQuery.Filter anyKind =
                        new PathQuery.Filter(filter.avoid(), filter.relations(), Set.of(), filter.minVoices());
                PathQuery.Bounds all = new PathQuery.Bounds(asked.bounds().maxHops(), 50, PathQuery.Direction.OUT);
                PathQuery.Ends ends = new PathQuery.Ends(from, end, List.of());
                boolean listed = filter.kinds().isEmpty()
                        || filter.kinds().contains(entities.get(other).kind());
                cheapestChain(new PathQuery(ends, anyKind, asked.lens(), PathQuery.Meaning.ANY, all))
                        .filter(answer -> listed)
                        .ifPresent(answer -> best.put(other, answer));
            }
        }
        acts = false;
        return best.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, Answer> each) ->
                                each.getValue().score())
                        .thenComparing(each -> each.getValue().nodes().size())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Of all simple chains the cheapest with shifts left out, then the shortest, then the first by ids. */
    private Optional<Answer> cheapestChain(PathQuery asked) {
        return search(asked, Integer.MAX_VALUE).stream()
                .map(each -> new Answer(each.nodes(), chainCost(each.nodes())))
                .min(Comparator.comparingLong(Answer::score)
                        .thenComparing(each -> each.nodes().size())
                        .thenComparing(Answer::nodes, ReferenceSearch::byIds));
    }

    private long chainCost(List<String> nodes) {
        long cost = toll(nodes.subList(1, nodes.size() - 1));
        for (int i = 0; i + 1 < nodes.size(); i++) {
            String next = nodes.get(i + 1);
            boolean first = i == 0;
            cost += steps.getOrDefault(nodes.get(i), List.of()).stream()
                    .filter(each -> each.to().equals(next) && (first || !each.act()))
                    .mapToLong(Step::cost)
                    .min()
                    .orElseThrow();
        }
        return cost;
    }

    private List<Answer> search(PathQuery asked) {
        return search(asked, asked.bounds().k());
    }

    private List<Answer> search(PathQuery asked, int most) {
        query = asked;
        steps = new HashMap<>();
        for (Collection<Testimony> pair : pairs(testimonies(query.lens()))) {
            new Readings(pair).readings().forEach(this::addSteps);
        }
        List<Answer> answers = new ArrayList<>();
        extend(new ArrayList<>(List.of(query.ends().from())), answers);
        answers.sort(Comparator.comparingLong(Answer::score).thenComparing(Answer::nodes, ReferenceSearch::byIds));
        return answers.subList(0, Math.min(most, answers.size()));
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
        Lens.Said said = lens.said();
        return matches(said.holder(), insight.belief().holder())
                && matches(said.speaker(), insight.belief().speaker())
                && matches(said.source(), insight.passage().source())
                && said.passes(RandomWorld.DAYS.get(insight.passage().source()))
                && !lens.without().contains(insight.id())
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
        if (!allowed(reading) || (causal && !isCausal(relation))) {
            return;
        }
        add(reading, relation, from, to, true);
        if (relation.isSymmetric()) {
            add(reading, relation, to, from, true);
        } else if (query.bounds().direction() == PathQuery.Direction.ANY) {
            add(reading, relation, to, from, false);
        }
    }

    private boolean isCausal(RelationType relation) {
        return relation.relationClass() == RelationClass.INFLUENCE
                || (acts && relation.relationClass() == RelationClass.ACT);
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
        steps.computeIfAbsent(from, any -> new ArrayList<>())
                .add(new Step(to, walked, cost, sign, relation.relationClass() == RelationClass.ACT));
    }

    private void extend(List<String> nodes, List<Answer> answers) {
        String last = nodes.getLast();
        if (last.equals(end) && nodes.size() > 1) {
            best(nodes).ifPresent(score -> answers.add(new Answer(List.copyOf(nodes), score)));
            return;
        }
        if (nodes.size() > query.bounds().maxHops()) {
            return;
        }
        Set<String> next = new TreeSet<>();
        for (Step each : steps.getOrDefault(last, List.of())) {
            if (!acts || !each.act() || nodes.size() == 1) {
                next.add(each.to());
            }
        }
        for (String each : next) {
            if (!nodes.contains(each) || each.equals(end)) {
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
        long rest = cheapest(nodes, List.of(), Sign.PLUS);
        return rest == Long.MAX_VALUE ? Optional.empty() : Optional.of(rest + toll(inner));
    }

    private long toll(List<String> inner) {
        long toll = 0;
        for (String each : inner) {
            int degree = degrees.get(query.lens().facts()).getOrDefault(each, 0);
            toll += 2L * (long) Math.floor(Math.log(Math.max(1, degree)) / Math.log(2) + 1e-9);
        }
        return toll;
    }

    private long cheapest(List<String> nodes, List<Reading> read, Sign sign) {
        int hop = read.size();
        if (hop == nodes.size() - 1) {
            Sign wanted = query.meaning().sign();
            int shifts = nodes.getFirst().equals(end) ? PathRules.shifts(read.getLast(), read.getFirst()) : 0;
            boolean allowed = (wanted == null || wanted == sign)
                    && (shifts == 0 || query.meaning().framing() == PathQuery.Framings.ANY);
            return allowed ? 1_000_000L * shifts : Long.MAX_VALUE;
        }
        long least = Long.MAX_VALUE;
        for (Step each : steps.getOrDefault(nodes.get(hop), List.of())) {
            if (each.to().equals(nodes.get(hop + 1))) {
                int shifts = hop == 0 ? 0 : PathRules.shifts(read.getLast(), each.walked());
                if (shifts > 0 && query.meaning().framing() == PathQuery.Framings.CONSISTENT) {
                    continue;
                }
                List<Reading> next = new ArrayList<>(read);
                next.add(each.walked());
                long rest = cheapest(nodes, next, sign.times(each.sign()));
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
