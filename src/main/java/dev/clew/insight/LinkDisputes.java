package dev.clew.insight;

import dev.clew.model.Evidence;
import dev.clew.model.Insight;
import dev.clew.model.Link;
import dev.clew.model.Origins;
import dev.clew.model.Reading;
import dev.clew.model.Relations;
import dev.clew.model.Scope;
import dev.clew.model.Testimony;
import dev.clew.model.Voice;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Disputes over what one thing does to another: links of the same ordered pair, seen along the influence, of opposite
 * signs, or one of which denies the other. Stated places or periods that exclude each other, or different conditions, make
 * it two questions.
 *
 * @param relations the relation types of this release
 */
record LinkDisputes(Relations relations) {
    List<Conflict> between(Insight one, Insight other) {
        List<Conflict> found = new ArrayList<>();
        for (Link mine : one.links()) {
            for (Link theirs : other.links()) {
                Conflict conflict = between(one, mine, other, theirs);
                if (conflict != null) {
                    found.add(conflict);
                }
            }
        }
        return found;
    }

    private @Nullable Conflict between(Insight one, Link mine, Insight other, Link theirs) {
        if (!joinsTheSame(mine, theirs)) {
            return null;
        }
        Testimony left = testimony(one, mine);
        Testimony right = testimony(other, theirs);
        boolean sameWay = left.from().equals(right.from()) && left.to().equals(right.to());
        Conflict.Kind kind = sameWay ? opposition(left, right) : null;
        if (kind == null || !canBeOneQuestion(left.along(), mine.scope(), right.along(), theirs.scope())) {
            return null;
        }
        Set<Conflict.Doubt> doubts = doubts(mine.scope(), theirs.scope());
        if (kind == Conflict.Kind.DENIAL && !left.edge().equals(right.edge())) {
            doubts.add(Conflict.Doubt.RELATION);
        }
        return Conflict.of(
                question(left),
                left.along().framingsMeet(right.along()) ? kind : Conflict.Kind.FRAMING,
                doubts,
                new Conflict.Side(one.id(), mine, null),
                new Conflict.Side(other.id(), theirs, null));
    }

    private static boolean joinsTheSame(Link one, Link other) {
        String subject = one.subject().entity();
        String object = one.object().entity();
        String otherSubject = other.subject().entity();
        String otherObject = other.object().entity();
        return (subject.equals(otherSubject) && object.equals(otherObject))
                || (subject.equals(otherObject) && object.equals(otherSubject));
    }

    private Testimony testimony(Insight insight, Link link) {
        String source = insight.passage().source();
        Voice voice = Origins.own(insight.belief(), source, body -> List.of());
        Evidence evidence =
                Evidence.insight(insight.id(), source, voice, insight.claim().type());
        return Testimony.of(link, relations.require(link.relation()), evidence);
    }

    static Conflict.@Nullable Kind opposition(Testimony one, Testimony other) {
        Link.Stance mine = one.stance();
        Link.Stance theirs = other.stance();
        if (mine.denied() == theirs.denied()) {
            boolean opposite = mine.sign().isDirected() && mine.sign().opposite() == theirs.sign() && !mine.denied();
            return opposite ? Conflict.Kind.SIGN : null;
        }
        boolean sameSign = mine.sign().isDirected() && mine.sign() == theirs.sign();
        return one.edge().equals(other.edge()) || sameSign ? Conflict.Kind.DENIAL : null;
    }

    private static boolean canBeOneQuestion(Reading mine, Scope here, Reading theirs, Scope there) {
        boolean sameCondition = here.condition() == null
                || there.condition() == null
                || here.condition().equalsIgnoreCase(there.condition());
        return sameCondition && mine.scopesMeet(theirs);
    }

    private static Set<Conflict.Doubt> doubts(Scope here, Scope there) {
        Set<Conflict.Doubt> doubts = EnumSet.noneOf(Conflict.Doubt.class);
        addUnless(Objects.equals(here.where(), there.where()), Conflict.Doubt.PLACE, doubts);
        addUnless((here.period() == null) == (there.period() == null), Conflict.Doubt.TIME, doubts);
        addUnless((here.condition() == null) == (there.condition() == null), Conflict.Doubt.CONDITION, doubts);
        return doubts;
    }

    private static void addUnless(boolean known, Conflict.Doubt doubt, Set<Conflict.Doubt> doubts) {
        if (!known) {
            doubts.add(doubt);
        }
    }

    private static Question question(Testimony testimony) {
        return testimony.stance().sign().isDirected()
                ? new Question.Effect(testimony.from(), testimony.to())
                : new Question.Holds(
                        testimony.edge().subject(),
                        testimony.edge().relation(),
                        testimony.edge().object());
    }
}
