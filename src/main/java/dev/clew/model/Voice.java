package dev.clew.model;

/**
 * One origin of belief: an entity, or a source when nobody is known.
 *
 * @param origin the name of the entity or source
 */
public record Voice(RecordName origin) implements Comparable<Voice> {
    @Override
    public int compareTo(Voice other) {
        return origin.compareTo(other.origin);
    }
}
