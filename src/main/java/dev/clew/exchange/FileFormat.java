package dev.clew.exchange;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** The formats of files with records. */
public enum FileFormat {
    /** One JSON object a line. */
    JSON_LINES(Use.BOTH, "application/x-ndjson", "jsonl", "ndjson"),
    /** One named graph a record, with prefixes. */
    TRIG(Use.BOTH, "application/trig", "trig"),
    /** One named graph a record, a line a quad; the quads of a record stand together. */
    N_QUADS(Use.BOTH, "application/n-quads", "nq", "nquads"),
    /** One named graph a record, with its context inside. */
    JSON_LD(Use.BOTH, "application/ld+json", "jsonld"),
    /** One row a record, for spreadsheets. */
    CSV(Use.BOTH, "text/csv", "csv"),
    /** The triples of one record, without a graph; N-Triples too. */
    TURTLE(Use.READ, "text/turtle", "ttl", "nt"),
    /** Entities as nodes and links as edges, for graph programs; it has no place for the rest of a record. */
    GRAPHML(Use.WRITTEN, "application/graphml+xml", "graphml"),
    /** The same as Gephi reads it; of a part of a library. */
    GEXF(Use.WRITTEN, "application/gexf+xml", "gexf"),
    /** A note for people, as Obsidian reads it; of a part of a library. */
    MARKDOWN(Use.WRITTEN, "text/markdown", "md");

    private enum Use {
        BOTH,
        READ,
        WRITTEN
    }

    private final Use use;
    private final String mediaType;
    private final List<String> endings;

    FileFormat(Use use, String mediaType, String... endings) {
        this.use = use;
        this.mediaType = mediaType;
        this.endings = List.of(endings);
    }

    /** The name of the format on the command line, and the usual ending of its files. */
    public String code() {
        return endings.getFirst();
    }

    /** Its media type, without parameters. */
    public String mediaType() {
        return mediaType;
    }

    /** Whether files of this format are imported. */
    public boolean isRead() {
        return use != Use.WRITTEN;
    }

    /** Whether a library is exported in this format. */
    public boolean isWritten() {
        return use != Use.READ;
    }

    /** Whether it is kept in memory while it is written, and therefore only of a part of a library. */
    public boolean isOfParts() {
        return this == GEXF || this == MARKDOWN;
    }

    /** Whether it shows entities and links only, so that both ends of a link must be there. */
    boolean isGraph() {
        return this == GRAPHML || isOfParts();
    }

    /** The names of the formats that satisfy a condition, in order. */
    public static List<String> codes(Predicate<FileFormat> condition) {
        return Arrays.stream(values()).filter(condition).map(FileFormat::code).toList();
    }

    /** The format that the ending of a name says, read or not; empty when it says none. */
    public static Optional<FileFormat> ofName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> format.endings.stream().anyMatch(ending -> lower.endsWith("." + ending)))
                .findFirst();
    }

    /** The format with this media type, read or not; empty when there is none. */
    public static Optional<FileFormat> ofMediaType(String mediaType) {
        return Arrays.stream(values())
                .filter(format -> format.mediaType.equalsIgnoreCase(mediaType))
                .findFirst();
    }

    /**
     * The format with this name, to write.
     *
     * @throws ClewException (bad-request) naming the formats that are written
     */
    public static FileFormat toWrite(String code) {
        return Arrays.stream(values())
                .filter(format -> format.isWritten() && format.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new ClewException(
                        ErrorCode.BAD_REQUEST,
                        "Unknown format '" + code + "': use one of " + String.join(", ", codes(FileFormat::isWritten))
                                + "."));
    }
}
