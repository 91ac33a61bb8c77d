/** Routes about who asks: session, accounts, tokens, audit. */
@NullMarked
package dev.clew.web.account;

import org.jspecify.annotations.NullMarked;
