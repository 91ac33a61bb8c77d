package dev.clew.bench;

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
import dev.clew.model.Framing;
import dev.clew.model.Insight;
import dev.clew.model.InsightReferences;
import dev.clew.model.Link;
import dev.clew.model.Passage;
import dev.clew.model.RelationClass;
import dev.clew.model.RelationType;
import dev.clew.model.Scope;
import dev.clew.model.Source;
import dev.clew.model.SourceKind;
import dev.clew.model.Subjects;
import dev.clew.ontology.RelationCatalogue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An invented library, the same for the same size: one entity to ten insights and one source to fifty; words and entities
 * as unequally popular as Zipf's law has it; 1 to 4 links a claim, of 20 to 45 words, some in one of several meanings, of a
 * place or of a year. Records are made as they are read,
 * each from a seed of its own, so that any size fits in memory.
 */
public final class SyntheticLibrary {
    private static final int VOCABULARY = 20_000;
    private static final LocalDate FIRST_DAY = LocalDate.of(2015, 1, 1);
    private static final int DAYS = 4000;
    private static final int CONTESTED_WORDS = 50;
    private static final List<String> SYLLABLES = List.of(
            "ka", "lo", "mi", "ter", "san", "vo", "ri", "del", "pu", "gra", "ne", "shi", "bor", "ta", "lum", "fe",
            "qui", "zan", "or", "ex");

    private static final List<EntityKind> KINDS = List.of(EntityKind.values());
    private static final Set<EntityKind> SPEAKERS = EnumSet.of(EntityKind.ORGANIZATION, EntityKind.PERSON);
    private static final Set<EntityKind> HOLDERS =
            EnumSet.of(EntityKind.NATION, EntityKind.ORGANIZATION, EntityKind.PERSON, EntityKind.ALLIANCE);

    private final int insights;
    private final int entities;
    private final int sources;
    private final List<String> vocabulary;
    private final List<RelationType> relations;
    private final double[] wordShares;
    private final double[] entityShares;

    /** A library of so many insights, at least 100. */
    public SyntheticLibrary(int insights) {
        this.insights = insights;
        this.entities = insights / 10;
        this.sources = Math.max(2, insights / 50);
        this.vocabulary =
                IntStream.range(0, VOCABULARY).mapToObj(SyntheticLibrary::word).toList();
        this.relations = RelationCatalogue.load().all().stream()
                .filter(type -> type.relationClass() != RelationClass.STRUCTURAL)
                .toList();
        this.wordShares = zipf(VOCABULARY);
        this.entityShares = zipf(entities);
    }

    /** Sources, then entities, then insights. */
    public Stream<ClewRecord> records() {
        return Stream.of(sources(), entities(), insights()).flatMap(each -> each);
    }

    /** One podcast and its episodes. */
    public Stream<Source> sources() {
        return IntStream.range(0, sources).mapToObj(this::source);
    }

    /** All entities, most popular first. */
    public Stream<Entity> entities() {
        return IntStream.range(0, entities).mapToObj(this::entity);
    }

    /** All insights. */
    public Stream<Insight> insights() {
        return IntStream.range(0, insights).mapToObj(this::insight);
    }

    /** How many entities there are. */
    public int entityCount() {
        return entities;
    }

    /** The invented unit vector of an insight, 384 long: for measuring without a sentence model. */
    public float[] vector(int insight) {
        return SyntheticVectors.of(insight);
    }

    /** The id of an entity drawn as often as it is popular. */
    public String entityId(Random random) {
        return "entity-" + chosen(entityShares, random);
    }

    /** The same, of one of these kinds. */
    private String entityId(Random random, Set<EntityKind> kinds) {
        int drawn = chosen(entityShares, random);
        while (!kinds.contains(kind(drawn))) {
            drawn = chosen(entityShares, random);
        }
        return "entity-" + drawn;
    }

    private static EntityKind kind(int entity) {
        return KINDS.get(entity % KINDS.size());
    }

    private Source source(int number) {
        Random random = random(1, number);
        LocalDate day = FIRST_DAY.plusDays(random.nextInt(DAYS));
        Source.Publication publication =
                new Source.Publication(number == 0 ? null : day, "https://example.org/" + number, null, null, null);
        SourceKind kind = number == 0 ? SourceKind.PODCAST : SourceKind.EPISODE;
        String podcast = number == 0 ? null : "source-0";
        return new Source(
                "source-" + number, kind, text(random, 4), podcast, Source.Place.NONE, publication, List.of(), null);
    }

