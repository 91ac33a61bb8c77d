/** What a reader gets of what is new: chosen by what the reader follows, each with its reasons. */
@NullMarked
package dev.clew.brief;

import org.jspecify.annotations.NullMarked;
