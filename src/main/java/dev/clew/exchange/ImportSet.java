package dev.clew.exchange;

import dev.clew.exchange.ImportEntry.State;
import dev.clew.ledger.Ledger;
import dev.clew.ledger.Standing;
import dev.clew.model.RecordName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All records to be imported, by name, with what the ledger knows of what they refer to.
 *
 * <p>It holds names, kinds and references, some 200 bytes a record, and no texts. Written by one thread; between writes any
 * number of threads may ask for standings.
 */
final class ImportSet {
    private final Ledger ledger;
    private final Map<RecordName, ImportEntry> byName = new HashMap<>();
    private final List<ImportEntry> entries = new ArrayList<>();
    private final Map<RecordName, Optional<Standing>> published = new HashMap<>();
    private final Map<RecordName, RecordName> oneOfEach = new HashMap<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private long refused;
    private long read;

    ImportSet(Ledger ledger) {
        this.ledger = ledger;
    }

    List<ImportEntry> entries() {
        return entries;
    }

    long read() {
        return read;
    }

    long refused() {
        return refused;
    }

    List<Refusal> refusals() {
        return refusals;
    }

    /** Takes in a record; one whose name is there already is refused. */
    void add(ImportEntry entry) {
        read++;
        ImportEntry first = byName.putIfAbsent(entry.name, entry);
        if (first == null) {
            entries.add(entry);
        } else {
            entry.state = State.REFUSED;
            String at = first.place.line() == 0 ? "" : ":" + first.place.line();
            String where = first.place.file().shownName() + at;
            refuse(refusal(
                    entry,
                    "is given twice, first in " + where + ": keep one, and keep the parts of a record together"));
        }
    }

    /** One object for each name, since the same names are referred to again and again. */
    List<RecordName> shared(Collection<RecordName> names) {
        List<RecordName> shared = new ArrayList<>(names.size());
        for (RecordName name : names) {
            RecordName known = oneOfEach.putIfAbsent(name, name);
            shared.add(known == null ? name : known);
        }
        return List.copyOf(shared);
    }

    /** Refuses what could not be read as a record. */
    void refuseUnread(Refusal refusal) {
        read++;
        refuse(refusal);
    }

    void refuse(ImportEntry entry, String reason) {
        if (entry.state != State.REFUSED) {
            entry.state = State.REFUSED;
            refuse(refusal(entry, reason));
        }
    }

    private void refuse(Refusal refusal) {
        refused++;
        if (refusals.size() < ImportReport.LIMIT_REFUSALS) {
            refusals.add(refusal);
        }
    }

    private static Refusal refusal(ImportEntry entry, String reason) {
        return new Refusal(entry.place.file().shownName(), entry.place.line(), entry.name.path(), reason);
    }

    /** Asks the ledger for what these entries refer to and the files do not hold. */
    void lookUpTargets(Collection<ImportEntry> asking) {
        Set<RecordName> unknown = new HashSet<>();
        for (ImportEntry entry : asking) {
            for (RecordName target : entry.targets) {
                if (!published.containsKey(target) && standingHere(target).isEmpty()) {
                    unknown.add(target);
                }
            }
        }
        if (!unknown.isEmpty()) {
            Map<RecordName, Standing> found = ledger.standings(unknown);
            unknown.forEach(name -> published.put(name, Optional.ofNullable(found.get(name))));
        }
    }

    /** What others may rely on once the import is done; look targets up first. */
    Optional<Standing> standing(RecordName name) {
        Optional<Standing> here = standingHere(name);
        return here.isPresent() ? here : published.getOrDefault(name, Optional.empty());
    }

    private Optional<Standing> standingHere(RecordName name) {
        ImportEntry entry = byName.get(name);
        return entry == null || entry.state == State.REFUSED ? Optional.empty() : Optional.of(entry.standing);
    }

    /** The record of this name in the files, refused or not; null when there is none. */
    @Nullable ImportEntry find(RecordName name) {
        return byName.get(name);
    }

    /** Whether the ledger was asked for this name before the files turned out to hold it. */
    boolean askedTooEarly(RecordName name) {
        return published.containsKey(name) && byName.containsKey(name);
    }
}
