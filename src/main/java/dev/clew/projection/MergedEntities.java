package dev.clew.projection;

import dev.clew.ledger.Change;
import dev.clew.ledger.Ledger;
import dev.clew.ledger.RecordChange;
import dev.clew.ledger.RecordChange.Content;
import dev.clew.ledger.Snapshot;
import dev.clew.ledger.StoredRecord;
import dev.clew.model.ClewRecord;
import dev.clew.model.RecordName;
import dev.clew.model.RecordType;
import dev.clew.model.Redirect;
import dev.clew.model.Redirects;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The one place where projections learn of merged entities: they are given every record with the entities that it names
 * followed to those that stand for them, and once more whatever names an entity that is merged or split off again.
 *
 * <p>Of a change it follows the merges that there were then, also when it is told long after, so that what remembers earlier
 * states is the same whenever it is built. For one thread.
 */
final class MergedEntities {
    private final Ledger ledger;
    /** The merges that there were at a change. */
    private final Map<String, Redirect> merges = new TreeMap<>();

    private long at;

    MergedEntities(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Every record of a snapshot as projections see it. */
    Stream<RecordChange> records(Snapshot snapshot) {
        Redirects redirects = snapshot.redirects();
        return redirects.isEmpty() ? snapshot.records() : snapshot.records().map(record -> followed(record, redirects));
    }

    /** These changes as projections see them. */
    List<Change> changes(List<Change> changes) {
        List<Change> followed = new ArrayList<>(changes.size());
        for (Change change : changes) {
            reach(change.n() - 1);
            List<RecordName> affected = affected(change);
            takeIn(change);
            followed.add(
                    merges.isEmpty() && affected.isEmpty()
                            ? change
                            : followed(change, affected, new Redirects(merges.values())));
        }
        return followed;
    }

    /** Finds the merges that there were at a change; nothing to do for the one behind the last. */
    private void reach(long change) {
        if (at == change) {
            return;
        }
        merges.clear();
        at = change;
        if (change > 0) {
            ledger.redirects().all().stream()
                    .flatMap(each -> ledger.readAt(each.name(), change).stream())
                    .flatMap(each -> redirect(each).stream())
                    .forEach(each -> merges.put(each.id(), each));
        }
    }

    private void takeIn(Change change) {
        for (RecordChange each : change.records()) {
            if (each.name().type() == RecordType.ENTITY) {
                merges.remove(each.name().id());
                each.record().flatMap(MergedEntities::redirect).ifPresent(merge -> merges.put(merge.id(), merge));
            }
        }
        at = change.n();
    }

    private Change followed(Change change, List<RecordName> affected, Redirects redirects) {
        Map<RecordName, RecordChange> records = new LinkedHashMap<>();
        change.records().forEach(each -> records.put(each.name(), followed(each, redirects)));
        for (RecordName name : affected) {
            if (!records.containsKey(name)) {
                ledger.readAt(name, change.n())
                        .map(StoredRecord::asChange)
                        .ifPresent(each -> records.put(name, followed(each, redirects)));
            }
        }
        return new Change(change.position(), change.at(), change.author(), List.copyOf(records.values()));
    }

    private RecordChange followed(RecordChange change, Redirects redirects) {
        Content content = change.content();
        if (content == null) {
            return change;
        }
        ClewRecord record = redirects.followed(content.record());
        return record == content.record()
                ? change
                : new RecordChange(change.name(), change.version(), ledger.content(record));
    }

    /** What else reads differently since a change: whoever names an entity that it merges or splits off, and the survivor. */
    private List<RecordName> affected(Change change) {
        List<RecordName> affected = new ArrayList<>();
        for (RecordChange each : change.records()) {
            Optional<Redirect> before = each.version() > 1 && each.name().type() == RecordType.ENTITY
                    ? ledger.readVersion(each.name(), each.version() - 1).flatMap(MergedEntities::redirect)
                    : Optional.empty();
            Optional<Redirect> after = each.record().flatMap(MergedEntities::redirect);
            if (before.isPresent() || after.isPresent()) {
                affected.addAll(ledger.referencesTo(each.name(), Ledger.LIMIT_ROWS));
                Stream.concat(before.stream(), after.stream())
                        .map(redirect -> RecordName.entity(redirect.to()))
                        .forEach(affected::add);
            }
        }
        return affected;
    }

    private static Optional<Redirect> redirect(StoredRecord stored) {
        return stored.record().flatMap(MergedEntities::redirect);
    }

    private static Optional<Redirect> redirect(ClewRecord record) {
        return record instanceof Redirect redirect ? Optional.of(redirect) : Optional.empty();
    }
}
