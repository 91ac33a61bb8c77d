package dev.clew.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.exchange.CsvColumns.CsvColumn;
import dev.clew.model.ClewException;
import dev.clew.model.Problem;
import java.util.ArrayList;
import java.util.List;

/** Rows of cells to and from the JSON form of records. Immutable. */
final class CsvRows {
    private CsvRows() {}

    /**
     * The JSON form of a row.
     *
     * @param columns what stands in each place; the cells of columns that are null are left out
     * @throws ClewException (invalid) with every cell that cannot be read, by its field
     */
    static ObjectNode json(List<CsvColumn> columns, List<String> cells) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            String cell = i < cells.size() ? CellText.plain(cells.get(i)) : "";
            if (!cell.isBlank()) {
                put(json, columns.get(i), cell, problems);
            }
        }
        if (!problems.isEmpty()) {
            throw ClewException.invalid(problems);
        }
        return json;
    }

    private static void put(ObjectNode json, CsvColumn column, String cell, List<Problem> problems) {
        int dot = column.field().indexOf('.');
        ObjectNode target =
                dot < 0 ? json : json.withObject("/" + column.field().substring(0, dot));
        try {
            target.set(column.heading(), column.form().read(cell));
        } catch (ClewException refused) {
            refused.problems().stream()
                    .map(each -> new Problem(column.heading() + each.path(), each.message(), each.value()))
                    .forEach(problems::add);
        }
    }

    /** The cells of a record, guarded, in the order of the columns; empty where it has nothing. */
    static List<String> cells(List<CsvColumn> columns, ObjectNode json) {
        List<String> cells = new ArrayList<>();
        for (CsvColumn column : columns) {
            JsonNode value = json.at("/" + column.field().replace('.', '/'));
            cells.add(
                    value.isMissingNode() ? "" : CellText.guarded(column.form().write(value)));
        }
        return cells;
    }
}
