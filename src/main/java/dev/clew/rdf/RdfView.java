package dev.clew.rdf;

import dev.clew.ledger.Position;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * The published records at one change, for the length of one read; not to be kept or handed to another thread.
 *
 * @param dataset one named graph a record; queries see the union of them as default graph. Never written to by readers
 * @param position the change it shows
 */
public record RdfView(DatasetGraph dataset, Position position) {}
