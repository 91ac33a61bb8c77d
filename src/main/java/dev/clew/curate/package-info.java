/** Proposals, their review, and imports: the way into the ledger for what somebody has to look at first. */
@NullMarked
package dev.clew.curate;

import org.jspecify.annotations.NullMarked;
