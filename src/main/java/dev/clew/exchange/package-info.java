/** Records to and from files: JSON Lines, CSV, the RDF formats; GraphML to write. */
@NullMarked
package dev.clew.exchange;

import org.jspecify.annotations.NullMarked;
