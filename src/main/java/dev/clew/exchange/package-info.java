/** Records to and from files: JSON Lines and the RDF formats. */
@NullMarked
package dev.clew.exchange;

import org.jspecify.annotations.NullMarked;
