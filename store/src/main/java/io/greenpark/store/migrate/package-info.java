/**
 * Moves the books of an installation from their SQLite file into a database of a PostgreSQL server, table by table, and
 * shows that nothing was lost on the way. In: a data folder not in use and an empty database; out: the server's
 * books and a file set aside.
 */
@NullMarked
package io.greenpark.store.migrate;

import org.jspecify.annotations.NullMarked;
