/**
 * How SQLite files are opened by those who do not own them, and how a file says which format it has. The log and the dead
 * letters ask for the format of their files; the backup opens what others are writing.
 */
@NullMarked
package io.greenpark.store.sqlite;

import org.jspecify.annotations.NullMarked;
