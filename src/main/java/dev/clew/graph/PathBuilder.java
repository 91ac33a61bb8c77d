package dev.clew.graph;

import dev.clew.model.Arcs;
import dev.clew.model.EdgeReading;
import dev.clew.model.Hop;
import dev.clew.model.Path;
import dev.clew.model.PathRules;
import dev.clew.model.PathSentence;
import dev.clew.model.Reading;
import dev.clew.model.Readings;
import dev.clew.model.Relations;
import dev.clew.model.Sign;
import dev.clew.model.Testimony;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes a path of a chain of nodes: takes for each hop the reading that makes the whole path cheapest, and among equal
 * ones keeps the meaning of the hop before, then the first by name.
 */
final class PathBuilder implements PathSentence.Labels {
    private static final long IMPOSSIBLE = Long.MAX_VALUE;

    private final Plan plan;
    private final Relations relations;

    /**
     * One way to take a hop.
     *
     * @param brief the edge and its reading
     * @param of where the rest about it is known
     * @param along whether it is walked along its influence
     * @param walked its reading seen in the direction of the walk
     * @param traits the traits of its arc
     */
    private record Choice(Readings.Brief brief, Readings of, boolean along, Reading walked, int traits) {
        int cost() {
            return PathCost.arc(traits);
        }
    }

    PathBuilder(Plan plan, Relations relations) {
        this.plan = plan;
        this.relations = relations;
    }

    /** The path of a chain that was found. */
    Path build(Chains.Chain chain) {
        return build(chain.nodes())
                .orElseThrow(() -> new IllegalStateException("a hop of a path that was found has no reading"));
    }

    /** The best path over exactly these nodes; empty when some hop of it has no reading that fits. */
    Optional<Path> build(int... chain) {
        List<List<Choice>> choices = new ArrayList<>();
        for (int i = 0; i + 1 < chain.length; i++) {
            choices.add(choices(chain[i], chain[i + 1]));
        }
        return choose(choices).map(chosen -> path(chain, chosen.choices(), choices));
    }

    private Path path(int[] chain, List<Choice> chosen, List<List<Choice>> choices) {
        List<Path.Node> nodes = new ArrayList<>();
        for (int node : chain) {
            nodes.add(plan.view.describe(node));
        }
        List<Hop> hops = new ArrayList<>();
        long score = 0;
        for (int i = 0; i < chosen.size(); i++) {
            hops.add(hop(nodes.get(i).id(), chosen.get(i), choices.get(i), i == 0));
            score += chosen.get(i).cost() + plan.toll(chain[i + 1]);
            boolean meets = i > 0 || plan.loop;
            Choice before = chosen.get((i + chosen.size() - 1) % chosen.size());
            score += meets
                    ? PathCost.SHIFT
                            * PathRules.shifts(before.walked(), chosen.get(i).walked())
                    : 0;
        }
        Path.Verdict verdict = PathRules.verdict(hops);
        String text = new PathSentence(nodes, hops, verdict, relations, this).text();
        return new Path(nodes, hops, PathRules.pathSign(hops), verdict, score, text);
    }

    @Override
    public String framing(String entity, String framing) {
        int node = plan.view.node(entity);
        return node < 0 ? framing : plan.view.framingLabel(node, framing);
    }

    @Override
    public String place(String stated) {
        int node = plan.view.node(stated);
        return node < 0 ? stated : plan.view.describe(node).label();
    }

    private List<Choice> choices(int from, int to) {
        String start = plan.view.id(from);
        List<Testimony> out = new ArrayList<>();
        List<Testimony> in = new ArrayList<>();
        for (Testimony each : plan.view.testimonies(from, to)) {
            (each.from().equals(start) ? out : in).add(each);
        }
        List<Choice> choices = new ArrayList<>();
        add(choices, new Readings(out), from, true);
        add(choices, new Readings(in), from, false);
        choices.sort(Comparator.comparing((Choice each) -> !each.along())
                .thenComparing(each -> each.brief().edge())
                .thenComparing(each -> each.brief().reading()));
        return choices;
    }

    private void add(List<Choice> choices, Readings readings, int from, boolean starts) {
        for (Readings.Brief each : readings.briefs()) {
            boolean along = starts || each.relation().isSymmetric();
            int traits = Arcs.traits(each, relations.all().indexOf(each.relation()));
            if ((along || plan.eitherWay) && plan.walks(traits, from, along)) {
                boolean forward = each.edge().subject().equals(plan.view.id(from));
                Reading walked = forward ? each.reading() : each.reading().reversed();
                choices.add(new Choice(each, readings, along, walked, traits));
            }
        }
    }

