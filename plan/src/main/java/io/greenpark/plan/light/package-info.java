/**
 * The light of a target (green, amber, red, grey), by its type. Pure functions of targets and what they have come to.
 */
@NullMarked
package io.greenpark.plan.light;

import org.jspecify.annotations.NullMarked;
