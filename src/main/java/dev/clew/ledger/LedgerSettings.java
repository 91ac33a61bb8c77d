package dev.clew.ledger;

import dev.clew.ontology.Base;
import dev.clew.store.Store;
import java.time.Clock;

/**
 * What a ledger works with.
 *
 * @param store the database; whoever opened it closes it, after the ledger's last use
 * @param base what the addresses of records stand under
 * @param clock what dates changes
 */
public record LedgerSettings(Store store, Base base, Clock clock) {
    /** On this database, under the default base, dated by the system's clock. */
    public static LedgerSettings on(Store store) {
        return new LedgerSettings(store, Base.DEFAULT, Clock.systemUTC());
    }
}
