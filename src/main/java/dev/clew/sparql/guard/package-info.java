/** What holds an evaluation to its bounds from within: its time, the text it makes, the rows it keeps, also inside one expression. */
@NullMarked
package dev.clew.sparql.guard;

import org.jspecify.annotations.NullMarked;
