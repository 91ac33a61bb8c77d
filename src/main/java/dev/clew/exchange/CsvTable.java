package dev.clew.exchange;

import dev.clew.model.ClewException;
import dev.clew.model.Problem;
import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** The rows of a CSV file, one at a time; the first gives the headings, and the separator is the one most used there. */
final class CsvTable implements AutoCloseable {
    /** The longest row that is read, so that a quotation mark left open does not swallow the file. */
    static final int LIMIT_ROW_CHARACTERS = 1 << 20;

    private static final int READ_AHEAD_CHARACTERS = 1 << 16;
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t');

    private final LimitedReader reader;
    private final CSVParser parser;
    private final Iterator<CSVRecord> rows;
    private final List<String> headings;
    private long line = 1;

    /**
     * One row.
     *
     * @param line where it begins, counted from 1
     * @param cells as they stand there
     */
    record Row(long line, List<String> cells) {
        /** Whether it is blank, or a remark that begins with #. */
        boolean isSkipped() {
            return cells.stream().allMatch(String::isBlank)
                    || cells.getFirst().strip().startsWith("#");
        }
    }

    private CsvTable(Path file) throws IOException {
        this.reader = new LimitedReader(withoutMark(Files.newBufferedReader(file, StandardCharsets.UTF_8)));
        this.parser = CSVParser.builder()
                .setReader(reader)
                .setFormat(format(separator(file)))
                .get();
        this.rows = parser.iterator();
        Row first = next();
        if (first == null) {
            parser.close();
            throw ClewException.invalid("", "is empty: give a row of headings, then one row a record", file.toString());
        }
        this.headings = first.cells();
    }

    static CsvTable open(Path file) throws IOException {
        return new CsvTable(file);
    }

    /** The format with this separator: blank lines are rows, so that lines are counted. */
    private static CSVFormat format(char separator) {
        return CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(false)
                .get();
    }

    private static char separator(Path file) throws IOException {
        try (BufferedReader start = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            char[] characters = new char[READ_AHEAD_CHARACTERS];
            int count = Math.max(0, start.read(characters));
            Map<Character, Integer> counts = new HashMap<>();
            boolean quoted = false;
            for (int i = 0; i < count && (quoted || characters[i] != '\n' && characters[i] != '\r'); i++) {
                quoted = (characters[i] == '"') != quoted;
                if (!quoted && SEPARATORS.contains(characters[i])) {
                    counts.merge(characters[i], 1, Integer::sum);
                }
            }
            return SEPARATORS.stream()
                    .max((one, other) -> Integer.compare(counts.getOrDefault(one, 0), counts.getOrDefault(other, 0)))
                    .filter(counts::containsKey)
                    .orElse(',');
        }
    }

    List<String> headings() {
        return headings;
    }

    /** The next row; null at the end. */
    @Nullable Row next() {
        long starts = line;
        reader.startRow();
        try {
            if (!rows.hasNext()) {
                return null;
            }
            List<String> cells = List.of(rows.next().values());
            line = parser.getCurrentLineNumber() + 1;
            return new Row(starts, cells);
        } catch (UncheckedIOException failed) {
            throw refused(starts, failed.getCause(), failed);
        } catch (IllegalStateException failed) {
            throw refused(starts, failed.getCause(), failed);
        }
    }

    private static RuntimeException refused(long line, @Nullable Throwable cause, RuntimeException failed) {
        if (cause instanceof CSVException || cause instanceof RowTooLong) {
            String message =
                    "begins a row that cannot be read: " + cause.getMessage() + "; look for a quotation mark too many";
            return ClewException.invalid(List.of(new Problem("line " + line, message, null)));
        }
        return failed;
    }

    private static Reader withoutMark(BufferedReader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != CsvWriter.BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    /** Why reading stopped. */
    private static final class RowTooLong extends IOException {
        RowTooLong() {
            super("it has more than " + LIMIT_ROW_CHARACTERS + " characters");
        }
    }

    /** Stops a row that does not end. */
    private static final class LimitedReader extends FilterReader {
        private long sinceRow;

        LimitedReader(Reader in) {
            super(in);
        }

        void startRow() {
            sinceRow = 0;
        }

        @Override
        public int read() throws IOException {
            count(1);
            return super.read();
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            count(count);
            return count;
        }

        private void count(int characters) throws IOException {
            sinceRow += characters;
            if (sinceRow > LIMIT_ROW_CHARACTERS) {
                throw new RowTooLong();
            }
        }
    }
}
