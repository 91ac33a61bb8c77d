package dev.clew.exchange;

import dev.clew.exchange.CsvColumns.CsvColumn;
import dev.clew.model.ClewException;
import dev.clew.model.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the columns of one CSV file are.
 *
 * @param headings as they stand in the file
 * @param columns what each is read as
 */
record CsvHeadings(List<String> headings, List<CsvColumn> columns) {
    /** What is read of columns without a heading, with one that begins with #, and of what an earlier import said. */
    static final CsvColumn NOT_READ = new CsvColumn("", new CellForm.Text(), "", "", List.of());

    /**
     * Finds the column of each heading.
     *
     * @throws ClewException (invalid) naming each heading that is unknown or means the same as an earlier one
     */
    static CsvHeadings of(CsvColumns known, List<String> headings) {
        List<CsvColumn> columns = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        Map<CsvColumn, String> seen = new HashMap<>();
        for (String each : headings) {
            String heading = each.strip();
            CsvColumn column =
                    isNotRead(heading) ? NOT_READ : known.find(heading).orElse(null);
            if (column == null) {
                problems.add(new Problem("line 1", unknown(known), heading));
                continue;
            }
            String before = column == NOT_READ ? null : seen.put(column, heading);
            if (before != null) {
                problems.add(new Problem("line 1", "means the same as the heading " + before + ": keep one", heading));
            }
            columns.add(column);
        }
        if (!problems.isEmpty()) {
            throw ClewException.invalid(problems);
        }
        return new CsvHeadings(headings, columns);
    }

    private static boolean isNotRead(String heading) {
        return heading.isEmpty() || heading.startsWith("#") || heading.equalsIgnoreCase(CsvColumns.PROBLEM);
    }

    private static String unknown(CsvColumns known) {
        return "is no heading here: correct it, or begin it with # to leave the column out; there are: "
                + known.all().stream().map(CsvColumn::heading).collect(Collectors.joining(", "));
    }
}
