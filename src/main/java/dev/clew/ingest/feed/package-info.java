/** Feeds of podcasts: read, subscribed to and polled; their episodes become sources, their transcripts are scanned. */
@NullMarked
package dev.clew.ingest.feed;

import org.jspecify.annotations.NullMarked;
