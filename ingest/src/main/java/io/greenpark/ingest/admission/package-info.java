/**
 * Where all doors meet. {@link io.greenpark.ingest.admission.MessageValidators} judges decoded values one by one (who sends, for
 * which device and point, at what time) and turns them into readings and dead letters; {@link io.greenpark.ingest.intake.Intake} makes both durable and only then tells the door, which acknowledges. No protocol
 * and no framework is known here; a new door needs a codec, a {@link io.greenpark.ingest.admission.MessageSender} and a {@link io.greenpark.ingest.intake.Backpressure} per connection.
 */
@NullMarked
package io.greenpark.ingest.admission;

import org.jspecify.annotations.NullMarked;
