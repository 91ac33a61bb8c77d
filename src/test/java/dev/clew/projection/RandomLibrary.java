package dev.clew.projection;

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
import dev.clew.model.Quantity;
import dev.clew.model.RecordName;
import dev.clew.model.RecordType;
import dev.clew.model.Redirect;
import dev.clew.model.Scope;
import dev.clew.model.Sign;
import dev.clew.model.Source;
import dev.clew.model.SourceKind;
import dev.clew.model.Subjects;
import dev.clew.ontology.Base;
import dev.clew.ontology.CanonicalText;
import dev.clew.ontology.Jena;
import dev.clew.ontology.RecordRdf;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A library that grows by random changes, the same for the same seed: new, edited, retracted and republished insights,
 * renamed entities, retitled sources. Its positions are those of an invented ledger; every reference leads to a record.
 */
public final class RandomLibrary {
    static {
        Jena.ready();
    }

    private static final int ENTITIES = 12;
    private static final List<String> WORDS = List.of(
            "compute", "chips", "export", "alliance", "sovereignty", "energy", "model", "policy", "trade", "data");
    private static final Map<String, Sign> RELATIONS = Map.of(
            "enables",
            Sign.PLUS,
            "increases",
            Sign.PLUS,
            "reduces",
            Sign.MINUS,
            "weakens",
            Sign.MINUS,
            "shapes",
            Sign.ZERO,
            "promotes",
            Sign.PLUS,
            "goes-with",
            Sign.ZERO);

    private final Random random;
    private final String ledgerId;
    private final int insightIds;
    private final Map<RecordName, RecordChange> published = new TreeMap<>();
    private final Map<RecordName, Long> versions = new HashMap<>();
    private Position head;

    /** A library with about so many insights at a time. */
    public RandomLibrary(long seed, int insightIds) {
        this.random = new Random(seed);
        this.ledgerId = "ledger" + seed;
        this.insightIds = insightIds;
        this.head = new Position(ledgerId, 0, "");
    }

    /** The position after the last change made. */
    public Position head() {
        return head;
    }

    /** Every record published after the last change made, in the order of their names. */
    public Stream<RecordChange> published() {
        return List.copyOf(published.values()).stream();
    }

