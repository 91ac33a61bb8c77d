/** The published records as a property graph on a Neo4j server. */
@NullMarked
package dev.clew.neo4j;

import org.jspecify.annotations.NullMarked;
