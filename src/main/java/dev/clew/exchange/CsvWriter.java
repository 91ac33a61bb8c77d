package dev.clew.exchange;

import dev.clew.exchange.CsvColumns.CsvColumn;
import dev.clew.ledger.RecordChange.Content;
import dev.clew.model.Relations;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * CSV as RFC 4180 has it, one row a record, in UTF-8 with a byte order mark, without which spreadsheets read it in another
 * encoding. Cells that a spreadsheet would run are guarded.
 */
final class CsvWriter implements RecordFileWriter {
    static final char BYTE_ORDER_MARK = '\ufeff';

    private final RecordJson json;
    private final List<CsvColumn> columns;
    private final OutputStreamWriter out;
    private final CSVPrinter printer;

    CsvWriter(RecordJson json, Relations relations, OutputStream stream) throws IOException {
        this.json = json;
        this.columns = new CsvColumns(relations).all();
        this.out = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
        this.printer = new CSVPrinter(out, CSVFormat.RFC4180);
    }

    @Override
    public void start() throws IOException {
        out.write(BYTE_ORDER_MARK);
        printer.printRecord(columns.stream().map(CsvColumn::heading).toList());
    }

    @Override
    public void write(Content record) throws IOException {
        printer.printRecord(CsvRows.cells(columns, json.write(record.record())));
    }

    @Override
    public void end() throws IOException {
        printer.flush();
    }
}
