package dev.clew.exchange;

import dev.clew.model.ClewException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * What an import refused, as a file to mend and import again: of a table the rows with a first column that says why, of JSON
 * Lines each line below a remark that says why. What a spreadsheet would run is guarded, as in an export.
 */
public final class MendFile {
    private static final int LIMIT_CONTENT_CHARACTERS = 100_000;

    /**
     * What was refused.
     *
     * @param reason why
     * @param content the line or row as it stands in the file; empty where it cannot be given
     */
    public record Entry(String reason, String content) {}

    private MendFile() {}

    /** Whether there is such a file for this format: those that have a line for a record. */
    public static boolean isOffered(FileFormat format) {
        return format == FileFormat.CSV || format == FileFormat.JSON_LINES;
    }

    /** The row of headings of a table, as a line; empty for other formats. */
    public static String head(List<TableColumn> columns) {
        return columns.isEmpty()
                ? ""
                : row(columns.stream().map(TableColumn::heading).toList());
    }

    private static String row(List<String> cells) {
        StringWriter out = new StringWriter();
        try (CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180)) {
            printer.printRecord(cells);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a text in memory can be written", impossible);
        }
        return out.toString().stripTrailing();
    }

    /** Writes the file. */
    public static void write(FileFormat format, String head, List<Entry> entries, Writer out) throws IOException {
        if (format == FileFormat.CSV) {
            out.write(CsvWriter.BYTE_ORDER_MARK);
            out.write(CsvColumns.PROBLEM + "," + head + "\r\n");
            for (Entry each : entries) {
                out.write(row(List.of(CellText.guarded(each.reason()))) + "," + each.content() + "\r\n");
            }
            return;
        }
        for (Entry each : entries) {
            out.write("# " + each.reason().replaceAll("\\s+", " ") + "\n" + each.content() + "\n");
        }
    }

    /** The same refusals with the lines or rows that they are about. */
    static List<Refusal> withContents(ImportFile file, List<Refusal> refusals) {
        List<Long> lines = refusals.stream()
                .filter(refusal -> refusal.line() > 0 && refusal.file().equals(file.shownName()))
                .map(Refusal::line)
                .toList();
        if (lines.isEmpty() || !isOffered(file.format())) {
            return refusals;
        }
        try {
            Map<Long, String> contents =
                    file.format() == FileFormat.CSV ? rows(file, Set.copyOf(lines)) : lines(file, Set.copyOf(lines));
            List<Refusal> full = new ArrayList<>();
            for (Refusal each : refusals) {
                boolean here = each.file().equals(file.shownName());
                full.add(here ? each.withContent(contents.getOrDefault(each.line(), "")) : each);
            }
            return full;
        } catch (IOException unreadable) {
            throw RecordLines.unreadable(file.shownName(), unreadable);
        }
    }

    private static Map<Long, String> rows(ImportFile file, Set<Long> wanted) throws IOException {
        Map<Long, String> rows = new HashMap<>();
        try (CsvTable table = CsvTable.open(file.path())) {
            long last = wanted.stream().max(Long::compare).orElse(0L);
            for (CsvTable.Row row = table.next(); row != null && row.line() <= last; row = table.next()) {
                if (wanted.contains(row.line())) {
                    List<String> safe = row.cells().stream()
                            .map(cell -> CellText.guarded(CellText.plain(cell)))
                            .toList();
                    keep(rows, row.line(), row(safe));
                }
            }
        } catch (ClewException unreadableFromHere) {
            return rows;
        }
        return rows;
    }

    private static Map<Long, String> lines(ImportFile file, Set<Long> wanted) {
        Map<Long, String> lines = new HashMap<>();
        try (RecordLines read = RecordLines.of(file)) {
            for (RecordLines.Line line = read.next(); line != null; line = read.next()) {
                byte[] bytes = line.bytes();
                if (bytes != null && wanted.contains(line.place().line())) {
                    keep(lines, line.place().line(), new String(bytes, StandardCharsets.UTF_8).stripTrailing());
                }
            }
        }
        return lines;
    }

    private static void keep(Map<Long, String> contents, long line, String content) {
        if (content.length() <= LIMIT_CONTENT_CHARACTERS) {
            contents.put(line, content);
        }
    }
}
