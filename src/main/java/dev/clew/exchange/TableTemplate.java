package dev.clew.exchange;

import dev.clew.exchange.CsvColumns.CsvColumn;
import dev.clew.model.RecordType;
import dev.clew.ontology.RelationCatalogue;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A table to fill in: the headings of one type of record, and a remark below that says how each cell is written. */
public final class TableTemplate {
    private TableTemplate() {}

    /** The table in UTF-8; imported as it is, it holds no record. */
    public static byte[] of(RecordType type) {
        List<CsvColumn> columns = new CsvColumns(RelationCatalogue.load())
                .all().stream()
                        .filter(column -> column.types().contains(type.code().substring(0, 1)))
                        .toList();
        List<String> remarks = new ArrayList<>();
        columns.forEach(column -> remarks.add((remarks.isEmpty() ? "# " : "") + column.explanation()));
        StringWriter out = new StringWriter();
        out.append(CsvWriter.BYTE_ORDER_MARK);
        try (CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180)) {
            printer.printRecord(columns.stream().map(CsvColumn::heading).toList());
            printer.printRecord(remarks.stream().map(CellText::guarded).toList());
        } catch (IOException impossible) {
            throw new UncheckedIOException("a text in memory can be written", impossible);
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }
}
