package dev.clew.exchange;

import dev.clew.model.ClewException;
import dev.clew.model.Problem;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A record that was not imported.
 *
 * @param file the file as it was named
 * @param line its line, counted from 1; 0 where the format has no line for a record
 * @param name the record's name, such as {@code insight/a}; null when it could not be read
 * @param reason what is wrong and what to do
 * @param content the line or row as it stands in the file; empty where it cannot be given
 */
public record Refusal(String file, long line, @Nullable String name, String reason, String content) {
    Refusal(String file, long line, @Nullable String name, String reason) {
        this(file, line, name, reason, "");
    }

    /** The same with the line or row that it is about. */
    Refusal withContent(String found) {
        return new Refusal(file, line, name, reason, found);
    }

    /** What a refused record's exception says, as one line. */
    static String reasonOf(ClewException refused) {
        return refused.problems().stream().map(Problem::toString).collect(Collectors.joining("; "));
    }

    @Override
    public String toString() {
        return file + (line == 0 ? "" : ":" + line) + ": " + (name == null ? "" : name + ": ") + reason;
    }
}
