/** Claims found in transcripts, without a language model or with one. */
@NullMarked
package dev.clew.ingest.extract;

import org.jspecify.annotations.NullMarked;
