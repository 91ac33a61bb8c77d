package dev.clew;

import dev.clew.ledger.Change;
import dev.clew.ledger.Position;
import dev.clew.ledger.RecordChange;
import dev.clew.model.Attribution;
import dev.clew.model.Belief;
import dev.clew.model.Certainty;
import dev.clew.model.Claim;
import dev.clew.model.ClaimType;
import dev.clew.model.ClewRecord;
import dev.clew.model.Entity;
import dev.clew.model.EntityCodes;
import dev.clew.model.EntityKind;
import dev.clew.model.EntityNaming;
import dev.clew.model.Fact;
import dev.clew.model.Framing;
import dev.clew.model.Insight;
import dev.clew.model.InsightReferences;
import dev.clew.model.Link;
import dev.clew.model.Passage;
import dev.clew.model.RecordName;
import dev.clew.model.Relations;
import dev.clew.model.Scope;
import dev.clew.model.Sign;
import dev.clew.model.Source;
import dev.clew.model.SourceKind;
import dev.clew.model.Subjects;
import dev.clew.ontology.Jena;
import dev.clew.ontology.RelationCatalogue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The seed world that tests share: the claims of the shipped seed library, in a shorthand that a reader can check.
 *
 * <p>A link is written {@code compute > enables > sovereignty{owned-hardware} @partner-nations}, with {@code !} before a
 * denied one, {@code ~} before one without direction and {@code @2020/2025} for a period.
 */
public final class SeedWorld {
    /** The relation types of this release. */
    public static final Relations RELATIONS = relations();

    private static final Pattern LINK = Pattern.compile(
            "([!~]?)([a-z0-9-]+)(?:\\{([a-z0-9-]+)})? > ([a-z-]+) > ([a-z0-9-]+)(?:\\{([a-z0-9-]+)})?((?: @\\S+)*)");

    private static final Map<String, EntityKind> KINDS = new TreeMap<>(Map.of(
            "compute", EntityKind.RESOURCE,
            "electricity", EntityKind.RESOURCE,
            "open-models", EntityKind.TECHNOLOGY,
            "hardware-exports", EntityKind.STRATEGY,
            "compute-controls", EntityKind.POLICY,
            "scaling-laws", EntityKind.EVENT,
            "united-states", EntityKind.NATION,
            "china", EntityKind.NATION,
            "white-house", EntityKind.ORGANIZATION,
            "michael-kratsios", EntityKind.PERSON));

    private SeedWorld() {}

    private static Relations relations() {
        Jena.ready();
        return RelationCatalogue.load();
    }

    /** Every record of the seed world, sources first, then entities, then insights, each by id. */
    public static List<ClewRecord> records() {
        List<ClewRecord> records = new ArrayList<>();
        records.add(source("seed-brief"));
        List<Insight> insights = insights();
        TreeSet<String> ids = new TreeSet<>(List.of("white-house", "us-policymakers", "michael-kratsios"));
        insights.forEach(each -> ids.addAll(each.entities()));
        ids.forEach(id -> records.add(entity(id)));
        records.addAll(insights);
        return records;
    }

    /** The seed claims, in the order of the brief. */
    public static List<Insight> insights() {
        List<Insight> all = new ArrayList<>();
        all.addAll(firstHalf());
        all.addAll(secondHalf());
        return all;
    }

