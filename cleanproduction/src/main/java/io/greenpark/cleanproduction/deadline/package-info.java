/**
 * What is told of deadlines and when, and which of them are cases. Comes in from the clock; goes out as letters and verdicts of
 * {@code alerts}.
 */
@NullMarked
package io.greenpark.cleanproduction.deadline;

import org.jspecify.annotations.NullMarked;
