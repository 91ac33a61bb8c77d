package dev.clew.ledger;

import dev.clew.ledger.PreparedEdit.Item;
import dev.clew.ledger.RecordChange.Content;
import dev.clew.model.RecordName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Writes the records of one change, each kind of row in one batch. */
final class RecordWriter {
    private final Handle handle;
    private final Map<RecordName, RecordRow> rows;
    private final long n;
    private final List<Item> items = new ArrayList<>();
    private final Set<Long> existing = new HashSet<>();
    private long nextNumber;

    RecordWriter(Handle handle, Map<RecordName, RecordRow> rows, long n) {
        this.handle = handle;
        this.rows = rows;
        this.n = n;
        nextNumber = handle.createQuery("SELECT COALESCE(MAX(number), 0) + 1 FROM record")
                .mapTo(Long.class)
                .one();
    }

    /** Takes in one record and gives its new version. */
    long add(Item item) {
        RecordRow before = rows.get(item.name());
        Standing standing = item.edit().content().map(Standing::of).orElseGet(() -> standingOf(item.name()));
        long number = before == null ? nextNumber++ : before.number();
        long version = before == null ? 1 : before.version() + 1;
        if (before != null) {
            existing.add(number);
        }
        rows.put(item.name(), new RecordRow(number, item.name(), version, n, item.content() != null, standing));
        items.add(item);
        return version;
    }

    private Standing standingOf(RecordName name) {
        return row(name).standing();
    }

    private RecordRow row(RecordName name) {
        RecordRow row = rows.get(name);
        if (row == null) {
            throw new IllegalStateException("not looked up: " + name);
        }
        return row;
    }

    void write() {
        writeRecords();
        writeVersions();
        writeReferences();
    }

    private void writeRecords() {
        PreparedBatch insert = handle.prepareBatch(
                "INSERT INTO record (version, n, published, kind, framings, leads_to, number, name) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
        PreparedBatch update = handle.prepareBatch(
                "UPDATE record SET version = ?, n = ?, published = ?, kind = ?, framings = ?, leads_to = ? WHERE number = ?");
        for (Item item : items) {
            RecordRow row = row(item.name());
            String kind = row.standing().recordClass().localName();
            String framings = row.standing().framingsText();
            String leadsTo = row.standing().leadsToText();
            int published = row.published() ? 1 : 0;
            if (existing.contains(row.number())) {
                update.add(row.version(), n, published, kind, framings, leadsTo, row.number());
            } else {
                insert.add(
                        row.version(),
                        n,
                        published,
                        kind,
                        framings,
                        leadsTo,
                        row.number(),
                        row.name().path());
            }
        }
        insert.execute();
        update.execute();
    }

    private void writeVersions() {
        PreparedBatch insert =
                handle.prepareBatch("INSERT INTO version (n, record, version, content, packed) VALUES (?, ?, ?, ?, ?)");
        for (Item item : items) {
            RecordRow row = row(item.name());
            Content content = item.content();
            if (content == null) {
                insert.add(n, row.number(), row.version(), null, null);
            } else {
                byte[] packed = VersionText.pack(content.canonicalText());
                insert.add(n, row.number(), row.version(), VersionText.ELSEWHERE, packed);
            }
        }
        insert.execute();
    }

    private void writeReferences() {
        PreparedBatch delete = handle.prepareBatch("DELETE FROM refers WHERE from_record = ?");
        existing.forEach(delete::add);
        delete.execute();
        PreparedBatch insert = handle.prepareBatch("INSERT INTO refers (from_record, to_record) VALUES (?, ?)");
        for (Item item : items) {
            long from = row(item.name()).number();
            for (RecordName target : item.targets()) {
                insert.add(from, row(target).number());
            }
        }
        insert.execute();
    }
}
