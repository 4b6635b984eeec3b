/**
 * The figures of a return, each with its unit, and the period they are of. What is missing is null, never 0. They are asked about
 * in {@code returns.question}.
 */
@NullMarked
package io.greenpark.returns.figure;

import org.jspecify.annotations.NullMarked;
