package dev.clew.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.exchange.CsvColumns.CsvColumn;
import dev.clew.model.ClewException;
import dev.clew.model.Relations;
import dev.clew.model.Slug;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns a CSV file into JSON Lines, in which each record stands in the line where its row begins, so that refusals name the
 * line of the CSV file. Commas, semicolons or tabs, any line ends, with or without a byte order mark.
 */
final class CsvRecords {
    private static final ObjectWriter WRITER = new JsonMapper().writer();

    private final CsvColumns columns;
    private final ImportSet set;

    CsvRecords(Relations relations, ImportSet set) {
        this.columns = new CsvColumns(relations);
        this.set = set;
    }

    /**
     * Writes the lines.
     *
     * @throws ClewException (invalid) for a file that is not UTF-8, or whose headings are not understood
     */
    void convert(ImportFile file, Path lines) throws IOException {
        TextEncoding.requireUtf8(file);
        try (CsvTable table = CsvTable.open(file.path());
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(lines), 1 << 16)) {
            List<CsvColumn> known = CsvHeadings.of(columns, table.headings()).columns();
            convert(file, table, known, out);
        }
    }

    private void convert(ImportFile file, CsvTable table, List<CsvColumn> known, OutputStream out) throws IOException {
        long line = 1;
        try {
            for (CsvTable.Row row = table.next(); row != null; row = table.next()) {
                while (line < row.line()) {
                    out.write('\n');
                    line++;
                }
                write(file, row, known, out);
            }
        } catch (ClewException unreadable) {
            String reason = "the file cannot be read from here on: " + Refusal.reasonOf(unreadable);
            set.refuseUnread(new Refusal(file.shownName(), line, null, reason));
        }
    }

    private void write(ImportFile file, CsvTable.Row row, List<CsvColumn> known, OutputStream out) throws IOException {
        if (row.isSkipped()) {
            return;
        }
        try {
            out.write(WRITER.writeValueAsBytes(json(row, known)));
        } catch (ClewException refused) {
            set.refuseUnread(new Refusal(file.shownName(), row.line(), null, Refusal.reasonOf(refused)));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of plain values can be written", impossible);
        }
    }

    private static ObjectNode json(CsvTable.Row row, List<CsvColumn> known) {
        requireNoMore(row, known.size());
        List<CsvColumn> read = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < Math.min(known.size(), row.cells().size()); i++) {
            if (known.get(i) != CsvHeadings.NOT_READ) {
                read.add(known.get(i));
                cells.add(row.cells().get(i));
            }
        }
        ObjectNode json = CsvRows.json(read, cells);
        if (!json.has("id") && json.hasNonNull("text")) {
            json.put("id", Slug.of(json.get("text").textValue()));
        }
        return json;
    }

    private static void requireNoMore(CsvTable.Row row, int headings) {
        for (int i = headings; i < row.cells().size(); i++) {
            if (!row.cells().get(i).isBlank()) {
                throw ClewException.invalid(
                        "",
                        "has more cells than there are headings: a text with a separator in it needs quotation marks",
                        row.cells().get(i));
            }
        }
    }
}
