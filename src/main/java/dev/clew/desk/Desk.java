package dev.clew.desk;

import dev.clew.store.Store;
import java.time.Clock;

/**
 * The desk's parts on one database. Safe for any number of threads, and for several processes.
 *
 * @param accounts who may do what
 * @param tokens what programs show instead of a password
 * @param audit what happened to accounts
 * @param repeats what requests were answered that may come again
 * @param proposals what is not published yet
 * @param imports files that were imported, and how it went
 * @param judgements what was concluded about conflicts
 * @param remarks what readers say of claims
 */
public record Desk(
        Accounts accounts,
        Tokens tokens,
        Audit audit,
        Repeats repeats,
        Proposals proposals,
        ImportRuns imports,
        Judgements judgements,
        Remarks remarks) {
    /** On this database, dated by this clock; whoever opened the store closes it. */
    public static Desk on(Store store, Clock clock) {
        Audit audit = new Audit(store, clock);
        Accounts accounts = new Accounts(store, clock, audit);
        return new Desk(
                accounts,
                new Tokens(store, clock, audit),
                audit,
                new Repeats(store, clock),
                new Proposals(store, clock),
                new ImportRuns(store, clock),
                new Judgements(store, clock),
                new Remarks(store, clock));
    }
}
