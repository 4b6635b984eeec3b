/**
 * How much room the stores take, how fast they grow and how long the disk will last: sizes come in from the files, the
 * books and the registry's intervals, a forecast goes out to the console and the metrics.
 */
@NullMarked
package io.greenpark.operations.disk;

import org.jspecify.annotations.NullMarked;
