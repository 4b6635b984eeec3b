/**
 * What a plan is: its targets, with type, direction, amount and due; its periods and areas. Pure data, no clock.
 */
@NullMarked
package io.greenpark.plan.target;

import org.jspecify.annotations.NullMarked;
