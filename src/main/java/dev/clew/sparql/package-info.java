/** The SPARQL endpoint: Fuseki's request handling and result formats over the published records, behind a gate of limits. */
@NullMarked
package dev.clew.sparql;

import org.jspecify.annotations.NullMarked;
