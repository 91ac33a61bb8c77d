package dev.clew.model;

/**
 * One link or fact as the counting rules see it: an edge, read in one way, asserted or denied by one piece of evidence.
 *
 * @param edge the edge it speaks of; of a symmetric relation the alphabetically first entity is the subject
 * @param relation its relation type
 * @param reading in which meaning, where and when, seen from the edge's subject
 * @param stance its sign, and whether it denies the edge
 * @param evidence who says so
 */
public record Testimony(EdgeName edge, RelationType relation, Reading reading, Link.Stance stance, Evidence evidence) {
    /** What a claim says by one of its links. */
    public static Testimony of(Link link, RelationType relation, Evidence evidence) {
        String subject = link.subject().entity();
        String object = link.object().entity();
        Reading reading = Reading.of(link);
        if (relation.isSymmetric() && subject.compareTo(object) > 0) {
            EdgeName turned = new EdgeName(object, relation.id(), subject);
            return new Testimony(turned, relation, reading.reversed(), link.stance(), evidence);
        }
        return new Testimony(new EdgeName(subject, relation.id(), object), relation, reading, link.stance(), evidence);
    }

    /** What an entity's own record states as a fact. */
    public static Testimony of(String entity, Fact fact, RelationType relation) {
        EdgeName edge = new EdgeName(entity, relation.id(), fact.object());
        Link.Stance stance = new Link.Stance(Sign.ZERO, false);
        return new Testimony(edge, relation, Reading.OPEN, stance, Evidence.fact(entity, fact.source()));
    }

    /** Where its influence comes from. */
    public String from() {
        return relation.runsBackward() ? edge.object() : edge.subject();
    }

    /** Where its influence goes. */
    public String to() {
        return relation.runsBackward() ? edge.subject() : edge.object();
    }

    /** Its reading seen from where the influence comes from. */
    public Reading along() {
        return relation.runsBackward() ? reading.reversed() : reading;
    }

    /** Whether it counts: facts do, and claims of every type but questions and recommendations. */
    public boolean counts() {
        ClaimType type = evidence.claimType();
        return type == null || type.counts();
    }
}
