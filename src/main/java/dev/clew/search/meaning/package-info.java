/** Vectors of published texts: a cache keyed by text, filled beside everything else, and the search among them. */
@NullMarked
package dev.clew.search.meaning;

import org.jspecify.annotations.NullMarked;
