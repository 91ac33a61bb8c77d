/** The SQL database in the data directory: its connections, migrations and transactions. */
@NullMarked
package dev.clew.store;

import org.jspecify.annotations.NullMarked;
