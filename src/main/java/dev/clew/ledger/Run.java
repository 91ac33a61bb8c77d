package dev.clew.ledger;

/**
 * Several changes made one after the other and meant as one, such as an import: they can be undone as one. Used by one
 * thread at a time.
 */
public final class Run {
    private long first;

    /** The number of its first change; 0 before that. */
    public long number() {
        return first;
    }

    /** The number under which a change is kept. */
    long numberFor(long n) {
        return first == 0 ? n : first;
    }

    void committed(long n) {
        first = numberFor(n);
    }
}
