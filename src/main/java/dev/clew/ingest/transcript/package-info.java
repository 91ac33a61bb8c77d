/** Transcripts in any of their formats, read into one form. */
@NullMarked
package dev.clew.ingest.transcript;

import org.jspecify.annotations.NullMarked;
