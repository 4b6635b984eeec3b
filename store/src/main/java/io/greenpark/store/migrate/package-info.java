/**
 * Moves the books of an installation from their SQLite file into a database of a PostgreSQL server, table by table, and
 * shows that nothing was lost on the way. Comes in: a data folder nobody uses and an empty database; goes out: the server's
 * books and a file set aside.
 */
@NullMarked
package io.greenpark.store.migrate;

import org.jspecify.annotations.NullMarked;
