package dev.clew.model;

import org.jspecify.annotations.Nullable;

/**
 * Subject –relation→ object, as one insight asserts or denies it.
 *
 * @param subject an entity, perhaps in one meaning
 * @param relation the id of a relation type
 * @param object an entity, perhaps in one meaning
 * @param stance its sign, and whether the insight denies it
 * @param scope where, when and under which condition
 */
public record Link(End subject, String relation, End object, Stance stance, Scope scope) {
    /**
     * One end of a link.
     *
     * @param entity the id of the entity
     * @param framing the local id of one of that entity's framings; null when the claim does not say
     */
    public record End(String entity, @Nullable String framing) {
        /** Checks both ids. */
        public End {
            Slug.check("entity", entity);
            Checks.optionalSlug("framing", framing);
        }

        /** An end without a framing. */
        public static End of(String entity) {
            return new End(entity, null);
        }
    }

    /**
     * What the insight says of the link.
     *
     * @param sign {@code +}, {@code -} or {@code 0}
     * @param denied true when the insight says that the link does not hold; a denial is never an opposite sign
     */
    public record Stance(Sign sign, boolean denied) {
        /** Refuses the undecided sign, which only counting may conclude. */
        public Stance {
            if (sign == Sign.UNKNOWN) {
                throw ClewException.invalid("sign", "must be +, - or 0", sign.symbol());
            }
        }
    }

    /** Checks the relation's id. */
    public Link {
        Slug.check("relation", relation);
    }

    /** A plain link without framing, denial or scope. */
    public static Link of(String subject, String relation, String object, Sign sign) {
        return new Link(End.of(subject), relation, End.of(object), new Stance(sign, false), Scope.NONE);
    }

    /** The same link, denied. */
    public Link deny() {
        return new Link(subject, relation, object, new Stance(stance.sign(), true), scope);
    }

    /** What makes two links of one insight the same link: everything but sign and denial, a line a part. */
    public String identity() {
        return Identities.lines(
                subject.entity(),
                relation,
                object.entity(),
                subject.framing(),
                object.framing(),
                scope.where(),
                scope.period(),
                scope.condition());
    }

    /** The sign as stated. */
    public Sign sign() {
        return stance.sign();
    }

    /** Whether the insight denies it. */
    public boolean denied() {
        return stance.denied();
    }
}
