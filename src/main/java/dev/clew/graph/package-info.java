/** Edges in memory, and the search for paths over {@link dev.clew.model.LinkGraph}. */
@NullMarked
package dev.clew.graph;

import org.jspecify.annotations.NullMarked;
