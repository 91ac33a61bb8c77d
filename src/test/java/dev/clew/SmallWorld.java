package dev.clew;

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
import dev.clew.model.Sign;
import dev.clew.model.Source;
import dev.clew.model.SourceKind;
import dev.clew.model.Subjects;
import java.util.Arrays;
import java.util.List;

/** A small library that tests share: one document, a few entities, three claims between them. */
public final class SmallWorld {
    /** The source of everything here. */
    public static final Source BRIEF = document("brief");

    /** Something that strengthens. */
    public static final Entity COMPUTE = entity("compute", EntityKind.RESOURCE);

    /** A word with two meanings. */
    public static final Entity SOVEREIGNTY = entity(
            "sovereignty",
            EntityKind.CONCEPT,
            new Framing("owned-hardware", "as owned hardware", "Owning what one runs on."),
            new Framing("self-reliance", "as self-reliance", "Needing nobody."));

    /** Something claims lead to. */
    public static final Entity ALLIANCE = entity("alliance", EntityKind.CONCEPT);

    /** A topic. */
    public static final Entity GEOPOLITICS = entity("geopolitics", EntityKind.CONCEPT);

    /** A holder and speaker. */
    public static final Entity ADA = entity("ada", EntityKind.PERSON);

    /** Ada: compute enables sovereignty. */
    public static final Insight ENABLES =
            insight("compute-enables", Link.of("compute", "enables", "sovereignty", Sign.PLUS));

    /** Ada: sovereignty strengthens the alliance. */
    public static final Insight STRENGTHENS =
            insight("sovereignty-strengthens", Link.of("sovereignty", "strengthens", "alliance", Sign.PLUS));

    /** Ada: sovereignty weakens the alliance. */
    public static final Insight WEAKENS =
            insight("sovereignty-weakens", Link.of("sovereignty", "weakens", "alliance", Sign.MINUS));

    private SmallWorld() {}

    /** Everything, in an order in which no record refers to a later one. */
    public static List<ClewRecord> all() {
        return List.of(BRIEF, COMPUTE, SOVEREIGNTY, ALLIANCE, GEOPOLITICS, ADA, ENABLES, STRENGTHENS, WEAKENS);
    }

    /** A document. */
    public static Source document(String id) {
        return new Source(
                id,
                SourceKind.DOCUMENT,
                "The " + id,
                null,
                Source.Place.NONE,
                Source.Publication.UNKNOWN,
                List.of(),
                null);
    }

    /** An entity whose label is its id. */
    public static Entity entity(String id, EntityKind kind, Framing... framings) {
        return entity(id, kind, "brief", framings);
    }

    /** An entity whose label is its id, from this source. */
    public static Entity entity(String id, EntityKind kind, String source, Framing... framings) {
        return new Entity(
                id,
                kind,
                new EntityNaming(id, "en", List.of(), null),
                EntityCodes.NONE,
                List.of(framings),
                List.of(),
                source,
                null);
    }

    /** The same entity with these facts. */
    public static Entity withFacts(Entity entity, Fact... facts) {
        return new Entity(
                entity.id(),
                entity.kind(),
                entity.naming(),
                entity.codes(),
                entity.framings(),
                List.of(facts),
                entity.source(),
                entity.note());
    }

    /** A report that Ada holds and says, filed under geopolitics. */
    public static Insight insight(String id, Link... links) {
        return insight(id, "The claim " + id + ".", links);
    }

    /** A report in these words that Ada holds and says, filed under geopolitics. */
    public static Insight insight(String id, String text, Link... links) {
        return new Insight(
                id,
                new Claim(text, "en", ClaimType.REPORT, Certainty.PLAIN),
                new Belief("ada", "ada", Attribution.OWN),
                new Passage("brief", null, null),
                Arrays.asList(links),
                List.of(),
                InsightReferences.NONE,
                new Subjects(List.of("geopolitics"), List.of()),
                null);
    }

    /** The same insight naming these others. */
    public static Insight withReferences(Insight insight, InsightReferences references) {
        return new Insight(
                insight.id(),
                insight.claim(),
                insight.belief(),
                insight.passage(),
                insight.links(),
                insight.quantities(),
                references,
                insight.subjects(),
                insight.note());
    }

    /** A report from this source that nobody is known to hold, with one link. */
    public static Insight claim(String id, String source, String subject, String relation, String object) {
        Sign sign = relation.equals("weakens") || relation.equals("reduces") ? Sign.MINUS : Sign.PLUS;
        return new Insight(
                id,
                new Claim("The claim " + id + ".", "en", ClaimType.REPORT, Certainty.PLAIN),
                new Belief(null, null, Attribution.OWN),
                new Passage(source, null, null),
                List.of(Link.of(subject, relation, object, sign)),
                List.of(),
                InsightReferences.NONE,
                new Subjects(List.of(), List.of()),
                null);
    }

    /** The same insight in other words. */
    public static Insight saying(Insight insight, String text) {
        Claim claim = insight.claim();
        return new Insight(
                insight.id(),
                new Claim(text, claim.language(), claim.type(), claim.certainty()),
                insight.belief(),
                insight.passage(),
                insight.links(),
                insight.quantities(),
                insight.references(),
                insight.subjects(),
                insight.note());
    }

    /** The same entity with another label. */
    public static Entity named(Entity entity, String label) {
        EntityNaming naming = entity.naming();
        return new Entity(
                entity.id(),
                entity.kind(),
                new EntityNaming(label, naming.language(), naming.aliases(), naming.definition()),
                entity.codes(),
                entity.framings(),
                entity.facts(),
                entity.source(),
                entity.note());
    }
}
