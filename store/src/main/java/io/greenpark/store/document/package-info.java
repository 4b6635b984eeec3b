/**
 * Stored documents: their content as files of a folder, named by their SHA-256, their rows in the books, and the uploads they come by.
 * In: chunks of a file. Out: a row, and content that was on the disk before it. Only what a file was found to be is told of it.
 */
@NullMarked
package io.greenpark.store.document;

import org.jspecify.annotations.NullMarked;
