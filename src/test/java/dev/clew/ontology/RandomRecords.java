package dev.clew.ontology;

import dev.clew.model.*;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

/** Valid records with everything that a record may hold, drawn from a seed. */
public final class RandomRecords {
    private static final List<RelationType> RELATIONS = RelationCatalogue.load().all();
    private static final List<RelationType> STRUCTURAL = RELATIONS.stream()
            .filter(relation -> relation.relationClass() == RelationClass.STRUCTURAL)
            .toList();
    private static final String ALPHABET = "abc XYZ09.,;:'\"\\<>{}|^`%#\n\täßéŁ中文\u00a0\u2028😀\u0085";

    private final Random random;

    /** Draws from this. */
    public RandomRecords(Random random) {
        this.random = random;
    }

    /** Any record. */
    public ClewRecord record() {
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> insight();
            case 3, 4, 5 -> entity();
            case 6 -> new Redirect(slug(), slug() + "x", text(50), pick(List.of("en", "fr")));
            default -> source();
        };
    }

    /** A kind for each record that is referred to, as the ledger would know it. */
    static Map<RecordName, RecordClass> kinds(ClewRecord record) {
        Map<RecordName, RecordClass> kinds = new HashMap<>();
        for (RecordName name : References.of(record)) {
            kinds.put(
                    name,
                    switch (name.type()) {
                        case INSIGHT -> RecordClass.INSIGHT;
                        case ENTITY -> RecordClass.CONCEPT;
                        case SOURCE -> RecordClass.PODCAST;
                    });
        }
        return kinds;
    }

    Insight insight() {
        Claim claim = new Claim(
                text(200),
                pick(List.of("en", "de", "pt-BR")),
                pick(ClaimType.values()),
                pick(Certainty.values()),
                pick(Rank.values()));
        Belief belief = new Belief(maybe(this::slug), maybe(this::slug), pick(Attribution.values()));
        Passage passage = new Passage(slug(), maybe(this::span), maybe(() -> text(100)));
        return new Insight(
                slug(),
                claim,
                belief,
                passage,
                distinct(5, this::link, Link::identity),
                distinct(3, this::quantity, Quantity::identity),
                new InsightReferences(insightIds(), insightIds(), insightIds(), insightIds(), insightIds()),
                new Subjects(ids(0), ids(0)),
                maybe(() -> text(100)));
    }

    Entity entity() {
        EntityNaming naming = new EntityNaming(text(50), pick(List.of("en", "fr")), texts(), maybe(() -> text(100)));
        EntityCodes codes = new EntityCodes(
                maybe(() -> "FR"), maybe(() -> "FRA"), maybe(() -> "250"), new ArrayList<>(new TreeSet<>(addresses())));
        List<Framing> framings = distinct(3, () -> new Framing(slug(), text(30), text(80)), Framing::id);
        return new Entity(
                slug(),
                pick(EntityKind.values()),
                naming,
                codes,
                framings,
                distinct(4, this::fact, Fact::identity),
                slug(),
                maybe(() -> text(50)));
    }

    Source source() {
        SourceKind kind = pick(SourceKind.values());
        Source.Publication publication = new Source.Publication(
                maybe(() -> LocalDate.ofEpochDay(random.nextInt(30000))),
                maybe(this::address),
                maybe(this::address),
                maybe(() -> random.nextInt(100000)),
                maybe(this::address));
        return new Source(
                slug(),
                kind,
                text(60),
                kind == SourceKind.EPISODE ? slug() : null,
                kind == SourceKind.EPISODE
                        ? new Source.Place(maybe(() -> random.nextInt(40)), maybe(() -> random.nextInt(900)))
                        : Source.Place.NONE,
                publication,
                distinct(3, () -> new Source.Participation(slug(), slug()), Source.Participation::identity),
                maybe(() -> text(50)));
    }

    private Passage.Span span() {
        int start = random.nextInt(5000);
        return new Passage.Span(start, maybe(() -> start + random.nextInt(100)), maybe(() -> random.nextInt(60)));
    }

    private Link link() {
        RelationType relation = pick(RELATIONS);
        Sign sign = random.nextBoolean() ? relation.defaultSign() : Sign.ZERO;
        Scope scope = new Scope(
                maybe(this::slug),
                maybe(() -> pick(List.of("2020", "2020/2025", "2020-01-31"))),
                maybe(() -> text(40)));
        return new Link(
                new Link.End(slug(), maybe(this::slug)),
                relation.id(),
                new Link.End(slug(), maybe(this::slug)),
                new Link.Stance(sign, random.nextInt(5) == 0),
                scope);
    }

    private Quantity quantity() {
        return switch (random.nextInt(3)) {
            case 0 -> new Quantity.Value(slug(), number(), text(10), maybe(() -> "2020"));
            case 1 -> new Quantity.Factor(slug(), number(), slug(), number());
            default -> new Quantity.Product(slug(), ids(2));
        };
    }

    private Fact fact() {
        Fact.Period period = new Fact.Period(maybe(() -> "1949"), maybe(() -> "2020-01-31"));
        return new Fact(pick(STRUCTURAL).id(), slug(), slug(), period);
    }

    private BigDecimal number() {
        return BigDecimal.valueOf(1 + random.nextInt(1_000_000), random.nextInt(8) - 2);
    }

    private String address() {
        return pick(List.of(
                        "https://example.org/", "http://localhost:8080/about/", "https://example.org/例え?b=c&d=%20#"))
                + slug();
    }

    private List<String> addresses() {
        return List.of(address(), address());
    }

    private List<String> texts() {
        return new ArrayList<>(new TreeSet<>(List.of(text(20), text(20), text(20))));
    }

    private List<String> insightIds() {
        return ids(0);
    }

    private List<String> ids(int atLeast) {
        TreeSet<String> ids = new TreeSet<>();
        int wanted = atLeast + random.nextInt(3);
        while (ids.size() < wanted) {
            ids.add(slug());
        }
        return new ArrayList<>(ids);
    }

    private String slug() {
        StringBuilder slug = new StringBuilder().append((char) ('a' + random.nextInt(26)));
        int length = random.nextInt(12);
        for (int i = 0; i < length; i++) {
            slug.append("abcdefgh0123456789-".charAt(random.nextInt(19)));
        }
        return slug.append(random.nextInt(1000)).toString();
    }

    private String text(int atMost) {
        StringBuilder text = new StringBuilder("x");
        int length = random.nextInt(atMost - 1);
        int[] alphabet = ALPHABET.codePoints().toArray();
        for (int i = 0; i < length / 2; i++) {
            text.appendCodePoint(alphabet[random.nextInt(alphabet.length)]);
        }
        return text.toString();
    }

    private <T> T maybe(Supplier<T> value) {
        return random.nextBoolean() ? value.get() : null;
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private <T> T pick(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private <T> List<T> distinct(int atMost, Supplier<T> next, Function<T, String> identity) {
        Map<String, T> found = new HashMap<>();
        int wanted = random.nextInt(atMost + 1);
        for (int i = 0; i < wanted; i++) {
            T value = next.get();
            found.put(identity.apply(value), value);
        }
        return List.copyOf(found.values());
    }
}
