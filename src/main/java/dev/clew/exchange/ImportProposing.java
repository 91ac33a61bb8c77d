package dev.clew.exchange;

import dev.clew.ledger.Ledger;
import dev.clew.ledger.StoredRecord;
import dev.clew.model.ClewRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** Hands the good records of an import to somebody who keeps them for review; nothing is published. */
final class ImportProposing implements ImportTarget {
    private final Ledger ledger;
    private final ImportCheck check;
    private final Consumer<List<FoundRecord>> taker;
    private long written;
    private long skipped;

    ImportProposing(Ledger ledger, ImportCheck check, Consumer<List<FoundRecord>> taker) {
        this.ledger = ledger;
        this.check = check;
        this.taker = taker;
    }

    @Override
    public void write(List<List<List<ImportEntry>>> batches, LongConsumer afterEachBatch) {
        for (List<List<ImportEntry>> batch : batches) {
            List<ImportEntry> entries = batch.stream().flatMap(List::stream).toList();
            List<FoundRecord> found = new ArrayList<>();
            entries.forEach(entry -> find(entry, found));
            if (!found.isEmpty()) {
                taker.accept(found);
            }
            written += found.size();
            afterEachBatch.accept(entries.stream()
                    .mapToLong(entry -> entry.place.length() + 1)
                    .sum());
        }
    }

    private void find(ImportEntry entry, List<FoundRecord> found) {
        ClewRecord record = check.record(entry);
        Optional<StoredRecord> current = ledger.read(record.name());
        if (current.flatMap(StoredRecord::record).filter(record::equals).isPresent()) {
            skipped++;
            return;
        }
        Long version = current.map(StoredRecord::version).orElse(null);
        found.add(new FoundRecord(record, entry.place.file().shownName(), entry.place.line(), version));
    }

    @Override
    public long written() {
        return written;
    }

    @Override
    public long skipped() {
        return skipped;
    }

    @Override
    public long run() {
        return 0;
    }
}
