/**
 * What was refused, and why: the closed set of reasons and the port that keeps refusals until someone has looked.
 */
@NullMarked
package io.greenpark.park.deadletter;

import org.jspecify.annotations.NullMarked;
