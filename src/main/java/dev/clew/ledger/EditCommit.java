package dev.clew.ledger;

import dev.clew.ledger.PreparedEdit.Item;
import dev.clew.model.RecordName;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** One commit inside one write transaction: what the edit relied on is checked again under the head lock, then written. */
final class EditCommit {
    private final Handle handle;
    private final PreparedEdit edit;
    private final Head head;
    private final Map<RecordName, RecordRow> rows;
    private final @Nullable Run run;
    private @Nullable Change change;

    /**
     * A commit over what the handle shows.
     *
     * @param head the last change, under the head lock when anything is to be written
     */
    EditCommit(Handle handle, PreparedEdit edit, @Nullable Run run, Head head) {
        this.handle = handle;
        this.edit = edit;
        this.run = run;
        this.head = head;
        Set<RecordName> names = new HashSet<>(edit.assumed().keySet());
        edit.records().forEach(item -> names.add(item.name()));
        this.rows = RecordRows.find(handle, names);
    }

    /** What was written; null when every record was skipped. */
    @Nullable Change change() {
        return change;
    }

    Committed run(EditPreparation door, RecordTexts texts, Clock clock) {
        List<Item> items = check(door, texts);
        return items.isEmpty()
                ? new Committed(head.position(), Map.of(), edit.records().size())
                : write(items, clock);
    }

    /** The records that would get a new version; throws what refuses them. */
    List<Item> check(EditPreparation door, RecordTexts texts) {
        List<Item> items = changing(new VersionRule(handle, rows));
        if (!items.isEmpty()) {
            if (!assumptionsHold()) {
                door.check(edit.records(), this::standing);
            }
            new ReferrerRule(handle, rows, edit.records(), texts).check(this::standing);
        }
        return items;
    }

    private List<Item> changing(VersionRule rule) {
        List<Item> items = new ArrayList<>();
        for (Item item : edit.records()) {
            if (rule.changes(item)) {
                items.add(item);
            }
        }
        rule.throwIfRefused();
        return items;
    }

    private boolean assumptionsHold() {
        return edit.assumed().entrySet().stream()
                .allMatch(entry -> published(entry.getKey()).equals(entry.getValue()));
    }

    private Optional<Standing> published(RecordName name) {
        return Optional.ofNullable(rows.get(name)).flatMap(RecordRow::reliable);
    }

    private Optional<Standing> standing(RecordName name) {
        for (Item item : edit.records()) {
            if (item.name().equals(name)) {
                return item.edit().content().map(Standing::of);
            }
        }
        if (!rows.containsKey(name)) {
            rows.putAll(RecordRows.find(handle, Set.of(name)));
        }
        return published(name);
    }

    private Committed write(List<Item> items, Clock clock) {
        Instant at = Instant.ofEpochMilli(Math.max(clock.millis(), head.atMillis()));
        long n = head.position().n() + 1;
        RecordWriter writer = new RecordWriter(handle, rows, n);
        ChangeHash hash = ChangeHash.start(head.position(), at, edit.author());
        Map<RecordName, Long> versions = new HashMap<>();
        List<RecordChange> records = new ArrayList<>();
        for (Item item : items) {
            long version = writer.add(item);
            versions.put(item.name(), version);
            records.add(new RecordChange(item.name(), version, item.content()));
            hash.record(
                    item.name().path(),
                    version,
                    item.content() == null ? null : item.content().canonicalText());
        }
        writer.write();
        Position position = new Position(head.position().ledgerId(), n, hash.hex());
        writeChange(position, at, items.size());
        change = new Change(position, at, edit.author(), records);
        return new Committed(position, versions, edit.records().size() - items.size());
    }

    private void writeChange(Position position, Instant at, int records) {
        handle.execute(
                "INSERT INTO change (n, at_millis, who, why, records, hash, run) VALUES (?, ?, ?, ?, ?, ?, ?)",
                position.n(),
                at.toEpochMilli(),
                edit.author().who(),
                edit.author().why(),
                records,
                position.hash(),
                run == null ? null : run.numberFor(position.n()));
        new Head(position, at.toEpochMilli()).write(handle);
    }
}
