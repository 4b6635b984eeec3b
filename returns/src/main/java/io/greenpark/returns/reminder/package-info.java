/**
 * Who is reminded of a return and when, and that it is once. Comes in from the clock; goes out as letters of {@code alerts.outbox}.
 */
@NullMarked
package io.greenpark.returns.reminder;

import org.jspecify.annotations.NullMarked;
