/** Keeps derived things in step with the ledger: pull, position, rebuild, lag. */
@NullMarked
package dev.clew.projection;

import org.jspecify.annotations.NullMarked;
