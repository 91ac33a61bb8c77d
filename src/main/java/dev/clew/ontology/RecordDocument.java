package dev.clew.ontology;

import dev.clew.model.ClewRecord;

/** One record as an RDF document that can be read on its own, with absolute addresses. Safe for any number of threads. */
public final class RecordDocument {
    private final RecordRdf rdf;

    /** Writes records under the mapping's base. */
    public RecordDocument(RecordRdf rdf) {
        this.rdf = rdf;
    }

    /** The document, in UTF-8. */
    public byte[] write(ClewRecord record, RdfSyntax syntax) {
        return syntax.write(rdf.graph(record), rdf.base().iri(record.name()));
    }
}
