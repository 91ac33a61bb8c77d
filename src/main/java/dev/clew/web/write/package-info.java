/** The calls that write: records, edits of several, merges and undo, each through the ledger's one door. */
@NullMarked
package dev.clew.web.write;

import org.jspecify.annotations.NullMarked;
