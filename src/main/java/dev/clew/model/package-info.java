/** The words of Clew as checked values, the pure rules over them, and the ports that features offer each other. */
@NullMarked
package dev.clew.model;

import org.jspecify.annotations.NullMarked;
