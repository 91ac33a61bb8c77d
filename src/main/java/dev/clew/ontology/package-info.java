/** The vocabulary, the relation types, the shapes, and the mapping between records and RDF. */
@NullMarked
package dev.clew.ontology;

import org.jspecify.annotations.NullMarked;
