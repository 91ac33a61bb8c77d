package dev.clew.ledger;

import dev.clew.SmallWorld;
import dev.clew.ledger.Change.Author;
import dev.clew.model.ClewException;
import dev.clew.model.ClewRecord;
import dev.clew.model.ErrorCode;
import dev.clew.store.Store;
import dev.clew.store.TestDatabases;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A ledger on a real database in a directory of its own. */
abstract class LedgerTestBase {
    static final Author ADA = new Author("ada", "a test");

    @TempDir
    Path directory;

    Store store;
    Ledger ledger;

    @BeforeEach
    void open() {
        store = Store.open(TestDatabases.in(directory));
        ledger = Ledger.open(LedgerSettings.on(store));
    }

    @AfterEach
    void close() {
        store.close();
    }

    void reopen() {
        close();
        open();
    }

    Committed commit(RecordEdit... edits) {
        return ledger.commit(new Edit(ADA, List.of(edits)));
    }

    Committed commitSmallWorld() {
        return commit(SmallWorld.all().stream().map(RecordEdit::create).toArray(RecordEdit[]::new));
    }

    static ClewException refused(ErrorCode code, Runnable work) {
        ClewException refusal = Assertions.assertThrows(ClewException.class, work::run);
        Assertions.assertEquals(code, refusal.code(), refusal.getMessage());
        return refusal;
    }

    List<RecordChange> published() {
        List<RecordChange> all = new ArrayList<>();
        ledger.snapshot(snapshot -> snapshot.records().forEach(all::add));
        return all;
    }

    List<ClewRecord> publishedRecords() {
        return published().stream().map(each -> each.record().orElseThrow()).toList();
    }
}
