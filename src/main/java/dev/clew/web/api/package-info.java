/** The read calls under {@code /api} and the addresses of records, each with its JSON. */
@NullMarked
package dev.clew.web.api;

import org.jspecify.annotations.NullMarked;
