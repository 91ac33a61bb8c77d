package dev.clew.desk;

import dev.clew.store.Store;
import java.time.Clock;

/**
 * The desk's parts on one database. Safe for any number of threads, and for several processes.
 *
 * @param accounts who may do what
 * @param entries how they are let in
 * @param audit what happened to accounts
 * @param repeats what requests were answered that may come again
 * @param proposals what is not published yet
 * @param imports files that were imported, and how it went
 * @param judgements what was concluded about conflicts
 * @param remarks what readers say of claims
 * @param explorations views that readers keep
 * @param scanning transcripts and scans of them, and feeds
 * @param reading who reads briefs, and what they were sent
 */
public record Desk(
        Accounts accounts,
        Entries entries,
        Audit audit,
        Repeats repeats,
        Proposals proposals,
        ImportRuns imports,
        Judgements judgements,
        Remarks remarks,
        Explorations explorations,
        Scanning scanning,
        Reading reading) {
    /**
     * How people and programs are let in.
     *
     * @param tokens what programs show instead of a password
     * @param sessions who is signed in
     * @param signIn by name and password
     * @param invitations by a link that is good once
     */
    public record Entries(Tokens tokens, Sessions sessions, SignIn signIn, Invitations invitations) {}

    /**
     * What is scanned, and how it went.
     *
     * @param transcripts what was said in episodes
     * @param runs scans with how they went
     * @param rules which rules are switched off
     * @param feeds what is subscribed to
     */
    public record Scanning(Transcripts transcripts, ScanRuns runs, ScanRules rules, Subscriptions feeds) {}

    /**
     * Who reads briefs, and what they were sent.
     *
     * @param readers with what they follow and when they read
     * @param deliveries one brief for a reader and a day at most
     * @param bounces what of it came back
     */
    public record Reading(Readers readers, Deliveries deliveries, Bounces bounces) {}

    /** On this database, dated by this clock; whoever opened the store closes it. */
    public static Desk on(Store store, Clock clock) {
        Audit audit = new Audit(store, clock);
        Accounts accounts = new Accounts(store, clock, audit);
        Sessions sessions = new Sessions(store, clock);
        SignIn signIn = new SignIn(store, clock, audit, sessions);
        Invitations invitations = new Invitations(store, clock, audit, accounts, signIn);
        Entries entries = new Entries(new Tokens(store, clock, audit), sessions, signIn, invitations);
        Proposals proposals = new Proposals(store, clock);
        Scanning scanning = new Scanning(
                new Transcripts(store, clock),
                new ScanRuns(store, clock, proposals),
                new ScanRules(store, clock),
                new Subscriptions(store, clock));
        return new Desk(
                accounts,
                entries,
                audit,
                new Repeats(store, clock),
                proposals,
                new ImportRuns(store, clock),
                new Judgements(store, clock),
                new Remarks(store, clock),
                new Explorations(store, clock),
                scanning,
                new Reading(new Readers(store, clock), new Deliveries(store, clock), new Bounces(store)));
    }

    /** What programs show instead of a password. */
    public Tokens tokens() {
        return entries.tokens();
    }

    /** Who is signed in. */
    public Sessions sessions() {
        return entries.sessions();
    }

    /** Signing in by name and password. */
    public SignIn signIn() {
        return entries.signIn();
    }

    /** One-time links. */
    public Invitations invitations() {
        return entries.invitations();
    }
}
