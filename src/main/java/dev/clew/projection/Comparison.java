package dev.clew.projection;

import dev.clew.ledger.Ledger;

/**
 * Whether a projection equals one built from nothing at the same change.
 *
 * @param name the projection
 * @param n the change at which both stand
 * @param equal whether they would answer the same
 */
public record Comparison(String name, long n, boolean equal) {
    /**
     * Builds a fresh projection from the ledger's records and compares. Takes as long as a rebuild; nothing may be
     * written meanwhile.
     *
     * @param live the projection to judge; nobody else writes it now
     * @param fresh an empty one of the same kind, in a directory of its own; it is left as built
     */
    public static Comparison of(Ledger ledger, Projection live, Projection fresh) {
        MergedEntities merged = new MergedEntities(ledger);
        ledger.snapshot(snapshot -> fresh.rebuild(merged.records(snapshot), snapshot.position()));
        boolean equal =
                live.position().equals(fresh.position()) && live.fingerprint().equals(fresh.fingerprint());
        return new Comparison(live.name(), live.position().n(), equal);
    }
}
