/** The one client for everything that Clew fetches from elsewhere, with its rules of addresses and its limits. */
@NullMarked
package dev.clew.fetch;

import org.jspecify.annotations.NullMarked;
