/** Scans: transcripts on their way to proposals, and how it went. */
@NullMarked
package dev.clew.ingest.scan;

import org.jspecify.annotations.NullMarked;
