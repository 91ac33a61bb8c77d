package dev.clew.graph;

import dev.clew.SeedWorld;
import dev.clew.model.Attribution;
import dev.clew.model.Belief;
import dev.clew.model.ClaimType;
import dev.clew.model.ClewRecord;
import dev.clew.model.Entity;
import dev.clew.model.EntityKind;
import dev.clew.model.Fact;
import dev.clew.model.Framing;
import dev.clew.model.Insight;
import dev.clew.model.Source;
import dev.clew.model.SourceKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** A few entities with random claims of every sort between them: framed, scoped, denied, cited, contradicting, factual. */
final class RandomWorld {
    private static final List<String> RELATIONS = List.of(
            "increases",
            "increases",
            "strengthens",
            "reduces",
            "weakens",
            "depends-on",
            "shapes",
            "promotes",
            "restricts",
            "member-of",
            "competes-with");

    /** When each source came out; the seed brief on no known day. */
    static final Map<String, LocalDate> DAYS =
            Map.of("old-brief", LocalDate.of(2024, 5, 1), "other-brief", LocalDate.of(2025, 6, 2));

    private final Random random;
    private final int hubs;
    final List<Entity> entities = new ArrayList<>();
    final List<Insight> insights = new ArrayList<>();

    RandomWorld(Random random, int entityCount, int insightCount) {
        this(random, entityCount, insightCount, 0);
    }

    /** A world in which two of three links have an end at one of three entities. */
    static RandomWorld withHubs(Random random, int entityCount, int insightCount) {
        return new RandomWorld(random, entityCount, insightCount, 3);
    }

    private RandomWorld(Random random, int entityCount, int insightCount, int hubs) {
        this.random = random;
        this.hubs = hubs;
        for (int i = 0; i < entityCount; i++) {
            entities.add(entity(i, entityCount));
        }
        for (int i = 0; i < insightCount; i++) {
            insights.add(insight(i, insightCount));
        }
    }

    List<ClewRecord> records() {
        List<ClewRecord> all = new ArrayList<>();
        all.add(SeedWorld.source("seed-brief"));
        DAYS.forEach((id, day) -> all.add(new Source(
                id,
                SourceKind.DOCUMENT,
                id,
                null,
                Source.Place.NONE,
                new Source.Publication(day, null, null, null, null),
                List.of(),
                null)));
        all.addAll(entities);
        all.addAll(insights);
        return all;
    }

    Entity entity(int number, int count) {
        List<Fact> facts = new ArrayList<>();
        if (random.nextInt(3) == 0) {
            String relation = random.nextBoolean() ? "speaks-for" : "member-of";
            facts.add(new Fact(relation, "e" + random.nextInt(count), "seed-brief", Fact.Period.NONE));
        }
        EntityKind kind = random.nextBoolean() ? EntityKind.CONCEPT : EntityKind.RESOURCE;
        List<Framing> framings = List.of(new Framing("f1", "first", "x"), new Framing("f2", "second", "x"));
        return SeedWorld.entity("e" + number, kind, framings, facts);
    }

    Insight insight(int number, int count) {
        String holder = random.nextInt(3) == 0 ? null : pick(entities).id();
        String speaker = random.nextBoolean() ? null : pick(entities).id();
        Attribution attribution = pick(List.of(Attribution.values()));
        String[] cites = random.nextInt(5) == 0 ? new String[] {"i" + other(number, count)} : new String[0];
        ClaimType type = random.nextBoolean() ? ClaimType.REPORT : pick(List.of(ClaimType.values()));
        Map<String, String> links = new TreeMap<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            String link = link();
            links.put(SeedWorld.link(link).identity(), link);
        }
        return SeedWorld.claim("i" + number)
                .type(type)
                .belief(new Belief(holder, speaker, attribution))
                .source(pick(List.of("seed-brief", "seed-brief", "old-brief", "other-brief")))
                .cites(cites)
                .links(links.values().toArray(String[]::new));
    }

    private int other(int number, int count) {
        int other = random.nextInt(count);
        return other == number ? (number + 1) % count : other;
    }

    private String link() {
        int subject = random.nextInt(entities.size());
        int object = random.nextInt(entities.size());
        if (hubs > 0 && random.nextInt(3) > 0) {
            boolean from = random.nextBoolean();
            subject = from ? random.nextInt(hubs) : subject;
            object = from ? object : random.nextInt(hubs);
        }
        String mark = random.nextInt(8) == 0 ? "!" : random.nextInt(10) == 0 ? "~" : "";
        return mark + "e" + subject + framing() + " > " + pick(RELATIONS) + " > e" + object + framing() + scope();
    }

    private String framing() {
        return switch (random.nextInt(4)) {
            case 0 -> "{f1}";
            case 1 -> "{f2}";
            default -> "";
        };
    }

    private String scope() {
        return switch (random.nextInt(10)) {
            case 0 -> " @e0";
            case 1 -> " @e1";
            case 2 -> " @2020";
            case 3 -> " @2020/2022";
            case 4 -> " @2021/2023";
            default -> "";
        };
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
