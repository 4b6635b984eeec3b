/**
 * Migrations of the books that SQL cannot tell. A released one is frozen: it knows the schema before it by its own words and
 * uses nothing of the platform that may change.
 */
@NullMarked
package io.greenpark.store.books.migration;

import org.jspecify.annotations.NullMarked;
