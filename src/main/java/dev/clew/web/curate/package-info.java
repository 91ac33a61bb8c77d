/** The calls for proposals, imports and exports. */
@NullMarked
package dev.clew.web.curate;

import org.jspecify.annotations.NullMarked;
