/**
 * Numbers and texts as bytes on the disk: variable-length integers, small magnitudes short. Rows of the log and compacted
 * days of readings are written this way.
 */
@NullMarked
package io.greenpark.store.bytes;

import org.jspecify.annotations.NullMarked;
