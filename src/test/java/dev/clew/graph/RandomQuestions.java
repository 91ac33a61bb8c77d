package dev.clew.graph;

import dev.clew.model.EntityKind;
import dev.clew.model.Lens;
import dev.clew.model.PathQuery;
import dev.clew.model.PathQuery.Direction;
import dev.clew.model.ReachQuery;
import dev.clew.model.Sign;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Questions of every sort about a random world. */
final class RandomQuestions {
    private RandomQuestions() {}

    static PathQuery path(Random random, RandomWorld world) {
        List<String> ids =
                new ArrayList<>(world.entities.stream().map(each -> each.id()).toList());
        java.util.Collections.shuffle(ids, random);
        int via = random.nextInt(3) == 0 ? 1 + random.nextInt(Math.min(3, ids.size() - 3)) : 0;
        PathQuery.Ends ends = new PathQuery.Ends(ids.get(0), ids.get(1), ids.subList(2, 2 + via));
        Set<String> avoid = random.nextInt(5) == 0 ? Set.of(ids.getLast()) : Set.of();
        avoid = ends.via().containsAll(avoid) ? Set.of() : avoid;
        Set<String> relations = new HashSet<>();
        if (random.nextInt(6) == 0) {
            relations.addAll(List.of("increases", "reduces", "competes-with", "member-of", "depends-on"));
        }
        Set<EntityKind> kinds = random.nextInt(6) == 0 ? Set.of(EntityKind.CONCEPT) : Set.of();
        PathQuery.Filter filter =
                new PathQuery.Filter(avoid, relations, kinds, random.nextInt(6) == 0 ? 1 + random.nextInt(2) : 0);
        Lens lens = lens(random, world, ids);
        return new PathQuery(ends, filter, lens, meaning(random), bounds(random));
    }

    private static PathQuery.Meaning meaning(Random random) {
        Sign sign = switch (random.nextInt(4)) {
            case 0 -> Sign.PLUS;
            case 1 -> Sign.MINUS;
            default -> null;
        };
        PathQuery.Framings framings = random.nextInt(4) == 0 ? PathQuery.Framings.CONSISTENT : PathQuery.Framings.ANY;
        return new PathQuery.Meaning(sign, framings);
    }

    private static PathQuery.Bounds bounds(Random random) {
        Direction direction = random.nextInt(3) == 0 ? Direction.ANY : Direction.OUT;
        return new PathQuery.Bounds(1 + random.nextInt(6), 1 + random.nextInt(8), direction);
    }

    /** A question for what is reached. */
    static ReachQuery reach(Random random, RandomWorld world) {
        String entity = world.pick(world.entities).id();
        String avoided = world.pick(world.entities).id();
        Set<String> avoid = random.nextInt(4) == 0 && !avoided.equals(entity) ? Set.of(avoided) : Set.of();
        Set<EntityKind> kinds = random.nextInt(4) == 0 ? Set.of(EntityKind.CONCEPT) : Set.of();
        return new ReachQuery(
                entity,
                world.pick(List.of(ReachQuery.Direction.values())),
                new PathQuery.Filter(avoid, Set.of(), kinds, random.nextInt(6) == 0 ? 2 : 0),
                lens(random, world),
                new PathQuery.Bounds(1 + random.nextInt(4), 1 + random.nextInt(6), PathQuery.Direction.OUT));
    }

    /** A lens of any sort. */
    static Lens lens(Random random, RandomWorld world) {
        List<String> ids =
                new ArrayList<>(world.entities.stream().map(each -> each.id()).toList());
        java.util.Collections.shuffle(ids, random);
        return lens(random, world, ids);
    }

    private static Lens lens(Random random, RandomWorld world, List<String> ids) {
        Lens lens = Lens.CLAIMS.withFacts(random.nextInt(3) == 0);
        lens = random.nextInt(8) == 0 ? lens.withHolder(ids.getLast()) : lens;
        lens = random.nextInt(8) == 0 ? lens.withClaimTypes(ReferenceSearch.types()) : lens;
        lens = random.nextInt(8) == 0 ? lens.with(said(random, ids)) : lens;
        return random.nextInt(8) == 0 ? lens.without(taken(random, world)) : lens;
    }

    private static Lens.Said said(Random random, List<String> ids) {
        return switch (random.nextInt(4)) {
            case 0 -> new Lens.Said(null, ids.getFirst(), null, null, null);
            case 1 -> new Lens.Said(null, null, "other-brief", null, null);
            case 2 -> new Lens.Said(null, null, null, LocalDate.of(2025, 1, 1), null);
            default -> new Lens.Said(null, null, null, LocalDate.of(2024, 5, 1), LocalDate.of(2025, 6, 1));
        };
    }

    private static Set<String> taken(Random random, RandomWorld world) {
        return Set.of("i" + random.nextInt(world.insights.size()), "j" + random.nextInt(world.insights.size()));
    }
}
