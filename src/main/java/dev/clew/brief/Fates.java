package dev.clew.brief;

import dev.clew.brief.ReaderBrief.Told;
import dev.clew.ledger.Ledger;
import dev.clew.ledger.Standing;
import dev.clew.ledger.StoredRecord;
import dev.clew.model.RecordName;
import dev.clew.model.Redirect;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells what became of followed things themselves: merged into others, or taken back. Costs one query for all that a reader
 * follows, and one more for each that is not there as it was.
 *
 * @param ledger what is there
 * @param text names things
 */
record Fates(Ledger ledger, BriefText text) {
    /** What became of them after a change; those of which there is nothing to tell are left out. */
    List<Told> since(List<Follow> follows, long since) {
        List<RecordName> names =
                follows.stream().flatMap(follow -> follow.record().stream()).toList();
        Map<RecordName, Standing> standing = ledger.standings(names);
        return follows.stream()
                .filter(follow -> follow.record()
                        .map(standing::get)
                        .filter(found -> found.leadsTo() == null)
                        .isEmpty())
                .flatMap(follow -> fate(follow, since).stream())
                .toList();
    }

    private Optional<Told> fate(Follow follow, long since) {
        return follow.record()
                .flatMap(ledger::read)
                .filter(found -> found.n() > since)
                .map(found -> new Told(
                        follow.written(), text.label(follow), BriefText.page(follow), List.of(line(follow, found))));
    }

    private String line(Follow follow, StoredRecord found) {
        if (found.record().orElse(null) instanceof Redirect redirect) {
            return "“" + redirect.label() + "”, which you follow, was merged into “"
                    + text.label(new Follow(follow.kind(), redirect.to())) + "”, by which claims come to you now.";
        }
        return "“" + text.label(follow) + "”, which you follow, was taken back; no claims come by it any more.";
    }
}