    private static List<Insight> firstHalf() {
        return List.of(
                claim("us-tenfold-compute-doubling")
                        .type(ClaimType.FORECAST)
                        .reported("united-states")
                        .links(
                                "compute > increases > model-capability @united-states",
                                "model-capability > increases > performance-gap @united-states",
                                "performance-gap > encourages > stack-alignment",
                                "performance-gap > weakens > sovereignty{as-concern}",
                                "sovereignty{as-concern} > restrains > stack-alignment"),
                claim("us-hardware-bet-on-open-models")
                        .type(ClaimType.EXPLANATION)
                        .inferred("united-states", null)
                        .links(
                                "united-states > promotes > hardware-exports",
                                "open-models > weakens > model-value",
                                "open-models > strengthens > compute-value"),
                claim("kratsios-owned-hardware")
                        .type(ClaimType.DEFINITION)
                        .own("white-house", "michael-kratsios")
                        .links(
                                "hardware-exports > increases > compute @partner-nations",
                                "compute > enables > sovereignty{owned-hardware} @partner-nations",
                                "cloud-access > weakens > sovereignty{owned-hardware} @partner-nations"),
                claim("owned-sovereignty-sells-stack")
                        .type(ClaimType.EXPLANATION)
                        .links("sovereignty{owned-hardware} > encourages > stack-alignment @partner-nations"),
                claim("two-stacks-no-third")
                        .type(ClaimType.OPINION)
                        .links(
                                "american-ai-stack > competes-with > chinese-ai-stack",
                                "chinese-ai-stack > weakens > stack-alignment",
                                "edge-infrastructure > strengthens > national-security"),
                claim("ai-demand-drives-geopolitics")
                        .type(ClaimType.EXPLANATION)
                        .links(
                                "ai-development > depends-on > electricity",
                                "ai-development > depends-on > compute",
                                "ai-development > increases > resource-competition",
                                "ai-development > shapes > foreign-policy",
                                "ai-development > encourages > military-action"),
                claim("white-house-great-divergence")
                        .type(ClaimType.FORECAST)
                        .reported("white-house")
                        .links("ai-leadership > increases > growth-gap"));
    }

    private static List<Insight> secondHalf() {
        return List.of(
                claim("company-divide")
                        .type(ClaimType.OPINION)
                        .links("ai-adoption > increases > company-gap", "company-gap > analogous-to > growth-gap"),
                claim("intelligent-capital-product")
                        .type(ClaimType.EXPLANATION)
                        .links(
                                "compute > increases > intelligent-capital-stock",
                                "model-capability > increases > intelligent-capital-stock",
                                "intelligent-capital-stock > strengthens > ai-leadership"),
                claim("chip-limits-and-open-models")
                        .type(ClaimType.EXPLANATION)
                        .links(
                                "intelligent-capital-stock > motivates > compute-controls @china",
                                "united-states > applies > compute-controls",
                                "compute-controls > reduces > compute @china",
                                "china > promotes > open-models",
                                "open-models > reduces > performance-gap"),
                claim("us-platforms-china-self-supply")
                        .links(
                                "united-states > invests-in > compute",
                                "compute > enables > ai-platforms @united-states",
                                "china > invests-in > domestic-chip-supply",
                                "domestic-chip-supply > strengthens > sovereignty{self-reliance} @china"),
                claim("us-tech-umbrella")
                        .type(ClaimType.AIM)
                        .reported("united-states")
                        .links(
                                "stack-alignment > enables > alliance",
                                "stack-alignment > enables > us-influence",
                                "stack-alignment > analogous-to > military-power"),
                claim("us-ai-exports-like-5g")
                        .type(ClaimType.AIM)
                        .reported("united-states")
                        .links(
                                "american-ai-exports-program > encourages > stack-alignment @developing-nations",
                                "tech-corps > encourages > stack-alignment @developing-nations",
                                "american-ai-exports-program > enables > ai-adoption @developing-nations",
                                "american-ai-exports-program > modelled-on > huawei-5g-contest"),
                claim("scaling-laws-made-compute-the-target")
                        .reported("us-policymakers")
                        .links(
                                "scaling-laws > motivates > compute-controls",
                                "compute > increases > model-capability",
                                "compute > strengthens > ai-leadership",
                                "!training-data > strengthens > ai-leadership"));
    }

    /** An entity of the seed world; one that it does not know is a plain concept. */
    public static Entity entity(String id) {
        List<Framing> framings = id.equals("sovereignty")
                ? List.of(
                        new Framing(
                                "as-concern", "A concern to be overcome", "Worry about depending on another nation."),
                        new Framing("owned-hardware", "Owning the hardware", "The machines belong to the nation."),
                        new Framing("self-reliance", "Self-reliance", "The nation can make them by itself."))
                : List.of();
        String body = switch (id) {
            case "white-house", "us-policymakers" -> "united-states";
            case "michael-kratsios" -> "white-house";
            default -> null;
        };
        List<Fact> facts =
                body == null ? List.of() : List.of(new Fact("speaks-for", body, "seed-brief", Fact.Period.NONE));
        return entity(id, KINDS.getOrDefault(id, EntityKind.CONCEPT), framings, facts);
    }

