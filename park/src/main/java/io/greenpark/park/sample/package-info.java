/**
 * What a sample says before anything is made of it: whether its value counts, and what time it stands for. Samples of a
 * point and its dated facts come in; what counts goes to the energy and discharge arithmetic, what does not is told with
 * its reason. Pure functions.
 */
@NullMarked
package io.greenpark.park.sample;

import org.jspecify.annotations.NullMarked;
