/** The published records as a queryable RDF dataset: one named graph a record, the union as default graph. */
@NullMarked
package dev.clew.rdf;

import org.jspecify.annotations.NullMarked;
