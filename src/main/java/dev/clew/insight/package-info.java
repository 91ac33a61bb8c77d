/** What follows from claims: which belong together, and why. */
@NullMarked
package dev.clew.insight;

import org.jspecify.annotations.NullMarked;
