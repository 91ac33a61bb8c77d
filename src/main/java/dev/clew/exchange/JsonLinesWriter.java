package dev.clew.exchange;

import dev.clew.ledger.RecordChange.Content;
import java.io.IOException;
import java.io.OutputStream;

/** JSON Lines: one record a line. */
final class JsonLinesWriter implements RecordFileWriter {
    private final RecordJson json;
    private final OutputStream out;

    JsonLinesWriter(RecordJson json, OutputStream out) {
        this.json = json;
        this.out = out;
    }

    @Override
    public void write(Content record) throws IOException {
        out.write(json.line(record.record()));
        out.write('\n');
    }
}
