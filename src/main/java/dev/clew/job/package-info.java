/** What the server does again and again by itself: when each job runs, how it went, and how to hold it. */
@NullMarked
package dev.clew.job;

import org.jspecify.annotations.NullMarked;