    /**
     * A choice for every hop.
     *
     * @param choices one a hop
     * @param cost what they cost together, comparable with others of the same chain
     */
    private record Chosen(List<Choice> choices, long cost) {}

    /** Of a loop every way to begin is tried, since its end meets its beginning. */
    private Optional<Chosen> choose(List<List<Choice>> choices) {
        if (!plan.loop) {
            return choose(choices, null);
        }
        Optional<Chosen> best = Optional.empty();
        for (Choice first : choices.getFirst()) {
            List<List<Choice>> begun = new ArrayList<>(choices);
            begun.set(0, List.of(first));
            Optional<Chosen> chosen = choose(begun, first);
            if (best.isEmpty()
                    || (chosen.isPresent() && chosen.get().cost() < best.get().cost())) {
                best = chosen;
            }
        }
        return best;
    }

    /** Works from the last hop to the first what the rest costs at least, then takes the first cheapest on the way back. */
    private Optional<Chosen> choose(List<List<Choice>> choices, @Nullable Choice closing) {
        long[][][] rest = new long[choices.size()][][];
        for (int hop = choices.size() - 1; hop >= 0; hop--) {
            rest[hop] = new long[choices.get(hop).size()][2];
            for (int i = 0; i < rest[hop].length; i++) {
                Choice choice = choices.get(hop).get(i);
                for (int needed = 0; needed < 2; needed++) {
                    long after = hop + 1 == choices.size()
                            ? last(choice, needed, closing)
                            : least(choice, choices.get(hop + 1), rest[hop + 1], needed ^ plan.turn(choice.traits()));
                    rest[hop][i][needed] = after == IMPOSSIBLE ? IMPOSSIBLE : after + ((long) choice.cost() << 16);
                }
            }
        }
        List<Choice> chosen = new ArrayList<>();
        int needed = plan.wanted;
        long total = IMPOSSIBLE;
        for (int hop = 0; hop < choices.size(); hop++) {
            Choice before = hop == 0 ? null : chosen.getLast();
            Choice best = null;
            long least = IMPOSSIBLE;
            for (int i = 0; i < choices.get(hop).size(); i++) {
                Choice each = choices.get(hop).get(i);
                long cost = rest[hop][i][needed];
                if (cost != IMPOSSIBLE && before != null) {
                    cost += between(before, each);
                }
                if (cost < least) {
                    best = each;
                    least = cost;
                }
            }
            if (best == null || least == IMPOSSIBLE) {
                return Optional.empty();
            }
            total = hop == 0 ? least : total;
            needed ^= plan.turn(best.traits());
            chosen.add(best);
        }
        return Optional.of(new Chosen(chosen, total));
    }

    private long last(Choice choice, int needed, @Nullable Choice closing) {
        if (plan.turn(choice.traits()) != needed) {
            return IMPOSSIBLE;
        }
        return closing == null ? 0 : between(choice, closing);
    }

    private static long least(Choice before, List<Choice> next, long[][] rest, int needed) {
        long least = IMPOSSIBLE;
        for (int i = 0; i < rest.length; i++) {
            if (rest[i][needed] != IMPOSSIBLE) {
                least = Math.min(least, rest[i][needed] + between(before, next.get(i)));
            }
        }
        return least;
    }

    /** Shifts above all costs, costs above silence about a meaning. */
    private static long between(Choice before, Choice after) {
        String was = before.walked().objectFraming();
        String is = after.walked().subjectFraming();
        long unstated = (was == null) == (is == null) ? 0 : 1;
        return ((long) PathRules.shifts(before.walked(), after.walked()) << 40) + unstated;
    }

    private Hop hop(String from, Choice chosen, List<Choice> choices, boolean first) {
        EdgeReading reading = chosen.of().full(chosen.brief());
        boolean forward = reading.edge().subject().equals(from);
        int others = choices.size() - 1;
        List<Hop.Alternative> alternatives = choices.stream()
                .filter(each -> each != chosen)
                .sorted(Comparator.comparingInt(Choice::cost))
                .limit(Hop.ALTERNATIVES)
                .map(each -> alternative(each, first))
                .toList();
        return new Hop(
                reading.edge(),
                new Hop.Way(forward, chosen.along(), reading.isBackground()),
                reading.reading(),
                sign(chosen, first),
                reading.statedSign(),
                reading.grounds(),
                new Hop.Others(alternatives, others));
    }

    private static Hop.Alternative alternative(Choice choice, boolean first) {
        EdgeReading reading = choice.of().full(choice.brief());
        return new Hop.Alternative(
                reading.edge(),
                reading.reading(),
                sign(choice, first),
                reading.grounds().support());
    }

    private static Sign sign(Choice choice, boolean first) {
        return PathRules.hopSign(choice.brief().sign(), choice.brief().relation(), choice.along(), first);
    }
}
