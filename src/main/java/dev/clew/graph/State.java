package dev.clew.graph;

import dev.clew.ledger.Position;
import dev.clew.model.EdgeName;
import dev.clew.model.Evidence;
import dev.clew.model.Link;
import dev.clew.model.Reading;
import dev.clew.model.RelationType;
import dev.clew.model.Testimony;

/**
 * The graph at one position. Immutable, for any number of readers.
 *
 * @param position the last change it shows
 * @param historyFrom the first change whose state can still be told
 * @param words what numbers stand for
 * @param nodes entities with their arcs
 * @param claims versions of insights
 * @param links links and facts
 * @param voices the number of each claim's voice
 * @param days the day each source came out, counted from 1970; {@link #NO_DAY} where it is not known
 * @param degrees the logarithm of the number of edges at each node
 */
record State(
        Position position,
        int historyFrom,
        Dictionaries words,
        Nodes nodes,
        Claims claims,
        Links links,
        int[] voices,
        int[] days,
        Degrees degrees) {
    /** Stands for a day that is not known; no day is so early. */
    static final int NO_DAY = Integer.MIN_VALUE;

    int change() {
        return Math.toIntExact(position.n());
    }

    Node node(int number) {
        return nodes.get(number);
    }

    /** What an entity was called at a change. */
    Node.Face face(int node, int change) {
        return words.pastFaces.at(node, change, node(node).face());
    }

    /** The day a source came out, as it was known at a change. */
    int day(int source, int change) {
        return words.pastDays.at(source, change, source < days.length ? days[source] : NO_DAY);
    }

    /** ⌊log₂⌋ of the number of edges at a node at a change, with those by facts alone or without. */
    int degreeLog2(int node, int change, boolean facts) {
        return node(node).since() <= change
                ? degrees.at(node, facts)
                : degrees.past().degreeLog2(this, node, change, facts);
    }

    /** Whether a link counts: facts do, claims unless they are questions or recommendations. */
    boolean counts(int link) {
        int claim = links.claim[link];
        return claim < 0 || claims.type(claim).counts();
    }

    /** A link as the counting rules see it. */
    Testimony testimony(int link) {
        String subject = words.entities.get(links.subject[link]);
        String object = words.entities.get(links.object[link]);
        RelationType relation = words.relation(links.relation(link));
        Reading reading = words.readings.get(links.reading[link]);
        boolean turned = relation.isSymmetric() && subject.compareTo(object) > 0;
        EdgeName edge =
                turned ? new EdgeName(object, relation.id(), subject) : new EdgeName(subject, relation.id(), object);
        Link.Stance stance = new Link.Stance(links.sign(link), links.isDenied(link));
        return new Testimony(edge, relation, turned ? reading.reversed() : reading, stance, evidence(link, subject));
    }

    private Evidence evidence(int link, String subject) {
        int claim = links.claim[link];
        if (claim < 0) {
            return Evidence.fact(subject, words.sources.get(~claim));
        }
        return Evidence.insight(
                claims.id[claim],
                words.sources.get(claims.source[claim]),
                words.voices.get(voices[claim]),
                claims.type(claim));
    }
}
