/** The truth: record versions and changes, written through one door. */
@NullMarked
package dev.clew.ledger;

import org.jspecify.annotations.NullMarked;
