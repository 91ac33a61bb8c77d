package dev.clew.graph;

import dev.clew.model.EdgeReading;
import dev.clew.model.Hop;
import dev.clew.model.Path;
import dev.clew.model.PathRules;
import dev.clew.model.PathSentence;
import dev.clew.model.Reading;
import dev.clew.model.RelationType;
import dev.clew.model.Relations;
import dev.clew.model.Sign;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Makes a path of a chain of nodes: takes for each hop the reading that makes the whole path cheapest, and among equal
 * ones keeps the meaning of the hop before, then the first by name.
 */
final class PathBuilder {
    private static final long IMPOSSIBLE = Long.MAX_VALUE;

    private final Plan plan;
    private final Relations relations;

    /**
     * One way to take a hop.
     *
     * @param reading the edge and its reading
     * @param along whether it is walked along its influence
     * @param walked its reading seen in the direction of the walk
     * @param cost what it costs, without the entity it enters
     * @param turn 1 when it turns the sign
     */
    private record Choice(EdgeReading reading, boolean along, Reading walked, int cost, int turn) {}

    PathBuilder(Plan plan, Relations relations) {
        this.plan = plan;
        this.relations = relations;
    }

    Path build(Chains.Chain chain) {
        List<Path.Node> nodes = new ArrayList<>();
        for (int node : chain.nodes()) {
            nodes.add(plan.view.describe(node));
        }
        List<List<Choice>> choices = new ArrayList<>();
        for (int i = 0; i + 1 < chain.nodes().length; i++) {
            choices.add(choices(chain.nodes()[i], chain.nodes()[i + 1]));
        }
        List<Choice> chosen = choose(choices);
        List<Hop> hops = new ArrayList<>();
        for (int i = 0; i < chosen.size(); i++) {
            hops.add(hop(nodes.get(i).id(), chosen.get(i), choices.get(i), i == 0));
        }
        Path.Verdict verdict = PathRules.verdict(hops);
        String text = new PathSentence(nodes, hops, verdict, relations, this::framingLabel).text();
        long score = chain.shifts() * PathCost.SHIFT + chain.cost();
        return new Path(nodes, hops, PathRules.pathSign(hops), verdict, score, text);
    }

    private String framingLabel(String entity, String framing) {
        return plan.view.framingLabel(plan.view.node(entity), framing);
    }

    private List<Choice> choices(int from, int to) {
        List<Choice> choices = new ArrayList<>();
        for (EdgeReading each : plan.view.readings(from, to)) {
            add(choices, each, from, true);
        }
        if (plan.eitherWay) {
            for (EdgeReading each : plan.view.readings(to, from)) {
                if (!relation(each).isSymmetric()) {
                    add(choices, each, from, false);
                }
            }
        }
        return choices;
    }

    private void add(List<Choice> choices, EdgeReading each, int from, boolean along) {
        RelationType relation = relation(each);
        int traits = ArcBuilder.traits(each, relations.all().indexOf(relation), relation);
        if (plan.walks(traits, from, along)) {
            boolean forward = each.edge().subject().equals(plan.view.id(from));
            Reading walked = forward ? each.reading() : each.reading().reversed();
            choices.add(new Choice(each, along, walked, PathCost.arc(traits), plan.turn(traits)));
        }
    }

    private RelationType relation(EdgeReading each) {
        return relations.require(each.edge().relation());
    }

    /** Works from the last hop to the first what the rest costs at least, then takes the first cheapest on the way back. */
    private List<Choice> choose(List<List<Choice>> choices) {
        long[][][] rest = new long[choices.size()][][];
        for (int hop = choices.size() - 1; hop >= 0; hop--) {
            rest[hop] = new long[choices.get(hop).size()][2];
            for (int i = 0; i < rest[hop].length; i++) {
                Choice choice = choices.get(hop).get(i);
                for (int needed = 0; needed < 2; needed++) {
                    long after = hop + 1 == choices.size()
                            ? (choice.turn() == needed ? 0 : IMPOSSIBLE)
                            : least(choice, choices.get(hop + 1), rest[hop + 1], needed ^ choice.turn());
                    rest[hop][i][needed] = after == IMPOSSIBLE ? IMPOSSIBLE : after + ((long) choice.cost() << 16);
                }
            }
        }
        List<Choice> chosen = new ArrayList<>();
        int needed = plan.wanted;
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
                if (best == null || cost < least) {
                    best = each;
                    least = cost;
                }
            }
            if (best == null) {
                throw new IllegalStateException("a hop of a path that was found has no reading");
            }
            needed ^= best.turn();
            chosen.add(best);
        }
        return chosen;
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
        EdgeReading reading = chosen.reading();
        boolean forward = reading.edge().subject().equals(from);
        List<Hop.Alternative> alternatives = choices.stream()
                .filter(each -> each != chosen)
                .sorted(Comparator.comparingInt(Choice::cost))
                .limit(Hop.ALTERNATIVES)
                .map(each -> new Hop.Alternative(
                        each.reading().edge(),
                        each.reading().reading(),
                        sign(each, first),
                        each.reading().grounds().support()))
                .toList();
        return new Hop(
                reading.edge(),
                new Hop.Way(forward, chosen.along(), reading.isBackground()),
                reading.reading(),
                sign(chosen, first),
                reading.statedSign(),
                reading.grounds(),
                alternatives);
    }

    private Sign sign(Choice choice, boolean first) {
        return PathRules.hopSign(choice.reading(), relation(choice.reading()), choice.along(), first);
    }
}
