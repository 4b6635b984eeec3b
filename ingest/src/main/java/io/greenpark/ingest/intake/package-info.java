/**
 * Makes validated messages durable and tells their doors afterwards. A message comes in by {@link
 * io.greenpark.ingest.intake.EventLoopBatcher#submit}, goes to log and dead letters in the batch of its event loop, and
 * comes back to its door as an {@link io.greenpark.ingest.intake.IntakeResult}, in the order of arrival. What is in flight
 * is bounded; connections beyond the bounds are paused. No protocol and no framework is known here.
 */
@NullMarked
package io.greenpark.ingest.intake;

import org.jspecify.annotations.NullMarked;
