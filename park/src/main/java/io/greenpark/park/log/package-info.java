/**
 * The port of the durable log: what a device was told is kept, is in here. Doors append, named readers follow.
 */
@NullMarked
package io.greenpark.park.log;

import org.jspecify.annotations.NullMarked;
