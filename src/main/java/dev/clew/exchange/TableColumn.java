package dev.clew.exchange;

import dev.clew.model.ClewException;
import dev.clew.ontology.RelationCatalogue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * How a heading of a table is understood.
 *
 * @param heading as it stands in the file
 * @param field the field that it is read as; empty when it is not read
 */
public record TableColumn(String heading, String field) {
    /**
     * The columns of a file, in order; none when it is no table.
     *
     * @throws ClewException (invalid) naming each heading that is unknown or means the same as an earlier one, and when the
     *     file is not in UTF-8
     */
    public static List<TableColumn> of(ImportFile file) {
        List<TableColumn> found = new ArrayList<>();
        if (file.format() != FileFormat.CSV) {
            return found;
        }
        try {
            TextEncoding.requireUtf8(file);
            try (CsvTable table = CsvTable.open(file.path())) {
                CsvHeadings headings = CsvHeadings.of(new CsvColumns(RelationCatalogue.load()), table.headings());
                for (int i = 0; i < headings.headings().size(); i++) {
                    found.add(new TableColumn(
                            headings.headings().get(i),
                            headings.columns().get(i).field()));
                }
            }
            return found;
        } catch (IOException unreadable) {
            throw RecordLines.unreadable(file.shownName(), unreadable);
        }
    }
}
