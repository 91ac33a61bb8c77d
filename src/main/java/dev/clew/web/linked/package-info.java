/** Addresses for programs that know linked data: the vocabulary, the context, what the library holds, and whole copies. */
@NullMarked
package dev.clew.web.linked;

import org.jspecify.annotations.NullMarked;
