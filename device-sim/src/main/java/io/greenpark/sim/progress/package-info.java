/** How far a long sending has come, for the person who waits. Written to standard error, apart from results. */
@NullMarked
package io.greenpark.sim.progress;

import org.jspecify.annotations.NullMarked;