    /** An entity whose label is its id without dashes. */
    public static Entity entity(String id, EntityKind kind, List<Framing> framings, List<Fact> facts) {
        EntityNaming naming = new EntityNaming(id.replace('-', ' '), "en", List.of(), null);
        return new Entity(id, kind, naming, EntityCodes.NONE, framings, facts, "seed-brief", null);
    }

    /** A document. */
    public static Source source(String id) {
        return new Source(
                id, SourceKind.DOCUMENT, id, null, Source.Place.NONE, Source.Publication.UNKNOWN, List.of(), null);
    }

    /** A report from the seed brief that nobody is known to hold, to be told more of. */
    public static Draft claim(String id) {
        return new Draft(id);
    }

    /** An insight in the making. */
    public static final class Draft {
        private final String id;
        private ClaimType type = ClaimType.REPORT;
        private Belief belief = new Belief(null, null, Attribution.OWN);
        private String source = "seed-brief";
        private List<String> cites = List.of();

        private Draft(String id) {
            this.id = id;
        }

        /** Its claim type. */
        public Draft type(ClaimType claimType) {
            type = claimType;
            return this;
        }

        /** Its source. */
        public Draft source(String sourceId) {
            source = sourceId;
            return this;
        }

        /** Somebody says that the holder believes it. */
        public Draft reported(String holder) {
            return belief(new Belief(holder, null, Attribution.REPORTED));
        }

        /** The holder speaks. */
        public Draft own(@Nullable String holder, @Nullable String speaker) {
            return belief(new Belief(holder, speaker, Attribution.OWN));
        }

        /** The speaker concludes that the holder believes it. */
        public Draft inferred(@Nullable String holder, @Nullable String speaker) {
            return belief(new Belief(holder, speaker, Attribution.INFERRED));
        }

        /** Who believes and says it. */
        public Draft belief(Belief other) {
            belief = other;
            return this;
        }

        /** What it cites. */
        public Draft cites(String... insights) {
            cites = List.of(insights);
            return this;
        }

        /** The insight with these links, in the shorthand. */
        public Insight links(String... links) {
            InsightReferences references = new InsightReferences(List.of(), List.of(), List.of(), cites, List.of());
            return new Insight(
                    id,
                    new Claim("Claim " + id + ".", "en", type, Certainty.PLAIN),
                    belief,
                    new Passage(source, null, null),
                    Arrays.stream(links).map(SeedWorld::link).toList(),
                    List.of(),
                    references,
                    Subjects.NONE,
                    null);
        }
    }

    /** A link in the shorthand. */
    public static Link link(String text) {
        Matcher matcher = LINK.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a link in the shorthand: " + text);
        }
        String relation = matcher.group(4);
        Sign sign = matcher.group(1).equals("~")
                ? Sign.ZERO
                : RELATIONS.require(relation).defaultSign();
        return new Link(
                new Link.End(matcher.group(2), matcher.group(3)),
                relation,
                new Link.End(matcher.group(5), matcher.group(6)),
                new Link.Stance(sign, matcher.group(1).equals("!")),
                scope(matcher.group(7)));
    }

    private static Scope scope(String text) {
        String where = null;
        String period = null;
        for (String part : text.isBlank() ? new String[0] : text.trim().split(" ")) {
            String value = part.substring(1);
            if (Character.isDigit(value.charAt(0))) {
                period = value;
            } else {
                where = value;
            }
        }
        return new Scope(where, period, null);
    }

    /** One change that publishes these records, each at version 1. */
    public static Change change(long n, List<? extends ClewRecord> records) {
        return change(n, changes -> records.forEach(each -> changes.add(published(each))));
    }

    /** One change with what is added to the list. */
    public static Change change(long n, Consumer<List<RecordChange>> fill) {
        List<RecordChange> changes = new ArrayList<>();
        fill.accept(changes);
        Position position = new Position("seed-world", n, "hash-" + n);
        return new Change(position, Instant.EPOCH.plusSeconds(n), new Change.Author("test", "test"), changes);
    }

    /** A record as published. */
    public static RecordChange published(ClewRecord record) {
        return new RecordChange(record.name(), 1, new RecordChange.Content(record, ""));
    }

    /** A record as retracted. */
    public static RecordChange retracted(RecordName name) {
        return new RecordChange(name, 2, null);
    }
}
