/**
 * Where the registry's documents are kept: every version, in the books database. Comes in as changes from files and edits;
 * goes out as the documents of now, of a change, of a day.
 */
@NullMarked
package io.greenpark.registry.history;

import org.jspecify.annotations.NullMarked;
