package dev.clew.graph;

import dev.clew.model.Link;
import dev.clew.model.Sign;
import java.util.Arrays;

/**
 * Every link and fact that the graph has ever held with the changes from which and up to which it holds, a column a
 * property; rows are only added, and closed once.
 *
 * <p>Written by one thread. A reader at change n is not disturbed by what later changes write: added rows begin after n,
 * and closed ones end after n.
 */
final class Links {
    /** The end of a link that still holds. */
    static final int OPEN = Integer.MAX_VALUE;

    private static final Sign[] SIGNS = Sign.values();
    private static final int DENIED = 4;

    /** Numbers of entities. */
    int[] subject;

    int[] object;
    /** The number of the claim's row, or {@code ~} the number of the source of a fact. */
    int[] claim;
    /** The number of the reading, seen from the subject. */
    int[] reading;

    int[] from;
    int[] until;
    byte[] relation;
    byte[] stance;
    int count;

    Links(int capacity) {
        subject = new int[capacity];
        object = new int[capacity];
        claim = new int[capacity];
        reading = new int[capacity];
        from = new int[capacity];
        until = new int[capacity];
        relation = new byte[capacity];
        stance = new byte[capacity];
    }

    /** A row to be filled; it holds from this change on. */
    int add(int change) {
        if (count == subject.length) {
            grow(Math.max(64, count * 2));
        }
        from[count] = change;
        until[count] = OPEN;
        return count++;
    }

    /** A new row like another, of another claim and from this change on. */
    int copy(int link, int change, int otherClaim) {
        int next = add(change);
        subject[next] = subject[link];
        object[next] = object[link];
        claim[next] = otherClaim;
        reading[next] = reading[link];
        relation[next] = relation[link];
        stance[next] = stance[link];
        return next;
    }

    private void grow(int capacity) {
        subject = Arrays.copyOf(subject, capacity);
        object = Arrays.copyOf(object, capacity);
        claim = Arrays.copyOf(claim, capacity);
        reading = Arrays.copyOf(reading, capacity);
        from = Arrays.copyOf(from, capacity);
        until = Arrays.copyOf(until, capacity);
        relation = Arrays.copyOf(relation, capacity);
        stance = Arrays.copyOf(stance, capacity);
    }

    void setStance(int link, Link.Stance value) {
        stance[link] = (byte) (value.sign().ordinal() | (value.denied() ? DENIED : 0));
    }

    Sign sign(int link) {
        return SIGNS[stance[link] & 3];
    }

    boolean isDenied(int link) {
        return (stance[link] & DENIED) != 0;
    }

    boolean isFact(int link) {
        return claim[link] < 0;
    }

    int relation(int link) {
        return relation[link] & 0xff;
    }

    /** Whether it holds at a change. */
    boolean holds(int link, int change) {
        return from[link] <= change && change < until[link];
    }

    /** The same columns as they are now, for readers. */
    Links frozen() {
        Links frozen = new Links(0);
        frozen.subject = subject;
        frozen.object = object;
        frozen.claim = claim;
        frozen.reading = reading;
        frozen.from = from;
        frozen.until = until;
        frozen.relation = relation;
        frozen.stance = stance;
        frozen.count = count;
        return frozen;
    }
}
