/** Settings, and the wiring of every room into one running installation. */
@NullMarked
package dev.clew.app;

import org.jspecify.annotations.NullMarked;
