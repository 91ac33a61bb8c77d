package dev.clew.exchange;

import dev.clew.exchange.GraphWriter.Drawn;
import dev.clew.ledger.Ledger;
import dev.clew.ledger.Position;
import dev.clew.ledger.RecordChange;
import dev.clew.ledger.RecordChange.Content;
import dev.clew.ledger.Snapshot;
import dev.clew.ledger.StoredRecord;
import dev.clew.model.ClewException;
import dev.clew.model.ClewRecord;
import dev.clew.model.EdgeName;
import dev.clew.model.ErrorCode;
import dev.clew.model.RecordName;
import dev.clew.model.Redirects;
import dev.clew.model.Relations;
import dev.clew.ontology.Base;
import dev.clew.ontology.RelationCatalogue;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/**
 * Writes every published record at one position, in the order of names, so that equal libraries give equal files. Memory
 * holds one record at a time.
 */
public final class LibraryExport {
    private final Ledger ledger;
    private final Base base;
    private final Relations relations = RelationCatalogue.load();

    /** How addresses stand in TriG and JSON-LD. */
    public enum Addresses {
        /** The file names the base, and reads the same everywhere. */
        UNDER_THE_BASE,
        /** The file names no base, and can be imported into a library with any. */
        RELATIVE
    }

    /** Exports the ledger's records with addresses under the base. */
    public LibraryExport(Ledger ledger, Base base) {
        this.ledger = ledger;
        this.base = base;
    }

    /**
     * Writes the library and leaves the stream open; N-Quads have whole addresses always.
     *
     * @return the last change that the file shows
     * @throws IOException as the stream does
     */
    public Position write(FileFormat format, Addresses addresses, OutputStream out) throws IOException {
        if (format.isOfParts()) {
            throw new ClewException(
                    ErrorCode.BAD_REQUEST,
                    "A whole library is not written as " + format.code() + ": say which part, around an entity or by a"
                            + " search, of up to " + ExportSelection.LIMIT_RECORDS + " records.");
        }
        AtomicReference<Position> shown = new AtomicReference<>(Position.NONE);
        try {
            ledger.snapshot(snapshot -> {
                write(snapshot, format, new Form(addresses, new Drawn(any -> true, any -> true)), out);
                shown.set(snapshot.position());
            });
            return shown.get();
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    /**
     * The same for some records.
     *
     * @throws IOException as the stream does
     */
    public void write(ExportSelection selection, FileFormat format, Addresses addresses, OutputStream out)
            throws IOException {
        ExportSelection drawn = format.isGraph() ? selection.withEnds(ledger) : selection;
        write(drawn, any -> true, new Written(format, addresses), out);
    }

    /**
     * What is written.
     *
     * @param format in which format
     * @param addresses how addresses stand
     */
    public record Written(FileFormat format, Addresses addresses) {}

    /**
     * The same, where a graph has these edges and no others.
     *
     * @throws IOException as the stream does
     */
    public void write(ExportSelection selection, Predicate<EdgeName> edges, Written written, OutputStream out)
            throws IOException {
        try {
            Drawn drawn = new Drawn(id -> selection.names().contains(RecordName.entity(id)), edges);
            Form form = new Form(written.addresses(), drawn);
            ledger.snapshot(selection.names(), snapshot -> write(snapshot, written.format(), form, out));
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    /** How addresses stand, and what a graph draws. */
    private record Form(Addresses addresses, Drawn drawn) {}

    private void write(Snapshot snapshot, FileFormat format, Form form, OutputStream out) {
        try {
            write(snapshot.records().iterator(), writer(format, form, out, snapshot.redirects()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void write(Iterator<RecordChange> records, RecordFileWriter writer) throws IOException {
        writer.start();
        while (records.hasNext()) {
            RecordChange record = records.next();
            Content content = record.content();
            if (content != null) {
                writer.write(content);
            }
        }
        writer.end();
    }

    private RecordFileWriter writer(FileFormat format, Form form, OutputStream out, Redirects redirects)
            throws IOException {
        return switch (format) {
            case JSON_LINES -> new JsonLinesWriter(new RecordJson(base), out);
            case N_QUADS -> new NQuadsWriter(base, out);
            case TRIG -> new TrigWriter(base, form.addresses(), out);
            case JSON_LD -> new JsonLdWriter(base, form.addresses(), out);
            case CSV -> new CsvWriter(new RecordJson(base), relations, out);
            case GRAPHML -> new GraphWriter(relations, redirects, base, form.drawn(), new GraphMlShape(out));
            case GEXF -> new GraphWriter(relations, redirects, base, form.drawn(), new GexfShape(out));
            case MARKDOWN ->
                new MarkdownWriter(
                        new MarkdownWriter.Names(relations, base, this::headline), redirects, form.drawn(), out);
            case TURTLE -> throw new IllegalArgumentException("Turtle holds one record, not a library");
        };
    }

    private String headline(RecordName name) {
        return ledger.read(name)
                .flatMap(StoredRecord::record)
                .map(ClewRecord::headline)
                .orElse(name.id());
    }
}
