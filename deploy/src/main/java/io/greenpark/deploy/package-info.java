/**
 * Greenpark itself: the command line and the wiring of all modules into one process.
 */
@NullMarked
package io.greenpark.deploy;

import org.jspecify.annotations.NullMarked;
