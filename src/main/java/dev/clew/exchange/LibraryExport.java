package dev.clew.exchange;

import dev.clew.ledger.Ledger;
import dev.clew.ledger.Position;
import dev.clew.ledger.RecordChange;
import dev.clew.ledger.RecordChange.Content;
import dev.clew.ledger.Snapshot;
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
        AtomicReference<Position> shown = new AtomicReference<>(Position.NONE);
        try {
            ledger.snapshot(snapshot -> {
                write(snapshot, format, new Form(addresses, any -> true), out);
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
        ExportSelection drawn = format == FileFormat.GRAPHML ? selection.withEnds(ledger) : selection;
        try {
            Form form = new Form(addresses, id -> drawn.names().contains(RecordName.entity(id)));
            ledger.snapshot(drawn.names(), snapshot -> write(snapshot, format, form, out));
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    /** How addresses stand, and which entities are among the records. */
    private record Form(Addresses addresses, Predicate<String> nodes) {}

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
            case GRAPHML -> new GraphMlWriter(relations, redirects, form.nodes(), out);
            case TURTLE -> throw new IllegalArgumentException("Turtle holds one record, not a library");
        };
    }
}
