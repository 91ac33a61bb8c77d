/** The sentence model that ships: texts to vectors, on this machine and without a network. */
@NullMarked
package dev.clew.embedding;

import org.jspecify.annotations.NullMarked;
