package dev.clew.curate;

import dev.clew.desk.Proposal;
import dev.clew.desk.Proposal.Content;
import dev.clew.desk.Proposal.Origin;
import dev.clew.desk.Proposal.State;
import dev.clew.desk.ProposalQuery;
import dev.clew.desk.Proposals;
import dev.clew.desk.Repeats;
import dev.clew.exchange.FieldFix;
import dev.clew.exchange.RecordJson;
import dev.clew.ledger.Change.Author;
import dev.clew.ledger.Committed;
import dev.clew.ledger.Edit;
import dev.clew.ledger.Ledger;
import dev.clew.ledger.RecordEdit;
import dev.clew.ledger.Standing;
import dev.clew.model.Caller;
import dev.clew.model.ClewException;
import dev.clew.model.ClewRecord;
import dev.clew.model.ErrorCode;
import dev.clew.model.Insight;
import dev.clew.model.Problem;
import dev.clew.model.RecordName;
import dev.clew.model.Role;
import dev.clew.ontology.References;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * From a proposal to a published record or a rejection. Publishing a record and noting that its proposal is accepted are
 * one transaction; whoever decides names the version that they have seen. Safe for any number of threads.
 */
public final class Review {
    /** Longest reason of a rejection. */
    public static final int LIMIT_REASON_CHARACTERS = 1000;

    private final Ledger ledger;
    private final Proposals proposals;
    private final RecordJson json;

    /**
     * A proposal as somebody has seen it.
     *
     * @param number which
     * @param version the version that they have seen
     */
    public record Seen(long number, long version) {}

    /**
     * A proposal chosen to be published.
     *
     * @param seen which, as it was seen
     * @param edited the record as it shall be published instead, in JSON; null to publish it as it is
     */
    public record Chosen(Seen seen, @Nullable String edited) {}

    /**
     * What is sent to be proposed.
     *
     * @param json the record in its JSON form
     * @param state draft or proposed
     * @param baseVersion the version of the published record that it replaces; null for a new record
     */
    public record Sent(String json, State state, @Nullable Long baseVersion) {}

    /** Reviews what is proposed at this desk for this ledger. */
    public Review(Ledger ledger, Proposals proposals, RecordJson json) {
        this.ledger = ledger;
        this.proposals = proposals;
        this.json = json;
    }

    /**
     * Keeps a proposal.
     *
     * @param keeper keeps its number, as the answer to who proposed it
     * @return its number
     * @throws ClewException (invalid) when it is no draft and no record either
     */
    public long propose(Sent sent, Origin origin, Caller by, Repeats.Keeper keeper) {
        return proposals.add(new Proposals.Fresh(by.name(), sent.state(), content(sent), origin), keeper);
    }

    private Content content(Sent sent) {
        if (sent.state() == State.DRAFT) {
            String name = json.nameIn(sent.json()).map(RecordName::path).orElse("");
            return new Content(sent.json(), name, sent.baseVersion());
        }
        ClewRecord record = record(sent.json());
        return new Content(sent.json(), record.name().path(), sent.baseVersion());
    }

    /**
     * The record in a JSON form.
     *
     * @throws ClewException (invalid) naming every field that is wrong
     */
    public ClewRecord record(String form) {
        return json.read(form.getBytes(StandardCharsets.UTF_8)).record();
    }

    /**
     * Changes a proposal.
     *
     * @throws ClewException stale-version, conflict, not-found, forbidden, and invalid as {@link #propose}
     */
    public Proposal revise(Seen seen, Sent sent, Caller by) {
        requireMine(proposals.require(seen.number()), by);
        return proposals.revise(seen.number(), seen.version(), content(sent), sent.state());
    }

    /** Takes a proposal back; throws as {@link #revise}. */
    public void withdraw(Seen seen, Caller by) {
        requireMine(proposals.require(seen.number()), by);
        proposals.remove(seen.number(), seen.version());
    }

    /**
     * One proposal.
     *
     * @throws ClewException (not-found) when there is none, or it is somebody else's and not for this caller to see
     */
    public Proposal read(long number, Caller by) {
        Proposal found = proposals.require(number);
        if (!maySee(found, by)) {
            throw new ClewException(ErrorCode.NOT_FOUND, "There is no proposal " + number + " that you may see.");
        }
        return found;
    }

    private static boolean maySee(Proposal proposal, Caller by) {
        boolean mine = proposal.by().equals(by.name());
        return mine || proposal.state() != State.DRAFT && by.role().includes(Role.CURATOR);
    }

    private static void requireMine(Proposal proposal, Caller by) {
        if (!maySee(proposal, by)) {
            throw new ClewException(
                    ErrorCode.FORBIDDEN, "Proposal " + proposal.number() + " is " + proposal.by() + "'s: ask them.");
        }
    }

    /** A page of proposals: a contributor's own, or for a curator everybody's that are no drafts of others. */
    public Page list(ProposalQuery query, Caller by) {
        boolean own = !by.role().includes(Role.CURATOR) || query.state() == State.DRAFT;
        ProposalQuery asked =
                own ? new ProposalQuery(query.state(), by.name(), query.origin(), query.run(), query.page()) : query;
        List<Proposal> found = proposals.list(asked);
        boolean full = found.size() == query.page().limit();
        return new Page(
                found.stream().filter(each -> maySee(each, by)).toList(),
                full ? found.getLast().number() : null);
    }

