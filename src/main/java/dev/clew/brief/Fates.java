package dev.clew.brief;

import dev.clew.brief.ReaderBrief.Told;
import dev.clew.ledger.Ledger;
import dev.clew.ledger.Standing;
import dev.clew.ledger.StoredRecord;
import dev.clew.model.ClewRecord;
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
    /**
     * What became of them; those of which there is nothing to tell are left out.
     *
     * @param since the change that was known already
     * @param until the last change that is told of; what came later is told the next time
     */
    List<Told> between(List<Follow> follows, long since, long until) {
        List<RecordName> names =
                follows.stream().flatMap(follow -> follow.record().stream()).toList();
        Map<RecordName, Standing> standing = ledger.standings(names);
        return follows.stream()
                .filter(follow -> follow.record()
                        .map(standing::get)
                        .filter(found -> found.leadsTo() == null)
                        .isEmpty())
                .flatMap(follow -> fate(follow, since, until).stream())
                .toList();
    }

    private Optional<Told> fate(Follow follow, long since, long until) {
        return follow.record()
                .flatMap(ledger::read)
                .filter(found -> found.n() > since && found.n() <= until)
                .map(found -> found.record().orElse(null) instanceof Redirect redirect
                        ? merged(follow, redirect)
                        : takenBack(follow, found));
    }

    private Told merged(Follow follow, Redirect redirect) {
        Follow survivor = new Follow(follow.kind(), redirect.to());
        String line = "“" + redirect.label() + "”, which you follow, was merged into “" + text.label(survivor)
                + "”, by which claims come to you now.";
        return new Told(follow.written(), redirect.label(), BriefText.page(survivor), List.of(line));
    }

    private Told takenBack(Follow follow, StoredRecord retraction) {
        String label = ledger.readVersion(retraction.name(), retraction.version() - 1)
                .flatMap(StoredRecord::record)
                .map(ClewRecord::headline)
                .orElse(follow.id());
        String line = "“" + label + "”, which you follow, was taken back; no claims come by it any more.";
        return new Told(follow.written(), label, BriefText.page(follow), List.of(line));
    }
}
