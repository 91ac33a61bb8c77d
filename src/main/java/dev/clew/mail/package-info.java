/** Briefs as e-mail: messages of two forms, and the way to a mail server. */
@NullMarked
package dev.clew.mail;

import org.jspecify.annotations.NullMarked;
