package dev.clew.exchange;

import dev.clew.ledger.Ledger;
import dev.clew.ledger.RecordChange;
import dev.clew.ledger.RecordChange.Content;
import dev.clew.model.Redirects;
import dev.clew.model.Relations;
import dev.clew.ontology.Base;
import dev.clew.ontology.RelationCatalogue;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;

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
     * @throws IOException as the stream does
     */
    public void write(FileFormat format, Addresses addresses, OutputStream out) throws IOException {
        try {
            ledger.snapshot(snapshot -> {
                try {
                    write(snapshot.records().iterator(), writer(format, addresses, out, snapshot.redirects()));
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            });
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
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

    private RecordFileWriter writer(FileFormat format, Addresses addresses, OutputStream out, Redirects redirects)
            throws IOException {
        return switch (format) {
            case JSON_LINES -> new JsonLinesWriter(new RecordJson(base), out);
            case N_QUADS -> new NQuadsWriter(base, out);
            case TRIG -> new TrigWriter(base, addresses, out);
            case JSON_LD -> new JsonLdWriter(base, addresses, out);
            case CSV -> new CsvWriter(new RecordJson(base), relations, out);
            case GRAPHML -> new GraphMlWriter(relations, redirects, out);
            case TURTLE -> throw new IllegalArgumentException("Turtle holds one record, not a library");
        };
    }
}