    /** Makes so many changes. */
    public List<Change> changes(int count) {
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            changes.add(change(1 + random.nextInt(6)));
        }
        return changes;
    }

    /** Makes one change; the first publishes all entities and sources, later ones edit about so many records. */
    public Change change(int records) {
        Map<RecordName, RecordChange> edits = new LinkedHashMap<>();
        if (head.n() == 0) {
            Stream.of("podcast", "document").forEach(id -> put(edits, source(id)));
            for (int i = 0; i < ENTITIES; i++) {
                put(edits, entity(i));
            }
        } else {
            for (int i = 0; i < records; i++) {
                edit(edits);
            }
        }
        head = new Position(ledgerId, head.n() + 1, Long.toHexString(random.nextLong()));
        Instant at = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(head.n());
        return new Change(head, at, new Change.Author("test", "random edit"), List.copyOf(edits.values()));
    }

    private void edit(Map<RecordName, RecordChange> edits) {
        int dice = random.nextInt(10);
        if (dice == 0) {
            int number = random.nextInt(ENTITIES);
            put(edits, random.nextInt(3) == 0 ? redirect(number) : entity(number));
        } else if (dice == 1) {
            put(edits, source(pick(List.of("podcast", "document"))));
        } else {
            String id = "i" + random.nextInt(insightIds);
            if (dice < 4 && published.containsKey(RecordName.insight(id)) && !isCited(id)) {
                put(edits, RecordName.insight(id), null);
            } else {
                put(edits, insight(id));
            }
        }
    }

    private boolean isCited(String id) {
        return published.values().stream()
                .flatMap(each -> each.record().stream())
                .anyMatch(each -> each instanceof Insight insight
                        && insight.references().cites().contains(id));
    }

    private void put(Map<RecordName, RecordChange> edits, ClewRecord record) {
        CanonicalText text = new CanonicalText(Base.DEFAULT);
        String canonical = text.write(new RecordRdf(Base.DEFAULT).triples(record));
        put(edits, record.name(), new RecordChange.Content(record, canonical));
    }

    private void put(Map<RecordName, RecordChange> edits, RecordName name, RecordChange.@Nullable Content content) {
        if (edits.containsKey(name)) {
            return;
        }
        RecordChange change = new RecordChange(name, versions.merge(name, 1L, Long::sum), content);
        edits.put(name, change);
        if (content == null) {
            published.remove(name);
        } else {
            published.put(name, change);
        }
    }

    private Source source(String id) {
        SourceKind kind = id.equals("podcast") ? SourceKind.PODCAST : SourceKind.DOCUMENT;
        LocalDate date = LocalDate.of(2020 + random.nextInt(6), 1, 1);
        Source.Publication publication = new Source.Publication(date, "https://example.org/" + id, null, null, null);
        return new Source(id, kind, phrase(3), null, Source.Place.NONE, publication, List.of(), null);
    }

    private Entity entity(int number) {
        EntityKind kind = EntityKind.values()[number % EntityKind.values().length];
        EntityNaming naming = new EntityNaming(phrase(2) + " " + number, "en", List.of(phrase(1) + number), phrase(6));
        List<Fact> facts = random.nextBoolean() ? List.of() : List.of(fact());
        List<Framing> framings = List.of(new Framing("first", "as " + phrase(1), phrase(5)));
        String note = random.nextBoolean() ? phrase(4) : null;
        return new Entity("e" + number, kind, naming, EntityCodes.NONE, framings, facts, "document", note);
    }

    private Redirect redirect(int number) {
        return new Redirect("e" + number, "e" + (number + 1) % ENTITIES, phrase(2), "en");
    }

    private Fact fact() {
        String relation = random.nextBoolean() ? "member-of" : "speaks-for";
        return new Fact(relation, entityId(), "document", Fact.Period.NONE);
    }

    private Insight insight(String id) {
        Claim claim = new Claim(phrase(12), "en", pick(List.of(ClaimType.values())), pick(List.of(Certainty.values())));
        Belief belief =
                new Belief(entityId(), random.nextBoolean() ? entityId() : null, pick(List.of(Attribution.values())));
        Passage.Span span = random.nextBoolean() ? new Passage.Span(random.nextInt(3600), null, 5) : null;
        Passage passage = new Passage(pick(List.of("podcast", "document")), span, null);
        Subjects subjects = new Subjects(List.of(entityId()), List.of(entityId()));
        List<Quantity> quantities = random.nextInt(4) > 0
                ? List.of()
                : List.of(new Quantity.Value(entityId(), BigDecimal.valueOf(random.nextInt(100)), "units", null));
        return new Insight(id, claim, belief, passage, links(), quantities, references(id), subjects, null);
    }

    /** Now and then it repeats another insight, which may itself repeat one, round in a circle too. */
    private InsightReferences references(String id) {
        List<String> others = published.keySet().stream()
                .filter(name -> name.type() == RecordType.INSIGHT && !name.id().equals(id))
                .map(RecordName::id)
                .toList();
        return others.isEmpty() || random.nextInt(4) > 0
                ? InsightReferences.NONE
                : new InsightReferences(List.of(), List.of(), List.of(), List.of(pick(others)), List.of());
    }

    private List<Link> links() {
        Map<String, Link> links = new TreeMap<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            Link link = link();
            links.put(link.identity(), link);
        }
        return List.copyOf(links.values());
    }

    private Link link() {
        int subject = random.nextInt(ENTITIES);
        int object = (subject + 1 + random.nextInt(ENTITIES - 1)) % ENTITIES;
        String relation = pick(RELATIONS.keySet().stream().sorted().toList());
        Sign sign = random.nextInt(5) == 0 ? Sign.ZERO : RELATIONS.getOrDefault(relation, Sign.ZERO);
        Link.End from = new Link.End("e" + subject, random.nextInt(4) == 0 ? "first" : null);
        Scope scope = random.nextInt(4) == 0 ? new Scope(null, "2025", null) : Scope.NONE;
        Link.Stance stance = new Link.Stance(sign, random.nextInt(6) == 0);
        return new Link(from, relation, Link.End.of("e" + object), stance, scope);
    }

    private String entityId() {
        return "e" + random.nextInt(ENTITIES);
    }

    private String phrase(int words) {
        return String.join(" ", Stream.generate(() -> pick(WORDS)).limit(words).toList());
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
