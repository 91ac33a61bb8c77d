/** What is not published: accounts, tokens, sessions, and who did what to them. In the database of the ledger. */
@NullMarked
package dev.clew.desk;

import org.jspecify.annotations.NullMarked;
