/** What a reader typed and what a record says, understood apart from any engine that matches the two. */
@NullMarked
package dev.clew.model.text;

import org.jspecify.annotations.NullMarked;
