/**
 * Greenpark itself: the command line and the wiring of all rooms into one process.
 */
@NullMarked
package io.greenpark.deploy;

import org.jspecify.annotations.NullMarked;
