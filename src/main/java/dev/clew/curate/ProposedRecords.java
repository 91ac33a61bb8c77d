package dev.clew.curate;

import dev.clew.desk.Proposal;
import dev.clew.desk.Proposal.Origin;
import dev.clew.desk.Proposals;
import dev.clew.exchange.FoundRecord;
import dev.clew.exchange.RecordJson;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Keeps the records of files as proposals.
 *
 * @param proposals where they are kept
 * @param json their form
 */
record ProposedRecords(Proposals proposals, RecordJson json) {
    /** Keeps these, each over the version that is published now. */
    void keep(long run, String by, List<FoundRecord> found) {
        proposals.addAll(found.stream()
                .map(each -> new Proposals.Fresh(by, Proposal.State.PROPOSED, content(each), origin(run, each)))
                .toList());
    }

    private Proposal.Content content(FoundRecord found) {
        String form = new String(json.line(found.record()), StandardCharsets.UTF_8);
        return new Proposal.Content(form, found.record().name().path(), found.currentVersion());
    }

    private static Origin origin(long run, FoundRecord found) {
        String line = found.line() == 0 ? "" : ", line " + found.line();
        return new Origin(Origin.Kind.IMPORT, run, found.file() + line, null);
    }
}
