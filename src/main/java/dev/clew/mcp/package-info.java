/** The library for assistants, by the Model Context Protocol: the reads and queries that everybody has, as tools. */
@NullMarked
package dev.clew.mcp;

import org.jspecify.annotations.NullMarked;