    private Entity entity(int number) {
        Random random = random(2, number);
        String label = anyWord(random) + " " + anyWord(random) + " " + number;
        List<String> aliases =
                List.of(anyWord(random) + number, anyWord(random) + " " + anyWord(random) + " " + number);
        EntityNaming naming = new EntityNaming(label, "en", aliases, text(random, 10));
        return new Entity(
                "entity-" + number,
                kind(number),
                naming,
                EntityCodes.NONE,
                framings(number, random),
                List.of(),
                "source-0",
                null);
    }

    /** How many insights there are. */
    public int insightCount() {
        return insights;
    }

    /** The insight of this number, from 0. */
    public Insight insight(int number) {
        Random random = random(3, number);
        Claim claim = new Claim(
                text(random, 20 + random.nextInt(26)) + ".",
                "en",
                ClaimType.values()[random.nextInt(ClaimType.values().length)],
                random.nextInt(4) == 0 ? Certainty.HEDGED : Certainty.PLAIN);
        Belief belief = new Belief(entityId(random, HOLDERS), entityId(random, SPEAKERS), Attribution.OWN);
        Passage.Span span = new Passage.Span(random.nextInt(3600), null, 5);
        Passage passage = new Passage("source-" + (1 + random.nextInt(sources - 1)), span, null);
        Subjects subjects = new Subjects(List.of(entityId(random, Set.of(EntityKind.CONCEPT))), List.of());
        return new Insight(
                "insight-" + number,
                claim,
                belief,
                passage,
                links(random),
                List.of(),
                InsightReferences.NONE,
                subjects,
                null);
    }

    private List<Link> links(Random random) {
        Map<String, Link> links = new TreeMap<>();
        for (int left = 1 + random.nextInt(4); left > 0; left--) {
            String subject = entityId(random);
            String object = entityId(random);
            while (object.equals(subject)) {
                object = entityId(random);
            }
            RelationType relation = relations.get(random.nextInt(relations.size()));
            Link link = Link.of(subject, relation.id(), object, relation.defaultSign());
            links.put(link.identity(), random.nextInt(20) == 0 ? link.deny() : link);
        }
        return links.values().stream().map(link -> inSomeMeaning(link, random)).toList();
    }

    /** One link in twenty speaks of a place, one in thirty of a year, and half of those to a contested word of a meaning. */
    private Link inSomeMeaning(Link link, Random random) {
        String where = random.nextInt(20) == 0 ? entityId(random) : null;
        String year = random.nextInt(30) == 0 ? Integer.toString(2018 + random.nextInt(9)) : null;
        return new Link(
                inSomeMeaning(link.subject(), random),
                link.relation(),
                inSomeMeaning(link.object(), random),
                link.stance(),
                new Scope(where, year, null));
    }

    private static Link.End inSomeMeaning(Link.End end, Random random) {
        boolean contested = isContestedWord(Integer.parseInt(end.entity().substring("entity-".length())));
        String framing = random.nextBoolean() ? "first" : "second";
        return new Link.End(end.entity(), contested && random.nextBoolean() ? framing : null);
    }

    private static boolean isContestedWord(int entity) {
        return entity % CONTESTED_WORDS == 0;
    }

    private List<Framing> framings(int entity, Random random) {
        return isContestedWord(entity)
                ? List.of(
                        new Framing("first", "as " + anyWord(random), text(random, 8)),
                        new Framing("second", "as " + anyWord(random), text(random, 8)))
                : List.of();
    }

    private String text(Random random, int words) {
        List<String> text = new ArrayList<>();
        for (int i = 0; i < words; i++) {
            text.add(vocabulary.get(chosen(wordShares, random)));
        }
        return String.join(" ", text);
    }

    private String anyWord(Random random) {
        return vocabulary.get(random.nextInt(VOCABULARY));
    }

    private static String word(int number) {
        Random random = random(4, number);
        StringBuilder word = new StringBuilder();
        for (int left = 2 + random.nextInt(3); left > 0; left--) {
            word.append(SYLLABLES.get(random.nextInt(SYLLABLES.size())));
        }
        return word.toString();
    }

    private static Random random(int sort, int number) {
        return new Random(sort * 0x9E3779B97F4A7C15L + number * 0xBF58476D1CE4E5B9L);
    }

    /** Sums of the shares 1, 1/2, 1/3 …, so that a uniform number between 0 and 1 finds its place by halving. */
    private static double[] zipf(int size) {
        double[] sums = new double[size];
        double sum = 0;
        for (int rank = 0; rank < size; rank++) {
            sum += 1.0 / (rank + 1);
            sums[rank] = sum;
        }
        for (int rank = 0; rank < size; rank++) {
            sums[rank] /= sum;
        }
        return sums;
    }

    private static int chosen(double[] sums, Random random) {
        int found = Arrays.binarySearch(sums, random.nextDouble());
        return Math.min(sums.length - 1, found < 0 ? -found - 1 : found);
    }
}
