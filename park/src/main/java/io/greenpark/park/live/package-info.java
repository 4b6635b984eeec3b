/**
 * The latest sign of life of every device, judged by arrival time.
 */
@NullMarked
package io.greenpark.park.live;

import org.jspecify.annotations.NullMarked;
