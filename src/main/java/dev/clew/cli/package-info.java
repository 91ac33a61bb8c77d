/** The commands of {@code java -jar clew.jar}. */
@NullMarked
package dev.clew.cli;

import org.jspecify.annotations.NullMarked;
