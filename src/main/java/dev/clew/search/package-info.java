/** Text search, counts to narrow by, suggestions, and what claims hold in common, over an index that follows the ledger. */
@NullMarked
package dev.clew.search;

import org.jspecify.annotations.NullMarked;
