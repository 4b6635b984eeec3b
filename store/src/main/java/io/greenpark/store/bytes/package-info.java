/**
 * Numbers, columns of numbers and texts as bytes on the disk: variable-length integers, small magnitudes short. Rows of the log, compacted
 * days of readings and closed days of the accounts are written this way.
 */
@NullMarked
package io.greenpark.store.bytes;

import org.jspecify.annotations.NullMarked;
