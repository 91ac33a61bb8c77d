/** Many who ask at once: places, queues and shares, who has left, and which evaluation ends when there is too little for all. */
@NullMarked
package dev.clew.sparql.crowd;

import org.jspecify.annotations.NullMarked;
