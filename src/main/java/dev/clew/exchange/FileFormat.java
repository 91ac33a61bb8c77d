package dev.clew.exchange;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The formats of files with records. */
public enum FileFormat {
    /** One JSON object a line. */
    JSON_LINES("jsonl", "jsonl", "ndjson"),
    /** One named graph a record, with prefixes. */
    TRIG("trig", "trig"),
    /** One named graph a record, a line a quad; the quads of a record stand together. */
    N_QUADS("nq", "nq", "nquads"),
    /** The triples of one record, without a graph; N-Triples too. Read, not written. */
    TURTLE("ttl", "ttl", "nt"),
    /** One named graph a record; written, not read. */
    JSON_LD("jsonld", "jsonld");

    private final String code;
    private final List<String> endings;

    FileFormat(String code, String... endings) {
        this.code = code;
        this.endings = List.of(endings);
    }

    /** The name of the format on the command line. */
    public String code() {
        return code;
    }

    /**
     * The format that a file's ending says.
     *
     * @throws ClewException (unsupported-format) naming the endings that are read
     */
    public static FileFormat of(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> format != JSON_LD)
                .filter(format -> format.endings.stream().anyMatch(ending -> name.endsWith("." + ending)))
                .findFirst()
                .orElseThrow(() -> new ClewException(
                        ErrorCode.UNSUPPORTED_FORMAT,
                        "The ending of " + file
                                + " says no format that is read here: use .jsonl, .trig, .nq or .ttl."));
    }

    /**
     * The format with this name, to write.
     *
     * @throws ClewException (bad-request) naming the formats that are written
     */
    public static FileFormat toWrite(String code) {
        return Arrays.stream(values())
                .filter(format -> format != TURTLE && format.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new ClewException(
                        ErrorCode.BAD_REQUEST,
                        "Unknown format '" + code + "': use one of "
                                + Arrays.stream(values())
                                        .filter(format -> format != TURTLE)
                                        .map(FileFormat::code)
                                        .collect(Collectors.joining(", "))
                                + "."));
    }
}