    /**
     * A page of proposals.
     *
     * @param proposals those that the caller may see
     * @param next where the next page begins; null when this is the last
     */
    public record Page(List<Proposal> proposals, @Nullable Long next) {}

    /** How many this caller may see of each state. */
    public Map<State, Long> counts(Caller by) {
        Map<State, Long> own = proposals.counts(by.name());
        if (!by.role().includes(Role.CURATOR)) {
            return own;
        }
        Map<State, Long> all = proposals.counts("");
        all.put(State.DRAFT, own.getOrDefault(State.DRAFT, 0L));
        return all;
    }

    /** The insight that a proposal proposes; empty when it proposes something else, or is not finished. */
    public Optional<Insight> insight(Proposal proposal) {
        try {
            return record(proposal.content().json()) instanceof Insight insight
                    ? Optional.of(insight)
                    : Optional.empty();
        } catch (ClewException unfinished) {
            return Optional.empty();
        }
    }

    /** What the door would refuse if it were published now; empty when it may be. */
    public List<Problem> problems(Proposal proposal) {
        try {
            ClewRecord record = record(proposal.content().json());
            Map<RecordName, Standing> standings = ledger.standings(References.of(record));
            return ledger.door().problems(record, name -> Optional.ofNullable(standings.get(name)));
        } catch (ClewException refused) {
            return refused.problems();
        }
    }

    /**
     * Publishes proposals as one change, which one undo takes back: all of them, or nothing.
     *
     * @param why for the history
     * @throws ClewException stale-version, conflict and not-found for proposals and records alike; invalid with every
     *     problem, named by record when there are several
     */
    public Committed publish(List<Chosen> chosen, String why, Caller by) {
        List<RecordEdit> edits = new ArrayList<>();
        Map<Long, Long> versions = new LinkedHashMap<>();
        for (Chosen each : chosen) {
            Proposal proposal = read(each.seen().number(), by);
            if (versions.put(proposal.number(), each.seen().version()) != null) {
                throw ClewException.invalid("proposals", "names one twice", Long.toString(proposal.number()));
            }
            edits.add(edit(proposal, each));
        }
        Edit edit = new Edit(new Author(by.name(), why), edits);
        return ledger.commit(edit, (handle, committed) -> proposals.accept(handle, versions, by.name(), committed.n()));
    }

    private RecordEdit edit(Proposal proposal, Chosen chosen) {
        if (!proposal.state().isOpen() || proposal.version() != chosen.seen().version()) {
            throw stale(proposal, chosen.seen());
        }
        String edited = chosen.edited();
        ClewRecord record = record(edited == null ? proposal.content().json() : edited);
        Long base = proposal.content().baseVersion();
        return base == null ? RecordEdit.create(record) : RecordEdit.put(record, base);
    }

    private static ClewException stale(Proposal proposal, Seen seen) {
        if (!proposal.state().isOpen()) {
            return new ClewException(
                    ErrorCode.CONFLICT,
                    "Proposal " + proposal.number() + " is already "
                            + proposal.state().code() + ": nothing is left to decide.");
        }
        return new ClewException(
                ErrorCode.STALE_VERSION,
                "Proposal " + proposal.number() + " was changed: you have seen version " + seen.version()
                        + ", now it is " + proposal.version() + ". Read it and decide again.");
    }

    /** Decides against a proposal; throws as {@link #revise}, and (invalid) without a reason. */
    public Proposal reject(Seen seen, String reason, Caller by) {
        if (reason.isBlank() || reason.length() > LIMIT_REASON_CHARACTERS) {
            throw ClewException.invalid(
                    "reason", "must have 1 to " + LIMIT_REASON_CHARACTERS + " characters: say why", reason);
        }
        requireMine(proposals.require(seen.number()), by);
        return proposals.reject(seen.number(), seen.version(), by.name(), reason);
    }

    /**
     * The proposals that wait and that a correction would change, with what they would say.
     *
     * @param run only of this import; null for all
     */
    public List<Proposal> like(FieldFix fix, @Nullable Long run) {
        List<Proposal> found = new ArrayList<>();
        long after = 0;
        while (true) {
            List<Proposal> page = proposals.list(new ProposalQuery(
                    State.PROPOSED, "", null, run, new ProposalQuery.Page(after, Proposals.LIMIT_PAGE)));
            for (Proposal each : page) {
                fix.applied(each.content().json())
                        .map(fixed -> with(each, fixed))
                        .ifPresent(found::add);
            }
            if (page.size() < Proposals.LIMIT_PAGE) {
                return found;
            }
            after = page.getLast().number();
        }
    }

    private Proposal with(Proposal proposal, String fixed) {
        String name = json.nameIn(fixed).map(RecordName::path).orElse("");
        return new Proposal(
                proposal.number(),
                proposal.version(),
                proposal.state(),
                proposal.by(),
                new Content(fixed, name, proposal.content().baseVersion()),
                proposal.origin(),
                proposal.made(),
                proposal.changed(),
                proposal.decision());
    }

    /**
     * Makes the same correction in every proposal that waits and needs it; all are changed, or none.
     *
     * @return how many
     * @throws ClewException (stale-version) when one was changed meanwhile
     */
    public int fix(FieldFix fix, @Nullable Long run) {
        List<Proposal> fixed = like(fix, run);
        proposals.reviseAll(fixed);
        return fixed.size();
    }
}
